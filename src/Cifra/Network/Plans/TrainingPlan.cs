using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A network compiled to train: the fastest algorithm for each convolution, rectifiers and pools computed with what is before them.</summary>
/// <remarks>
/// What it computes is what the layers compute one by one (<see cref="NeuralNetwork.Forward"/>, <see cref="NeuralNetwork.Backward"/>), but
/// for rounding and but that gradients are set, not added to. It owns its memory, and allocates nothing after the first step of a size.
/// For one caller at a time.
/// </remarks>
internal sealed class TrainingPlan
{
    private readonly NeuralNetwork _network;
    private readonly Workers _workers;
    private readonly TrainingStep[] _steps;
    private readonly Tensor[] _outputs;
    private readonly Tensor[] _gradients;
    private readonly Action<int, Scratch> _prepare;
    private Tensor? _input;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network; its parameters are read and their gradients written.</param>
    /// <param name="pass">A training pass: threads, seed and step of what is random.</param>
    public TrainingPlan(NeuralNetwork network, Pass pass)
    {
        _network = network;
        _workers = pass.Workers;
        _steps = [.. TrainingCompiler.Compile(network, pass)];
        _outputs = [.. _steps.Select(step => new Tensor(step.Output))];
        _gradients = [new Tensor(network.Input), new Tensor(network.Input)];
        _prepare = (step, _) => _steps[step].Prepare();
    }

    /// <summary>Computes the scores of a batch.</summary>
    /// <param name="x">[N, C, H, W] pictures, mean subtracted and divided by the deviation. They must stay until <see cref="Backward"/>.</param>
    /// <returns>[N, K] scores, until the next call.</returns>
    public Tensor Forward(Tensor x)
    {
        if (x.Shape.WithCount(1) != _network.Input)
        {
            throw new ArgumentException($"The network takes pictures of {_network.Input}; got {x.Shape}.", nameof(x));
        }

        _input = x;
        _workers.For(_steps.Length, _prepare);
        for (int i = 0; i < _steps.Length; i++)
        {
            _outputs[i].Resize(_steps[i].Output.WithCount(x.Shape.Count));
            _steps[i].Forward(InputOf(i), _outputs[i]);
        }

        return _outputs[^1];
    }

    /// <summary>Sets the gradients of all learned parameters.</summary>
    /// <param name="dy">[N, K] the loss's gradient to the scores; zero in lanes beyond N. Its memory is used.</param>
    public void Backward(Tensor dy)
    {
        Tensor gradient = dy;
        for (int i = _steps.Length - 1; i >= 0; i--)
        {
            Tensor input = InputOf(i);
            Tensor? next = null; // nobody needs the gradient to the pictures
            if (i > 0)
            {
                next = _gradients[i % 2];
                next.Resize(input.Shape);
            }

            _steps[i].Backward(input, _outputs[i], gradient, next);
            gradient = next!;
        }
    }

    private Tensor InputOf(int step) => step == 0
        ? _input ?? throw new InvalidOperationException("A pass goes forward first.")
        : _outputs[step - 1];
}
