using System.Globalization;
using System.Text;

namespace Cifra.Reporting.Charts;

/// <summary>Lines over whole numbers: the learning curves over the epochs.</summary>
internal static class SvgLineChart
{
    private const double Width = 400;
    private const double Height = 250;
    private const double Left = 54;
    private const double Top = 12;
    private const int MostMarkers = 40;

    /// <summary>Draws the series that have a value; nothing at all where none has.</summary>
    public static void Write(Markup page, ChartText text, Axis y, IReadOnlyList<LineSeries> series)
    {
        int[] xs = [.. series.SelectMany(line => line.Drawn).Select(point => point.X)];
        if (xs.Length == 0)
        {
            return;
        }

        var plot = new Plot(Left, Top, Width - Left - 14, Height - Top - 42, Axis.Whole(xs.Min(), xs.Max()), y);
        Svg.Begin(page, "lines", Width, Height, text.Title);
        plot.DrawRows(page, text.Tick);
        plot.DrawColumns(page, tick => tick.ToString("0", CultureInfo.InvariantCulture), text.Columns);
        foreach (LineSeries line in series)
        {
            WriteSeries(page, plot, text, line);
        }

        page.Close();
    }

    private static void WriteSeries(Markup page, Plot plot, ChartText text, LineSeries line)
    {
        (int X, double Y)[] points = [.. line.Drawn];
        var path = new StringBuilder();
        foreach ((int x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Svg.Number(plot.X(x))).Append(' ').Append(Svg.Number(plot.Y(y)));
        }

        if (points.Length > 1)
        {
            page.Void("path", ("class", $"line {line.Style}"), ("d", path.ToString()));
        }

        foreach ((int x, double y) in points.Length <= MostMarkers ? points : points[^1..])
        {
            page.Open("circle", ("class", $"dot {line.Style}"), ("cx", Svg.Number(plot.X(x))), ("cy", Svg.Number(plot.Y(y))), ("r", "3"))
                .Leaf("title", $"{line.Name}, {text.Columns} {x}: {text.Value(y)}")
                .Close();
        }
    }
}
