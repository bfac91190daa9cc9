using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Says what a trained network, or an ensemble, makes of a batch as the student sees it: changed pictures and all.</summary>
internal sealed class Teacher
{
    private const int Digits = DigitClassifier.Classes;

    private readonly InferencePlan[] _plans;
    private readonly Action<int, Scratch> _teachBlock;
    private Tensor _x = null!; // set for each batch
    private float[] _probabilities = [];

    /// <summary>A teacher for a student.</summary>
    /// <exception cref="ArgumentException">The two see grey levels on different scales, so the student's pictures would mislead the teacher.</exception>
    public Teacher(DigitClassifier classifier, NeuralNetwork student)
    {
        foreach (NeuralNetwork network in classifier.Networks)
        {
            if (network.Mean != student.Mean || network.Deviation != student.Deviation)
            {
                throw new ArgumentException(
                    $"The teacher takes pictures of mean {network.Mean} and deviation {network.Deviation}, the student {student.Mean} and {student.Deviation}.",
                    nameof(classifier));
            }
        }

        _plans = [.. classifier.Networks.Select(network => new InferencePlan(network))];
        _teachBlock = TeachBlock;
    }

    /// <summary>The probabilities of the ten digits for every picture, the mean over the networks.</summary>
    /// <param name="x">[N, 1, 28, 28] the student's batch.</param>
    /// <param name="workers">The threads to use.</param>
    /// <returns>[N x 10]; good until the next batch.</returns>
    public ReadOnlySpan<float> Probabilities(Tensor x, Workers workers)
    {
        int count = x.Blocks * Tensor.Lanes * Digits;
        if (_probabilities.Length < count)
        {
            _probabilities = new float[count];
        }

        _x = x;
        workers.For(x.Blocks, _teachBlock);
        return _probabilities.AsSpan(0, x.Shape.Count * Digits);
    }

    private void TeachBlock(int block, Scratch scratch)
    {
        Span<float> mean = _probabilities.AsSpan(block * Tensor.Lanes * Digits, Tensor.Lanes * Digits);
        mean.Clear();
        Span<float> row = stackalloc float[Digits];
        foreach (InferencePlan plan in _plans)
        {
            ReadOnlySpan<float> scores = plan.Run(_x.Block(block), 1, scratch);
            for (int lane = 0; lane < Tensor.Lanes; lane++)
            {
                for (int k = 0; k < Digits; k++)
                {
                    row[k] = scores[(k * Tensor.Lanes) + lane];
                }

                Softmax.Apply(row, row);
                for (int k = 0; k < Digits; k++)
                {
                    mean[(lane * Digits) + k] += row[k] / _plans.Length;
                }
            }
        }
    }
}
