using System.Text;
using Cifra.Evaluation.Robustness;

namespace Cifra.Reporting.Charts;

/// <summary>One of many small charts on the same axes: accuracy over the five strengths of a corruption, with the band of its intervals.</summary>
internal static class SvgSmallCurve
{
    private const double Width = 240;
    private const double Height = 170;
    private const double Left = 44;
    private const double Top = 10;

    /// <summary>Draws a curve, and where there is one an older curve under it.</summary>
    public static void Write(Markup page, Axis y, CorruptionPoint clean, CorruptionCurve curve, CorruptionCurve? before)
    {
        CorruptionPoint[] points = [clean, .. curve.Points];
        var plot = new Plot(Left, Top, Width - Left - 10, Height - Top - 40, Axis.Whole(0, curve.Points.Count), y);
        Svg.Begin(page, "curve", Width, Height, $"Accuracy by strength of {curve.Corruption}: "
            + string.Join(", ", curve.Points.Select(point => Figures.Percent(point.Accuracy, 1))));
        plot.DrawRows(page, tick => Figures.Fixed(100 * tick, 0));
        plot.DrawColumns(page, tick => Figures.Fixed(tick, 0), "strength");
        page.Void("path", ("class", "band"), ("d", Path(
            [
                .. points.Select(point => (point.Strength, point.Interval95.Upper)),
                .. points.Reverse().Select(point => (point.Strength, point.Interval95.Lower))], plot) + "z"));
        if (before is not null)
        {
            page.Void("path", ("class", "line s2"), ("d", Path([.. before.Points.Select(point => (point.Strength, point.Accuracy))], plot)));
        }

        page.Void("path", ("class", "line s1"), ("d", Path([.. points.Select(point => (point.Strength, point.Accuracy))], plot)));
        foreach (CorruptionPoint point in points)
        {
            page.Open("circle", ("class", "dot s1"), ("cx", Svg.Number(plot.X(point.Strength))), ("cy", Svg.Number(plot.Y(point.Accuracy))), ("r", "2.6"))
                .Leaf("title", Describe(curve, point))
                .Close();
        }

        page.Close();
    }

    private static string Describe(CorruptionCurve curve, CorruptionPoint point)
    {
        string accuracy = $"{Figures.Percent(point.Accuracy)}, "
            + $"95 % interval {Figures.InPercent(point.Interval95.Lower)} to {Figures.Percent(point.Interval95.Upper)}";
        return point.Strength == 0
            ? $"as they are: {accuracy}"
            : $"{curve.Corruption} {point.Strength} ({Figures.Plain(point.Dial)} {curve.Unit}): {accuracy}";
    }

    private static string Path(IReadOnlyList<(int X, double Y)> points, Plot plot)
    {
        var path = new StringBuilder();
        foreach ((int x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Svg.Number(plot.X(x))).Append(' ').Append(Svg.Number(plot.Y(y)));
        }

        return path.ToString();
    }
}
