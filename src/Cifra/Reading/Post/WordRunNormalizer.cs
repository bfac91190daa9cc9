using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>Cuts the ink of a run of words out of a page, without ink that reaches into it from the lines above and below, and normalizes it.</summary>
internal static class WordRunNormalizer
{
    /// <summary>The normalized line, as <see cref="LineReader"/> takes it.</summary>
    /// <param name="ink">The page's ink.</param>
    /// <param name="components">Its components.</param>
    /// <param name="run">The words.</param>
    /// <param name="line">Where they stand.</param>
    public static GrayImage Normalize(GrayImage ink, ConnectedComponents components, WordRun run, TextLine line)
    {
        int margin = (int)(PostcodeOptions.Default.InkMargin * line.Height) + 1;
        int top = Math.Max(0, run.Box.Y - margin);
        int left = Math.Max(0, run.Box.X - margin);
        var box = new PixelBox(left, top, Math.Min(ink.Width, run.Box.Right + margin) - left, Math.Min(ink.Height, run.Box.Bottom + margin) - top);
        GrayImage alone = components.Cut(ink, box, Labels(components, run));

        // The cut has a fringe of one pixel, except at the edges of the page.
        double down = Math.Max(0, top - 1);
        double across = Math.Max(0, left - 1);
        double right = Math.Min(line.Right, line.Left + (line.Height / LineNormalizer.DigitHeight * (LineClassifier.MostWidth - 1)));
        return LineNormalizer.Normalize(alone, line.Top - down, line.Bottom - down, line.Left - across, right - across, line.Slope);
    }

    // The run's parts, and the small components among them that are no parts: a dash, the loose bar of a 5.
    private static HashSet<int> Labels(ConnectedComponents components, WordRun run)
    {
        HashSet<int> labels = [.. run.Parts.Select(part => part.Label)];
        double small = PostcodeOptions.Default.MaxDetachedHeight * run.Line.Height;
        foreach (Component other in components.All)
        {
            bool isInside = other.CentreX > run.Box.X && other.CentreX < run.Box.Right && other.CentreY > run.Box.Y && other.CentreY < run.Box.Bottom;
            if (isInside && other.Box.Height < small)
            {
                labels.Add(other.Label);
            }
        }

        return labels;
    }
}
