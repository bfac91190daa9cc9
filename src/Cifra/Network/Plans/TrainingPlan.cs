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
    private readonly (int First, int End)[] _chains;
    private readonly Tensor[] _outputs;
    private readonly Tensor[] _gradients;
    private readonly Action<int, Scratch> _prepare;
    private readonly Action<int, Scratch> _forwardChain;
    private readonly Action<int, Scratch> _backwardChain;
    private (int First, int End) _chain;
    private Tensor? _chainGradient;
    private Tensor? _input;

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network; its parameters are read and their gradients written.</param>
    /// <param name="pass">A training pass: threads, seed and step of what is random.</param>
    public TrainingPlan(NeuralNetwork network, Pass pass)
    {
        _network = network;
        _workers = pass.Workers;
        _steps = [.. TrainingCompiler.Compile(network, pass)];
        _chains = [.. Chains(_steps)];
        _outputs = [.. _steps.Select(step => new Tensor(step.Output))];
        _gradients = [.. _steps.Select((_, i) => new Tensor(i == 0 ? network.Input : _steps[i - 1].Output))];
        _prepare = (step, _) => _steps[step].Prepare();
        _forwardChain = ForwardChain;
        _backwardChain = BackwardChain;
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
        }

        foreach ((int first, int end) in _chains)
        {
            if (end == first + 1)
            {
                _steps[first].Forward(InputOf(first), _outputs[first]);
                continue;
            }

            for (int step = first; step < end; step++)
            {
                ((BlockTrainingStep)_steps[step]).BeginForward(InputOf(step), _outputs[step]);
            }

            _chain = (first, end);
            _workers.For(x.Blocks, _forwardChain);
        }

        return _outputs[^1];
    }

    /// <summary>Sets the gradients of all learned parameters.</summary>
    /// <param name="dy">[N, K] the loss's gradient to the scores; zero in lanes beyond N. Its memory is used.</param>
    public void Backward(Tensor dy)
    {
        for (int chain = _chains.Length - 1; chain >= 0; chain--)
        {
            (int first, int end) = _chains[chain];
            if (end == first + 1)
            {
                _steps[first].Backward(InputOf(first), _outputs[first], OutputGradientOf(first, dy), InputGradientOf(first));
                continue;
            }

            for (int step = first; step < end; step++)
            {
                ((BlockTrainingStep)_steps[step]).BeginBackward(InputOf(step), _outputs[step]);
            }

            _chain = (first, end);
            _chainGradient = OutputGradientOf(end - 1, dy);
            _ = InputGradientOf(first);
            _workers.For(dy.Blocks, _backwardChain);
            for (int step = first; step < end; step++)
            {
                ((BlockTrainingStep)_steps[step]).EndBackward();
            }
        }
    }

    private void ForwardChain(int block, Scratch scratch)
    {
        for (int step = _chain.First; step < _chain.End; step++)
        {
            ((BlockTrainingStep)_steps[step]).ForwardBlock(block, scratch);
        }
    }

    private void BackwardChain(int block, Scratch scratch)
    {
        // Between the steps of a chain a gradient is one block, which never leaves the caches of its thread.
        int first = _chain.First;
        Span<float> dy = _chainGradient!.Block(block);
        for (int step = _chain.End - 1; step >= first; step--)
        {
            Tensor input = InputOf(step);
            Span<float> dx = step > first ? scratch.Take(step % 2 == 0 ? ScratchSlot.EvenLayer : ScratchSlot.OddLayer, input.BlockSize)
                : first > 0 ? _gradients[first].Block(block)
                : [];
            ((BlockTrainingStep)_steps[step]).BackwardBlock(block, dy, dx, scratch);
            dy = dx;
        }
    }

    // Steps that follow each other and take blocks by themselves form a chain: a block goes through all of them at once. Any other step is a chain of one.
    private static IEnumerable<(int First, int End)> Chains(TrainingStep[] steps)
    {
        for (int first = 0, end; first < steps.Length; first = end)
        {
            end = first + 1;
            while (steps[first] is BlockTrainingStep && end < steps.Length && steps[end] is BlockTrainingStep)
            {
                end++;
            }

            yield return (first, end);
        }
    }

    private Tensor OutputGradientOf(int step, Tensor dy) => step == _steps.Length - 1 ? dy : _gradients[step + 1];

    // Nobody needs the gradient to the pictures.
    private Tensor? InputGradientOf(int step)
    {
        if (step == 0)
        {
            return null;
        }

        _gradients[step].Resize(InputOf(step).Shape);
        return _gradients[step];
    }

    private Tensor InputOf(int step) => step == 0
        ? _input ?? throw new InvalidOperationException("A pass goes forward first.")
        : _outputs[step - 1];
}
