namespace Cifra.Numerics;

// Sixteen images side by side, or one after the other.
internal static partial class Kernels
{
    /// <summary>Sets the images of a block one after the other: rows[n][i] = block[i][n].</summary>
    /// <param name="block">[I][16].</param>
    /// <param name="rows">[16][I] receives them.</param>
    public static void Turn(ReadOnlySpan<float> block, Span<float> rows)
    {
        int length = block.Length / Tensor.Lanes;
        for (int i = 0; i < length; i++)
        {
            ReadOnlySpan<float> run = block.Slice(i * Tensor.Lanes, Tensor.Lanes);
            for (int n = 0; n < run.Length; n++)
            {
                rows[(n * length) + i] = run[n];
            }
        }
    }

    /// <summary>Sets images side by side: block[i][n] = rows[n][i].</summary>
    /// <param name="rows">[16][I].</param>
    /// <param name="block">[I][16] receives them.</param>
    public static void TurnBack(ReadOnlySpan<float> rows, Span<float> block)
    {
        int length = block.Length / Tensor.Lanes;
        for (int i = 0; i < length; i++)
        {
            Span<float> run = block.Slice(i * Tensor.Lanes, Tensor.Lanes);
            for (int n = 0; n < run.Length; n++)
            {
                run[n] = rows[(n * length) + i];
            }
        }
    }
}
