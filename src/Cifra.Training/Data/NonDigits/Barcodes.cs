using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Patterns for machines, not for readers: bars of many widths, checks, and cells as in a matrix code.</summary>
internal static class Barcodes
{
    private const int Side = 60;

    /// <summary>One pattern.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        var canvas = new GrayImage(Side, Side);
        int height = random.Next(3) == 0 ? random.Next(24, Side) : Side;
        switch (random.Next(3))
        {
            case 0:
                Bars(canvas, height, random);
                break;
            case 1:
                Checks(canvas, random.Next(4, 12), random.NextSingle(-0.3f, 0.3f));
                break;
            default:
                Cells(canvas, random.Next(5, 12), random);
                break;
        }

        NonDigitDegradation.Normalize(canvas, random, picture);
    }

    // Upright or lying; at the least width of the sheet there are six bars or more.
    private static void Bars(GrayImage canvas, int height, SeededRandom random)
    {
        bool lying = random.Next(4) == 0;
        int widest = random.Next(3, 6);
        for (int x = 0; x < Side;)
        {
            int end = Math.Min(Side, x + random.Next(1, widest + 1));
            for (int y = 0; y < height; y++)
            {
                for (int i = x; i < end; i++)
                {
                    canvas[lying ? y : i, lying ? i : y] = 255;
                }
            }

            x = end + random.Next(2, widest + 2);
        }
    }

    private static void Checks(GrayImage canvas, int cell, float turn)
    {
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                int column = (int)MathF.Floor((x + (turn * y)) / cell);
                int row = (int)MathF.Floor((y - (turn * x)) / cell);
                canvas[x, y] = ((column + row) & 1) == 0 ? (byte)255 : (byte)0;
            }
        }
    }

    private static void Cells(GrayImage canvas, int count, SeededRandom random)
    {
        ulong bits = 0;
        for (int i = 0; i < count * count; i++)
        {
            bits = i % 64 == 0 ? random.NextBits() : bits >> 1;
            if ((bits & 1) == 0)
            {
                continue;
            }

            (int row, int column) = Math.DivRem(i, count);
            for (int y = row * Side / count; y < (row + 1) * Side / count; y++)
            {
                canvas.Row(y)[(column * Side / count)..((column + 1) * Side / count)].Fill(255);
            }
        }
    }
}
