using Cifra.Imaging.Formats.Jpeg;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>A picture saved as JPEG, and read again: each block of 8x8 loses what the quality's steps are too coarse for.</summary>
/// <remarks>
/// The coding of the numbers loses nothing and is left out: transform, quantisation, and our decoder's own way back. The steps are the luminance
/// table of ITU-T T.81, annex K.1, made finer or coarser by quality as the Independent JPEG Group's programs do. The picture is not a whole
/// number of blocks; its last row and column are repeated, as encoders do.
/// </remarks>
internal sealed class JpegCorruption() : Corruption(
    "jpeg", "quality", "saved as JPEG of that quality", SeenBy.Field, 50, 25, 12, 7, 4)
{
    private const int Block = 8;
    private const int Padded = 32;

    private static readonly int[] Steps =
    [
        16, 11, 10, 16, 24, 40, 51, 61,
        12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56,
        14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77,
        24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101,
        72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static readonly double[] Cosines = CosineTable();

    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int[] steps = StepsOf((int)dial);
        Span<byte> padded = stackalloc byte[Padded * Padded];
        for (int i = 0; i < padded.Length; i++)
        {
            padded[i] = from[(Math.Min(i / Padded, Side - 1) * Side) + Math.Min(i % Padded, Side - 1)];
        }

        Span<short> coefficients = stackalloc short[Block * Block];
        for (int top = 0; top < Padded; top += Block)
        {
            for (int left = 0; left < Padded; left += Block)
            {
                Span<byte> block = padded[((top * Padded) + left)..];
                Forward(block, steps, coefficients);
                JpegInverseDct.Transform(coefficients, steps, block, Padded);
            }
        }

        for (int y = 0; y < Side; y++)
        {
            padded.Slice(y * Padded, Side).CopyTo(to[(y * Side)..]);
        }
    }

    /// <summary>The steps of a quality, 1 to 100.</summary>
    internal static int[] StepsOf(int quality)
    {
        int percent = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        return [.. Steps.Select(step => Math.Clamp(((step * percent) + 50) / 100, 1, 255))];
    }

    // T.81, A.3.3: F(v,u) = ¼ C(u) C(v) Σ f(y,x) cos((2x+1)uπ/16) cos((2y+1)vπ/16), first along the rows, then along the columns.
    private static void Forward(ReadOnlySpan<byte> samples, ReadOnlySpan<int> steps, Span<short> coefficients)
    {
        Span<double> rows = stackalloc double[Block * Block];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int x = 0; x < Block; x++)
            {
                rows[i] += (samples[(i / Block * Padded) + x] - 128) * Cosines[(i % Block * Block) + x];
            }
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double sum = 0;
            for (int y = 0; y < Block; y++)
            {
                sum += rows[(y * Block) + (i % Block)] * Cosines[(i / Block * Block) + y];
            }

            coefficients[i] = (short)Math.Round(sum / steps[i], MidpointRounding.AwayFromZero);
        }
    }

    // [frequency x place] with the factor ½ C(u) in it.
    private static double[] CosineTable() =>
    [
        .. Enumerable.Range(0, Block * Block).Select(i =>
            (i < Block ? Math.Sqrt(0.5) : 1) / 2 * Math.Cos(((2 * (i % Block)) + 1) * (i / Block) * Math.PI / 16)),
    ];
}
