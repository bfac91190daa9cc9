namespace Cifra.Imaging.Repair;

/// <summary>Each pixel becomes the mean of those whose surroundings look like its own: noise goes, edges stay, and lines that nothing repeats fade.</summary>
/// <remarks>
/// Non-local means (Buades, Coll and Morel 2005, "A non-local algorithm for image denoising"), with patches of 5x5 in a window of 13x13. All pixels of one
/// displacement are compared at once and the patches' sums slide, so that a pair costs the same whatever the patch. Weights are whole numbers from a table.
/// </remarks>
internal static class PatchMeans
{
    private const int Patch = 2;   // pixels on each side of the middle
    private const int Window = 6;
    private const int Side = (2 * Patch) + 1;
    private const int Own = 2048;  // weight of the pixel itself: half of one that looks the same
    private const int Most = 4096;
    private const int Steps = 64;  // of the table, for each unit of the exponent
    private const int Farthest = 8; // exponents beyond weigh nothing

    private static readonly int[] Weights =
        [.. Enumerable.Range(0, Steps * Farthest).Select(i => (int)Math.Round(Most * Math.Exp(-(i + 0.5) / Steps)))];

    /// <summary>The smoothed picture.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="height">Levels: root mean square difference of two patches at which the weight has fallen to 1/e.</param>
    public static GrayImage Smooth(GrayImage picture, double height)
    {
        int[] weights = new int[picture.Pixels.Length];
        long[] sums = new long[picture.Pixels.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Own;
            sums[i] = Own * picture.Pixels[i];
        }

        int[] padded = Pad(picture);
        double scale = Steps / (height * height * Side * Side);
        for (int down = 0; down <= Window; down++)
        {
            for (int right = down == 0 ? 1 : -Window; right <= Window; right++)
            {
                AddPairs(picture, padded, right, down, scale, weights, sums);
            }
        }

        var result = new GrayImage(picture.Width, picture.Height);
        for (int i = 0; i < weights.Length; i++)
        {
            result.Pixels[i] = (byte)((sums[i] + (weights[i] / 2)) / weights[i]);
        }

        return result;
    }

    // Every pixel and the one displaced from it weigh the same for each other.
    private static void AddPairs(GrayImage picture, int[] padded, int right, int down, double scale, int[] weights, long[] sums)
    {
        int width = picture.Width;
        int stride = width + (2 * Patch);
        int first = Math.Max(0, -right);
        int last = Math.Min(width, width - right); // exclusive
        if (last <= first || down >= picture.Height)
        {
            return;
        }

        Span<int> columns = stackalloc int[last - first + (2 * Patch)];
        int offset = (down * stride) + right;
        for (int y = 0; y < picture.Height - down; y++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                int at = (y * stride) + first + c;
                int sum = y == 0 ? 0 : columns[c] - Square(padded, at - stride, offset);
                for (int row = y == 0 ? 0 : Side - 1; row < Side; row++)
                {
                    sum += Square(padded, at + (row * stride), offset);
                }

                columns[c] = sum;
            }

            int distance = columns[0] + columns[1] + columns[2] + columns[3];
            for (int x = first; x < last; x++)
            {
                int c = x - first;
                distance += columns[c + (2 * Patch)] - (c == 0 ? 0 : columns[c - 1]);
                int step = (int)(distance * scale);
                if (step < Weights.Length)
                {
                    int one = (y * width) + x;
                    int other = one + (down * width) + right;
                    int weight = Weights[step];
                    weights[one] += weight;
                    weights[other] += weight;
                    sums[one] += weight * picture.Pixels[other];
                    sums[other] += weight * picture.Pixels[one];
                }
            }
        }
    }

    private static int Square(int[] padded, int at, int offset)
    {
        int difference = padded[at] - padded[at + offset];
        return difference * difference;
    }

    private static int[] Pad(GrayImage picture)
    {
        int stride = picture.Width + (2 * Patch);
        int[] padded = new int[stride * (picture.Height + (2 * Patch))];
        for (int i = 0; i < padded.Length; i++)
        {
            int x = Math.Clamp((i % stride) - Patch, 0, picture.Width - 1);
            int y = Math.Clamp((i / stride) - Patch, 0, picture.Height - 1);
            padded[i] = picture.Pixels[(y * picture.Width) + x];
        }

        return padded;
    }
}
