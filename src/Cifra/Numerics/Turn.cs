using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

// Sixteen images side by side, or one after the other.
internal static partial class Kernels
{
    /// <summary>Sets the images of a block one after the other: rows[n][i] = block[i][n].</summary>
    /// <param name="block">[I][16].</param>
    /// <param name="rows">[16][I] receives them.</param>
    public static void Turn(ReadOnlySpan<float> block, Span<float> rows) => Transpose(block, block.Length / Tensor.Lanes, Tensor.Lanes, rows);

    /// <summary>Sets images side by side: block[i][n] = rows[n][i].</summary>
    /// <param name="rows">[16][I].</param>
    /// <param name="block">[I][16] receives them.</param>
    public static void TurnBack(ReadOnlySpan<float> rows, Span<float> block) => Transpose(rows, Tensor.Lanes, rows.Length / Tensor.Lanes, block);

    // to[c][r] = from[r][c], four by four.
    private static void Transpose(ReadOnlySpan<float> from, int rows, int columns, Span<float> to)
    {
        int wholeRows = rows - (rows % 4);
        int wholeColumns = columns - (columns % 4);
        for (int r = 0; r < wholeRows; r += 4)
        {
            for (int c = 0; c < wholeColumns; c += 4)
            {
                Transpose4(from[((r * columns) + c)..], columns, to[((c * rows) + r)..], rows);
            }
        }

        for (int r = 0; r < rows; r++)
        {
            for (int c = r < wholeRows ? wholeColumns : 0; c < columns; c++)
            {
                to[(c * rows) + r] = from[(r * columns) + c];
            }
        }
    }

    private static void Transpose4(ReadOnlySpan<float> from, int fromStep, Span<float> to, int toStep)
    {
        ref float source = ref MemoryMarshal.GetReference(from);
        ref float target = ref MemoryMarshal.GetReference(to);
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref source, (nuint)fromStep);
        Vector128<float> c = Vector128.LoadUnsafe(ref source, (nuint)(2 * fromStep));
        Vector128<float> d = Vector128.LoadUnsafe(ref source, (nuint)(3 * fromStep));
        var byTwos = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
        var left = Vector256.Create(Vector128.Create(a.GetLower(), b.GetLower()), Vector128.Create(c.GetLower(), d.GetLower()));
        var right = Vector256.Create(Vector128.Create(a.GetUpper(), b.GetUpper()), Vector128.Create(c.GetUpper(), d.GetUpper()));
        left = Vector256.Shuffle(left, byTwos);
        right = Vector256.Shuffle(right, byTwos);
        left.GetLower().StoreUnsafe(ref target);
        left.GetUpper().StoreUnsafe(ref target, (nuint)toStep);
        right.GetLower().StoreUnsafe(ref target, (nuint)(2 * toStep));
        right.GetUpper().StoreUnsafe(ref target, (nuint)(3 * toStep));
    }
}
