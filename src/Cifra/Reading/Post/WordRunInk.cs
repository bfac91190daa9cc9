using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>Cuts the ink of a run of words out of a page, without ink that reaches into it from the lines above and below.</summary>
internal static class WordRunInk
{
    /// <summary>The run's ink alone, and the column and the row of the page where it begins.</summary>
    /// <param name="ink">The page's ink.</param>
    /// <param name="components">Its components.</param>
    /// <param name="run">The words.</param>
    /// <param name="line">Where they stand.</param>
    public static (GrayImage Ink, int Left, int Top) Cut(GrayImage ink, ConnectedComponents components, WordRun run, TextLine line)
    {
        int margin = (int)(PostcodeOptions.Default.InkMargin * line.Height) + 1;
        int top = Math.Max(0, run.Box.Y - margin);
        int left = Math.Max(0, run.Box.X - margin);
        var box = new PixelBox(left, top, Math.Min(ink.Width, run.Box.Right + margin) - left, Math.Min(ink.Height, run.Box.Bottom + margin) - top);
        GrayImage alone = components.Cut(ink, box, Labels(components, run));

        // The cut has a fringe of one pixel, except at the edges of the page.
        return (alone, Math.Max(0, left - 1), Math.Max(0, top - 1));
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
