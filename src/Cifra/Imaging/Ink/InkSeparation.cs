using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Takes the ink off an evened picture: what is left is bright ink on black.</summary>
internal static class InkSeparation
{
    /// <summary>A stroke somewhere reaches this level of the usual ink's 255, or is that much darker than the paper's grain.</summary>
    private const int StrokeLevel = 112;

    /// <summary>So many deviations of the paper's grain; but no stroke is fainter than <see cref="FaintestStroke"/>.</summary>
    private const int GrainDeviations = 8;
    private const int FaintestStroke = 64;

    /// <summary>The ink of a picture from <see cref="EvenLight"/>.</summary>
    /// <param name="stage">Dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="keepFaint">Whether ink begins just above the paper's grain, so that the faint ends of strokes stay.</param>
    public static Step Apply(Stage stage, bool keepFaint = false)
    {
        int[] histogram = new int[InkLevels.Bins];
        foreach (byte level in stage.Picture.Pixels)
        {
            histogram[InkLevels.Bin(EvenLight.Absorption(level))]++;
        }

        var ink = new GrayImage(stage.Picture.Width, stage.Picture.Height);
        InkLevels? levels = InkLevels.Find(histogram, keepFaint);
        if (levels is null)
        {
            return Step.Taken(stage.Showing(ink), "nothing stands out of the paper: there is no ink");
        }

        byte[] stretched = [.. Enumerable.Range(0, 256).Select(level => levels.Stretch(EvenLight.Absorption(level)))];
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            ink.Pixels[i] = stretched[stage.Picture.Pixels[i]];
        }

        int middle = Histogram.Quantile(histogram, 0.5);
        int grain = Math.Max(1, middle - Histogram.Quantile(histogram, 0.16));
        int aboveGrain = levels.Stretch(middle - InkLevels.Bin(0) + (GrainDeviations * grain));
        byte stroke = (byte)Math.Clamp(aboveGrain, FaintestStroke, StrokeLevel);
        InkCleaner.RemoveHaze(ink, stroke);
        return Step.Taken(stage.Showing(ink), FormattableString.Invariant(
            $"up to {levels.Paper / 255.0:P0} of the light taken is paper, from {levels.Ink / 255.0:P0} on it is full ink; patches that are nowhere as dark as {stroke / 255.0:P0} of that are left out"));
    }
}
