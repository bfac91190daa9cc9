using Cifra.Data;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>Puts pictures of bytes into a network's input.</summary>
internal static class DigitBatch
{
    /// <summary>Writes one picture into its lane: (level / 255 - mean) / deviation.</summary>
    /// <param name="pixels">[784] grey levels.</param>
    /// <param name="network">Whose mean and deviation to use.</param>
    /// <param name="x">[N, 1, 28, 28].</param>
    /// <param name="image">Which of the N.</param>
    public static void Put(ReadOnlySpan<byte> pixels, NeuralNetwork network, Tensor x, int image)
    {
        Span<float> levels = stackalloc float[DigitSet.PictureSize];
        for (int p = 0; p < levels.Length; p++)
        {
            levels[p] = pixels[p];
        }

        Put(levels, network, x, image);
    }

    /// <summary>The same for grey levels that need not be whole.</summary>
    /// <param name="levels">[784] 0 to 255.</param>
    /// <param name="network">Whose mean and deviation to use.</param>
    /// <param name="x">[N, 1, 28, 28].</param>
    /// <param name="image">Which of the N.</param>
    public static void Put(ReadOnlySpan<float> levels, NeuralNetwork network, Tensor x, int image)
    {
        float scale = (float)(1 / (255 * network.Deviation));
        float shift = (float)(-network.Mean / network.Deviation);
        Span<float> lane = x.Block(image / Tensor.Lanes)[(image % Tensor.Lanes)..];
        for (int p = 0; p < levels.Length; p++)
        {
            lane[p * Tensor.Lanes] = MathF.FusedMultiplyAdd(levels[p], scale, shift);
        }
    }

    /// <summary>Refuses a network that does not take digits and give one score a class.</summary>
    public static void Check(NeuralNetwork network, int classes)
    {
        if (network.Input != new Shape(1, 1, DigitSet.Side, DigitSet.Side) || network.Output != new Shape(1, classes, 1, 1))
        {
            throw new ArgumentException(
                $"A digit network takes 1x1x28x28 and gives 1x{classes}x1x1; this one takes {network.Input} and gives {network.Output}.",
                nameof(network));
        }
    }
}
