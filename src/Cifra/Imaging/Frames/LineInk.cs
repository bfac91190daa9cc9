using Cifra.Imaging.Ink;

namespace Cifra.Imaging.Frames;

/// <summary>Which pixels of an evened picture may belong to something printed or written: darker than what is around them.</summary>
/// <remarks>Thin lines of a form are fainter than what is written into it, hence no one level parts them from the paper; their surroundings do.</remarks>
internal static class LineInk
{
    /// <summary>The square around a pixel that it is compared with reaches this part of the picture's longer side each way.</summary>
    private const double Surroundings = 1 / 110.0;

    /// <summary>Ink is darker than its surroundings by this many deviations of the paper's grain, but by no less than the first and need not by more than the second of these.</summary>
    private const double GrainDeviations = 2;
    private const int LeastDifference = 6;
    private const int MostDifference = 24;

    /// <summary>What is as dark as this is ink whatever is around it: the inside of a solid mark.</summary>
    private const int Dark = EvenLight.Paper / 2;

    /// <summary>White where there is ink.</summary>
    /// <param name="even">Dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    public static GrayImage Of(GrayImage even)
    {
        int radius = Math.Max(4, (int)(Math.Max(even.Width, even.Height) * Surroundings));
        BoxSums sums = BoxSums.OfLevels(even);
        int[] brighter = new int[256];
        byte[] darker = new byte[even.Pixels.Length];
        for (int y = 0; y < even.Height; y++)
        {
            ReadOnlySpan<byte> row = even.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                (long sum, int count) = sums.Around(x, y, radius);
                int mean = (int)(sum / count);
                brighter[Math.Max(0, row[x] - mean)]++;
                darker[(y * even.Width) + x] = (byte)Math.Max(0, mean - row[x]);
            }
        }

        int grain = Histogram.Quantile(brighter, 0.84);
        int least = (int)Math.Clamp(GrainDeviations * grain, LeastDifference, MostDifference);
        var ink = new GrayImage(even.Width, even.Height);
        for (int i = 0; i < darker.Length; i++)
        {
            ink.Pixels[i] = darker[i] >= least || even.Pixels[i] < Dark ? byte.MaxValue : (byte)0;
        }

        return ink;
    }
}
