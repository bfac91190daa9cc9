using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reporting.Charts;

/// <summary>A line, the cuts through it, and what the digit network says of each piece between two of them; the pieces of the best path marked.</summary>
internal static class SvgLattice
{
    private const int Scale = 4;      // units of the drawing for a pixel of the line
    private const int Lane = 17;      // height of a row of pieces
    private const int Gap = 6;
    private const double LeastShown = 0.05;
    private const int MostLanes = 9;

    /// <summary>Draws it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="line">The line as the readers saw it.</param>
    /// <param name="lattice">Its cuts and pieces.</param>
    /// <param name="path">The pieces that the answer is read from, left to right; null where there is no path.</param>
    public static void Write(Markup page, GrayImage line, Lattice lattice, IReadOnlyList<Segment>? path)
    {
        HashSet<Segment> best = [.. path ?? []];
        List<List<Segment>> lanes = Lanes(lattice, best);
        double foot = (Scale * line.Height) + Gap;
        double width = Scale * line.Width;
        double height = foot + (lanes.Count * Lane);
        Svg.Begin(page, "lattice", width, height, $"the line with {lattice.Cuts.Count} cuts, and its pieces as the digit network reads them");
        page.Void(
            "image", ("href", PngUri.Of(line)), ("width", Svg.Number(width)), ("height", Svg.Number(Scale * line.Height)), ("preserveAspectRatio", "none"));
        for (int cut = 0; cut < lattice.Cuts.Count; cut++)
        {
            DrawCut(page, lattice.Cuts, cut, best.Any(segment => segment.From == cut || segment.To == cut));
        }

        for (int lane = 0; lane < lanes.Count; lane++)
        {
            foreach (Segment segment in lanes[lane])
            {
                DrawPiece(page, lattice.Cuts, segment, foot + (lane * Lane), best.Contains(segment));
            }
        }

        page.Close();
    }

    /// <summary>How wide it is drawn at full size, in pixels.</summary>
    public static int WidthOf(GrayImage line) => Scale * line.Width;

    // The best path in the first lane; then the likelier ones first, each in the first lane that has room.
    private static List<List<Segment>> Lanes(Lattice lattice, HashSet<Segment> best)
    {
        List<List<Segment>> lanes = [[.. best]];
        IEnumerable<Segment> others = Enumerable.Range(0, lattice.Cuts.Count).SelectMany(lattice.From)
            .Where(segment => segment.Digits.Length > 0 && !best.Contains(segment) && segment.Probability(segment.Likeliest) >= LeastShown)
            .OrderByDescending(segment => segment.Probability(segment.Likeliest));
        foreach (Segment segment in others)
        {
            List<Segment>? free = lanes.Skip(1).FirstOrDefault(lane => lane.TrueForAll(other => other.To <= segment.From || segment.To <= other.From));
            if (free is null && lanes.Count < MostLanes)
            {
                lanes.Add(free = []);
            }

            free?.Add(segment);
        }

        return lanes;
    }

    private static void DrawCut(Markup page, Cuts cuts, int cut, bool taken)
    {
        ReadOnlySpan<int> columns = cuts.Columns(cut);
        var points = new List<string>();
        for (int y = 0; y < columns.Length; y++)
        {
            points.Add($"{Svg.Number(Scale * columns[y])},{Svg.Number(Scale * (y + 0.5))}");
        }

        page.Void("polyline", ("class", taken ? "cut taken" : "cut"), ("points", string.Join(' ', points)));
    }

    private static void DrawPiece(Markup page, Cuts cuts, Segment segment, double top, bool taken)
    {
        double left = (Scale * cuts.Middle(segment.From)) + 1;
        double right = (Scale * cuts.Middle(segment.To)) - 1;
        Svg.Rect(page, taken ? "piece taken" : "piece", left, top, Math.Max(1, right - left), Lane - 3);
        string label = segment.Digits.Length == 0 ? "" : $"{segment.Likeliest} {Figures.Fixed(100 * segment.Probability(segment.Likeliest), 0)}";
        Svg.Text(page, "mid", (left + right) / 2, top + Lane - 6, label);
    }
}
