using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Suppresses what is printed under the writing: the curves of a cheque's guilloche, dot screens, coarse paper.</summary>
/// <remarks>
/// A pattern is fainter than the pen and thinner. Smoothing over three pixels takes most from what is thin; Otsu's level then parts strokes from pattern, and the two
/// means say how dark each is. What is nearer the pattern's is bleached. A faint place stays if it hangs together with a dark one: hysteresis as in Canny 1986.
/// </remarks>
internal static class PaperPattern
{
    /// <summary>Paper whose spread is at least this part of the ink's contrast is not plain.</summary>
    private const double LeastSpread = 0.08;

    /// <summary>Ink covers this share of a field at least, or the levels of its strokes cannot be learned from all pixels.</summary>
    private const double LeastInk = 0.03;

    /// <summary>What covers more than this is no writing, but half of a pattern.</summary>
    private const double MostInk = 0.35;

    /// <summary>Strokes are this many deviations of the pattern darker than it; any pattern's own darker half is 2.7.</summary>
    private const double LeastSeparation = 3.3;

    /// <summary>Ink is darker than its paper by at least this many levels of 255.</summary>
    private const int FaintestInk = 24;

    /// <summary>Between the pattern's mean (0) and the strokes' (1): below this is paper.</summary>
    private const double Weak = 0.3;

    /// <summary>From this on it is surely a stroke; what has no such pixel is pattern.</summary>
    private const double Strong = 0.65;

    /// <summary>A stroke's dark places have at least this many pixels together; a crossing of two thin lines has fewer.</summary>
    private const int LeastStrong = 4;

    /// <summary>An evened picture (<see cref="EvenLight"/>) without its pattern, its ink black.</summary>
    public static Step Apply(Stage stage)
    {
        GrayImage absorbed = SmoothAbsorption(stage.Picture);
        int[] histogram = Histogram.Of(absorbed.Pixels);
        int level = Histogram.OtsuLevel(histogram);
        (double paper, double spread, _) = Class(histogram, 0, level);
        (double ink, _, double share) = Class(histogram, level + 1, 255);
        double contrast = ink - paper;
        if (share < LeastInk || share > MostInk || contrast < FaintestInk || spread < LeastSpread * contrast || contrast < LeastSeparation * spread)
        {
            return Step.Skipped(stage, spread < LeastSpread * contrast
                ? FormattableString.Invariant($"the paper is plain: its levels spread by {spread / contrast:P0} of the ink's contrast")
                : FormattableString.Invariant($"no writing stands out of a pattern: {share:P0} is darker, by {contrast / Math.Max(spread, 1):F1} times what the rest spreads"));
        }

        var bleached = new GrayImage(stage.Picture.Width, stage.Picture.Height);
        double white = paper + (Weak * contrast);
        for (int i = 0; i < bleached.Pixels.Length; i++)
        {
            bleached.Pixels[i] = (byte)Math.Clamp(255 * (absorbed.Pixels[i] - white) / (ink - white), 0, 255);
        }

        KeepStrokes(bleached, (byte)(255 * (Strong - Weak) / (1 - Weak)));
        for (int i = 0; i < bleached.Pixels.Length; i++)
        {
            bleached.Pixels[i] = (byte)(EvenLight.Paper - (bleached.Pixels[i] * EvenLight.Paper / 255));
        }

        return Step.Taken(stage.Showing(bleached), FormattableString.Invariant(
            $"the paper is patterned: its levels spread by {spread / contrast:P0} of the ink's contrast. Strokes take {ink / 255:P0} of the light, the paper {paper / 255:P0}; below {white / 255:P0} is bleached"));
    }

    // What the ink takes of the light, 0 to 255, each pixel counted with its neighbours 1-2-1 both ways.
    private static GrayImage SmoothAbsorption(GrayImage even)
    {
        int[] across = new int[even.Pixels.Length];
        for (int y = 0; y < even.Height; y++)
        {
            ReadOnlySpan<byte> row = even.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                across[(y * even.Width) + x] = row[Math.Max(0, x - 1)] + (2 * row[x]) + row[Math.Min(row.Length - 1, x + 1)];
            }
        }

        var smooth = new GrayImage(even.Width, even.Height);
        for (int y = 0; y < even.Height; y++)
        {
            int above = Math.Max(0, y - 1) * even.Width;
            int below = Math.Min(even.Height - 1, y + 1) * even.Width;
            for (int x = 0; x < even.Width; x++)
            {
                int sum = across[above + x] + (2 * across[(y * even.Width) + x]) + across[below + x];
                smooth.Row(y)[x] = (byte)Math.Clamp(((16 * EvenLight.Paper) - sum) * 255 / (16 * EvenLight.Paper), 0, 255);
            }
        }

        return smooth;
    }

    private static (double Mean, double Deviation, double Share) Class(int[] histogram, int first, int last)
    {
        double count = 0;
        double sum = 0;
        double squares = 0;
        double all = histogram.Sum();
        for (int level = first; level <= last; level++)
        {
            count += histogram[level];
            sum += (double)histogram[level] * level;
            squares += (double)histogram[level] * level * level;
        }

        double mean = count == 0 ? 0 : sum / count;
        return (mean, count == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))), count / all);
    }

    private static void KeepStrokes(GrayImage ink, byte strong)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink);
        int[] strongPixels = new int[components.All.Count + 1];
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            strongPixels[components.Labels[i]] += ink.Pixels[i] >= strong ? 1 : 0;
        }

        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            if (strongPixels[components.Labels[i]] < LeastStrong)
            {
                ink.Pixels[i] = 0;
            }
        }
    }
}
