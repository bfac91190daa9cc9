using Cifra.Network.Layers;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Network.Digits;

/// <summary>A network without its end: the features of a picture that its last dense layer decides by.</summary>
/// <remarks>Of a network without a dense layer, what goes into the last layer that learns. It is a copy, as any plan is.</remarks>
internal sealed class Embedding
{
    private readonly InferencePlan _plan;
    private readonly InputLevels _levels;

    public Embedding(NeuralNetwork network)
    {
        NeuralNetwork kept = new(network.Input, network.Mean, network.Deviation, Kept(network.Layers));
        _plan = new InferencePlan(kept);
        _levels = new InputLevels(kept);
        Size = kept.Output.Features;
    }

    /// <summary>Features of a picture.</summary>
    public int Size { get; }

    /// <summary>Most pictures that <see cref="Blocks"/> takes at once.</summary>
    public int MostPictures => _plan.MostBlocks * Tensor.Lanes;

    /// <summary>[blocks][Size][16] the features of some pictures, in the thread's memory.</summary>
    /// <param name="pixels">[N x 784] 1 to <see cref="MostPictures"/> pictures.</param>
    /// <param name="scratch">The thread's memory.</param>
    public ReadOnlySpan<float> Blocks(ReadOnlySpan<byte> pixels, Scratch scratch)
    {
        int blocks = Tensor.BlocksOf(pixels.Length / DigitInput.Size);
        Span<float> x = scratch.Take(ScratchSlot.Input, blocks * Tensor.Lanes * DigitInput.Size);
        _levels.Put(pixels, x);
        return _plan.Run(x, blocks, scratch);
    }

    /// <summary>[N x Size] the features of any number of pictures, one after the other.</summary>
    public float[] Rows(ReadOnlySpan<byte> pixels)
    {
        int count = pixels.Length / DigitInput.Size;
        float[] rows = new float[count * Size];
        var scratch = new Scratch();
        for (int start = 0; start < count; start += MostPictures)
        {
            int size = Math.Min(MostPictures, count - start);
            ReadOnlySpan<float> blocks = Blocks(pixels.Slice(start * DigitInput.Size, size * DigitInput.Size), scratch);
            for (int n = 0; n < size; n++)
            {
                ReadOnlySpan<float> lane = blocks[((n / Tensor.Lanes * Size * Tensor.Lanes) + (n % Tensor.Lanes))..];
                for (int k = 0; k < Size; k++)
                {
                    rows[((start + n) * Size) + k] = lane[k * Tensor.Lanes];
                }
            }
        }

        return rows;
    }

    private static IReadOnlyList<Layer> Kept(IReadOnlyList<Layer> layers)
    {
        List<Layer> all = [.. layers];
        int last = all.FindLastIndex(layer => layer is Dense);
        last = last >= 0 ? last : all.FindLastIndex(layer => layer.Parameters.Count > 0);
        return last > 0 ? all[..last] : [new Flatten()]; // before the first layer the features are the pixels
    }
}
