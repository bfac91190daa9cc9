using System.Runtime.Intrinsics;
using Cifra.Imaging;

namespace Cifra.Data.Scenes;

/// <summary>The faults of pictures compressed in blocks: each 8x8 block is taken apart into cosines, whose weights are rounded.</summary>
/// <remarks>
/// With C the cosine matrix, a block B has the weights C·B·Cᵀ and comes back as Cᵀ·W·C. Steps grow with the frequency, as in JPEG, but the table
/// is our own and nothing is encoded. Blocks that the picture's edge cuts are left as they are.
/// </remarks>
internal static class BlockCompression
{
    private const int Side = 8;
    private static readonly float[] Cosines = MakeCosines();
    private static readonly float[] Turned = Transposed(Cosines);

    /// <summary>Compresses, in place, with a step of <paramref name="coarseness"/> levels for the mean and up to eight times that for details.</summary>
    public static void Apply(GrayImage picture, float coarseness)
    {
        Span<Vector256<float>> steps = stackalloc Vector256<float>[Side];
        Vector256<float> across = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        for (int v = 0; v < Side; v++)
        {
            steps[v] = coarseness * (Vector256<float>.One + ((across + Vector256.Create((float)v)) * 0.5f)) * 2;
        }

        Span<Vector256<float>> block = stackalloc Vector256<float>[Side];
        Span<Vector256<float>> other = stackalloc Vector256<float>[Side];
        for (int y = 0; y + Side <= picture.Height; y += Side)
        {
            for (int x = 0; x + Side <= picture.Width; x += Side)
            {
                Load(picture, x, y, block);
                Times(Cosines, block, other);
                TimesRight(other, Turned, block);
                for (int v = 0; v < Side; v++)
                {
                    block[v] = Vector256.Round(block[v] / steps[v]) * steps[v];
                }

                Times(Turned, block, other);
                TimesRight(other, Cosines, block);
                Store(block, picture, x, y);
            }
        }
    }

    private static void Load(GrayImage picture, int x, int y, Span<Vector256<float>> block)
    {
        Span<float> row = stackalloc float[Side];
        for (int v = 0; v < Side; v++)
        {
            ReadOnlySpan<byte> from = picture.Row(y + v).Slice(x, Side);
            for (int u = 0; u < Side; u++)
            {
                row[u] = from[u];
            }

            block[v] = Vector256.Create<float>(row);
        }
    }

    private static void Store(ReadOnlySpan<Vector256<float>> block, GrayImage picture, int x, int y)
    {
        Span<float> row = stackalloc float[Side];
        for (int v = 0; v < Side; v++)
        {
            block[v].CopyTo(row);
            Span<byte> to = picture.Row(y + v).Slice(x, Side);
            for (int u = 0; u < Side; u++)
            {
                to[u] = (byte)Math.Clamp(row[u] + 0.5f, 0, 255);
            }
        }
    }

    // left · block: row v of the product is the sum of the block's rows, each times left[v, k].
    private static void Times(ReadOnlySpan<float> left, ReadOnlySpan<Vector256<float>> block, Span<Vector256<float>> product)
    {
        for (int v = 0; v < Side; v++)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            for (int k = 0; k < Side; k++)
            {
                sum += block[k] * left[(v * Side) + k];
            }

            product[v] = sum;
        }
    }

    // block · right: row v of the product is the sum of right's rows, each times block[v, k].
    private static void TimesRight(ReadOnlySpan<Vector256<float>> block, ReadOnlySpan<float> right, Span<Vector256<float>> product)
    {
        Span<float> row = stackalloc float[Side];
        for (int v = 0; v < Side; v++)
        {
            block[v].CopyTo(row);
            Vector256<float> sum = Vector256<float>.Zero;
            for (int k = 0; k < Side; k++)
            {
                sum += Vector256.Create(right.Slice(k * Side, Side)) * row[k];
            }

            product[v] = sum;
        }
    }

    private static float[] MakeCosines()
    {
        float[] c = new float[Side * Side];
        for (int frequency = 0; frequency < Side; frequency++)
        {
            double scale = Math.Sqrt((frequency == 0 ? 1.0 : 2.0) / Side);
            for (int place = 0; place < Side; place++)
            {
                c[(frequency * Side) + place] = (float)(scale * Math.Cos(((2 * place) + 1) * frequency * Math.PI / (2 * Side)));
            }
        }

        return c;
    }

    private static float[] Transposed(float[] matrix)
    {
        float[] turned = new float[matrix.Length];
        for (int i = 0; i < matrix.Length; i++)
        {
            turned[(i % Side * Side) + (i / Side)] = matrix[i];
        }

        return turned;
    }
}
