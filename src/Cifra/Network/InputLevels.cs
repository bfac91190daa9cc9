using Cifra.Network.Digits;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>Puts pictures into a network's input: every grey level becomes (level / 255 - mean) / deviation.</summary>
internal sealed class InputLevels
{
    private readonly float _scale;
    private readonly float _shift;
    private readonly float[] _table = new float[256];

    /// <summary>The levels of a network.</summary>
    public InputLevels(NeuralNetwork network)
    {
        _scale = (float)(1 / (255 * network.Deviation));
        _shift = (float)(-network.Mean / network.Deviation);
        for (int level = 0; level < _table.Length; level++)
        {
            _table[level] = MathF.FusedMultiplyAdd(level, _scale, _shift);
        }
    }

    /// <summary>What black becomes.</summary>
    public float Black => _table[0];

    /// <summary>Writes pictures into blocks of sixteen; lanes beyond the last picture become zero.</summary>
    /// <param name="pixels">[N x 784] grey levels.</param>
    /// <param name="x">[blocks][784][16] receives them.</param>
    public void Put(ReadOnlySpan<byte> pixels, Span<float> x)
    {
        int count = pixels.Length / DigitInput.Size;
        if (count % Tensor.Lanes != 0)
        {
            x[^(DigitInput.Size * Tensor.Lanes)..].Clear();
        }

        for (int n = 0; n < count; n++)
        {
            PutLane(pixels.Slice(n * DigitInput.Size, DigitInput.Size), Lane(x, n));
        }
    }

    /// <summary>Writes pictures one after the other, each by itself.</summary>
    /// <param name="pixels">[N x 784] grey levels.</param>
    /// <param name="x">[N x 784] receives them.</param>
    public void PutInOrder(ReadOnlySpan<byte> pixels, Span<float> x)
    {
        for (int p = 0; p < pixels.Length; p++)
        {
            x[p] = _table[pixels[p]];
        }
    }

    /// <summary>Writes one picture into its lane.</summary>
    /// <param name="pixels">[H x W] grey levels.</param>
    /// <param name="x">[N, 1, H, W].</param>
    /// <param name="image">Which of the N.</param>
    public void Put(ReadOnlySpan<byte> pixels, Tensor x, int image) =>
        PutLane(pixels, x.Values[((image / Tensor.Lanes * x.BlockSize) + (image % Tensor.Lanes))..]);

    /// <summary>The same for grey levels that need not be whole.</summary>
    /// <param name="levels">[784] 0 to 255.</param>
    /// <param name="x">[N, 1, 28, 28].</param>
    /// <param name="image">Which of the N.</param>
    public void Put(ReadOnlySpan<float> levels, Tensor x, int image)
    {
        Span<float> lane = Lane(x.Values, image);
        for (int p = 0; p < levels.Length; p++)
        {
            lane[p * Tensor.Lanes] = MathF.FusedMultiplyAdd(levels[p], _scale, _shift);
        }
    }

    /// <summary>Refuses a network that does not take a digit's picture and give a score for each digit, with or without one for "not a digit".</summary>
    public static void Check(NeuralNetwork network)
    {
        int outputs = network.Output.Channels;
        if (network.Input != new Shape(1, 1, DigitInput.Side, DigitInput.Side) || network.Output.Features != outputs
            || outputs is not (DigitClassifier.Classes or DigitClassifier.Classes + 1))
        {
            throw new ArgumentException(
                $"A digit network takes 1x1x28x28 and gives 1x10x1x1, or 1x11x1x1 if it knows what is no digit; "
                + $"this one takes {network.Input} and gives {network.Output}.",
                nameof(network));
        }
    }

    private void PutLane(ReadOnlySpan<byte> pixels, Span<float> lane)
    {
        for (int p = 0; p < pixels.Length; p++)
        {
            lane[p * Tensor.Lanes] = _table[pixels[p]];
        }
    }

    private static Span<float> Lane(Span<float> x, int image) =>
        x[((image / Tensor.Lanes * DigitInput.Size * Tensor.Lanes) + (image % Tensor.Lanes))..];
}
