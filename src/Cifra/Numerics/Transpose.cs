using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

internal static partial class Kernels
{
    /// <summary>to[c][r] = from[r][c], four by four.</summary>
    /// <param name="from">[<paramref name="rows"/>][<paramref name="columns"/>].</param>
    /// <param name="fromRow">Floats from a row of it to the next.</param>
    /// <param name="to">[<paramref name="columns"/>][<paramref name="rows"/>] receives them.</param>
    /// <param name="toRow">Floats from a row of it to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public static void Transpose(ReadOnlySpan<float> from, int fromRow, Span<float> to, int toRow, int rows, int columns)
    {
        int wholeRows = rows - (rows % 4);
        int wholeColumns = columns - (columns % 4);
        for (int r = 0; r < wholeRows; r += 4)
        {
            for (int c = 0; c < wholeColumns; c += 4)
            {
                Transpose4(from[((r * fromRow) + c)..], fromRow, to[((c * toRow) + r)..], toRow);
            }
        }

        for (int r = 0; r < rows; r++)
        {
            for (int c = r < wholeRows ? wholeColumns : 0; c < columns; c++)
            {
                to[(c * toRow) + r] = from[(r * fromRow) + c];
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
