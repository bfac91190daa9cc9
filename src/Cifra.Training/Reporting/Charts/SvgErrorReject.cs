using System.Text;
using Cifra.Evaluation.Refusals;

namespace Cifra.Reporting.Charts;

/// <summary>The error among the accepted over the part accepted, on a logarithmic axis, with the band of its interval.</summary>
internal static class SvgErrorReject
{
    private const double Width = 400;
    private const double Height = 280;
    private const double Left = 60;
    private const double Top = 12;

    /// <summary>Draws the points from a coverage on; at least one.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="curve">What to draw.</param>
    /// <param name="from">Left end, 0..1; below 1.</param>
    /// <param name="lowest">The axis reaches down to this at least; an error of 0, which has no place on it, stands at its lower end.</param>
    public static void Write(Markup page, ErrorRejectCurve curve, double from, double lowest)
    {
        ErrorRejectPoint[] points = [.. curve.Points.Where(point => point.Coverage >= from)];
        Axis errors = Axis.Powers(lowest, Math.Max(2 * lowest, points.Max(point => point.Upper)));
        var plot = new Plot(Left, Top, Width - Left - 14, Height - Top - 42, Axis.Reaching(from, 1), errors);
        double Place(double error) => plot.Y(Math.Max(error, errors.Low));

        Svg.Begin(page, "lines", Width, Height, $"Error among the accepted over the part accepted, from {Figures.Percent(from, 0)} on");
        plot.DrawRows(page, rate => $"{Figures.Plain(100 * rate)}%");
        plot.DrawColumns(page, share => Figures.Percent(share, 0), "accepted");
        page.Void(
            "path", ("class", "interval"),
            ("d", Path(plot, points.Select(p => (p.Coverage, Place(p.Upper))).Concat(points.Reverse().Select(p => (p.Coverage, Place(p.Lower))))) + "Z"));
        page.Void("path", ("class", "line s1"), ("d", Path(plot, points.Select(p => (p.Coverage, Place(p.Error))))));
        foreach (ErrorRejectPoint point in points)
        {
            page.Open("circle", ("class", "dot s1"), ("cx", Svg.Number(plot.X(point.Coverage))), ("cy", Svg.Number(Place(point.Error))), ("r", "2"))
                .Leaf("title", $"{Figures.Percent(point.Coverage, 1)} accepted, surer than {Figures.Probability(point.Confidence)}: "
                    + $"{Figures.Plural(point.Errors, "error")}, "
                    + $"{Figures.Percent(point.Error, 3)}; 95 % interval {Figures.Percent(point.Lower, 3)} to {Figures.Percent(point.Upper, 3)}")
                .Close();
        }

        page.Close();
    }

    private static string Path(Plot plot, IEnumerable<(double Coverage, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double coverage, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Svg.Number(plot.X(coverage))).Append(' ').Append(Svg.Number(y));
        }

        return path.ToString();
    }
}
