using Cifra.Imaging.Ink;

namespace Cifra.Imaging.Frames;

/// <summary>Finds the pixels of an evened picture that may be print or writing: those darker than their surroundings.</summary>
/// <remarks>Thin lines of a form are fainter than the writing in it, so no single level separates both from the paper.</remarks>
internal static class LineInk
{
    /// <summary>White where there is ink, black elsewhere.</summary>
    /// <param name="even">Dark ink on paper of level <see cref="EvenLight.Paper"/>.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static GrayImage Of(GrayImage even, FrameFinderOptions? options = null)
    {
        options ??= FrameFinderOptions.Default;
        int radius = Math.Max(options.MinSurroundings, (int)(Math.Max(even.Width, even.Height) * options.Surroundings));
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

        int grain = Histogram.Quantile(brighter, options.GrainQuantile);
        int least = (int)Math.Clamp(options.GrainDeviations * grain, options.MinDifference, options.MaxDifference);
        var ink = new GrayImage(even.Width, even.Height);
        for (int i = 0; i < darker.Length; i++)
        {
            ink.Pixels[i] = darker[i] >= least || even.Pixels[i] < options.Dark ? byte.MaxValue : (byte)0;
        }

        return ink;
    }
}
