using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>Takes the ink of a run of words out of a page, without what reaches into it from the lines above and below.</summary>
internal static class RunInk
{
    /// <summary>Rows that are taken above the run and below it, in its height.</summary>
    private const double ScratchSlot = 0.3;

    /// <summary>The run's ink alone, and the page's column and row where it begins.</summary>
    /// <param name="ink">The page's ink.</param>
    /// <param name="components">Its components.</param>
    /// <param name="run">The words.</param>
    /// <param name="line">Where they stand.</param>
    public static (GrayImage Ink, int Left, int Top) Cut(GrayImage ink, ConnectedComponents components, WordRun run, TextLine line)
    {
        int room = (int)(ScratchSlot * line.Height) + 1;
        int top = Math.Max(0, run.Box.Y - room);
        int left = Math.Max(0, run.Box.X - room);
        var box = new PixelBox(left, top, Math.Min(ink.Width, run.Box.Right + room) - left, Math.Min(ink.Height, run.Box.Bottom + room) - top);
        GrayImage alone = components.Cut(ink, box, Labels(components, run));

        // The cut has a fringe of a pixel where the page goes on.
        return (alone, Math.Max(0, left - 1), Math.Max(0, top - 1));
    }

    // Its parts, and the specks and strokes among them that are too small to be parts: a dash, the loose bar of a 5.
    private static HashSet<int> Labels(ConnectedComponents components, WordRun run)
    {
        HashSet<int> labels = [.. run.Parts.Select(part => part.Label)];
        double small = 0.6 * run.Line.Height;
        foreach (Component other in components.All)
        {
            if (other.Box.Height < small && other.CentreX > run.Box.X && other.CentreX < run.Box.Right && other.CentreY > run.Box.Y && other.CentreY < run.Box.Bottom)
            {
                labels.Add(other.Label);
            }
        }

        return labels;
    }
}
