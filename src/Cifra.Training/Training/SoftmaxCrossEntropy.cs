using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>The loss of a classifier: -Σₖ tₖ·log pₖ, with p the softmax of the scores and t the target.</summary>
/// <remarks>
/// The gradient to score k is (pₖ - tₖ)/N.
/// </remarks>
internal static class SoftmaxCrossEntropy
{
    /// <summary>The loss of a batch, its gradient, and how many images are read right.</summary>
    /// <param name="logits">[N, K] scores.</param>
    /// <param name="labels">[N] true classes.</param>
    /// <param name="targets">[N x K] a distribution over the classes for each image.</param>
    /// <param name="gradient">[N, K] receives the gradient of the batch's mean loss; zero in lanes beyond N.</param>
    /// <returns>The sum (not mean) of the images' losses, and the number read right.</returns>
    public static (double Loss, int Correct) Evaluate(Tensor logits, ReadOnlySpan<byte> labels, ReadOnlySpan<float> targets, Tensor gradient)
    {
        int classes = logits.Shape.Channels;
        float share = 1f / logits.Shape.Count;
        Span<float> row = stackalloc float[classes];
        double loss = 0;
        int correct = 0;
        gradient.Values.Clear();
        for (int n = 0; n < logits.Shape.Count; n++)
        {
            int best = 0;
            for (int k = 0; k < classes; k++)
            {
                row[k] = logits[n, k, 0, 0];
                best = row[k] > row[best] ? k : best;
            }

            correct += best == labels[n] ? 1 : 0;
            Softmax.Apply(row, row);
            for (int k = 0; k < classes; k++)
            {
                float target = targets[(n * classes) + k];
                loss -= target == 0 ? 0 : target * Math.Log(Math.Max(row[k], float.Epsilon));
                gradient[n, k, 0, 0] = (row[k] - target) * share;
            }
        }

        return (loss, correct);
    }
}
