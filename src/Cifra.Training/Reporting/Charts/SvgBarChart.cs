namespace Cifra.Reporting.Charts;

/// <summary>Groups of upright bars: the scores of each digit.</summary>
internal static class SvgBarChart
{
    private const double Width = 440;
    private const double Height = 280;
    private const double Left = 54;
    private const double Top = 12;
    private const double Fill = 0.78; // the part of a group's width that its bars take

    /// <summary>Draws the bars from the low end of <paramref name="y"/> up; every series has a value for each group.</summary>
    public static void Write(Markup page, ChartText text, Axis y, IReadOnlyList<string> groups, IReadOnlyList<BarSeries> series)
    {
        var plot = new Plot(Left, Top, Width - Left - 8, Height - Top - 42, Axis.Whole(0, groups.Count), y);
        double group = plot.Width / groups.Count;
        double bar = group * Fill / series.Count;

        Svg.Begin(page, "bars", Width, Height, text.Title);
        plot.DrawRows(page, text.Tick);
        for (int i = 0; i < groups.Count; i++)
        {
            double start = plot.Left + (group * (i + ((1 - Fill) / 2)));
            for (int s = 0; s < series.Count; s++)
            {
                if (series[s].Values[i] is { } value)
                {
                    double height = plot.Bottom - plot.Y(Math.Clamp(value, y.Low, y.High));
                    page.Open("g").Leaf("title", $"{text.Columns} {groups[i]}, {series[s].Name}: {text.Value(value)}");
                    Svg.Rect(page, $"bar {series[s].Style}", start + (s * bar), plot.Bottom - height, bar * 0.92, height);
                    page.Close();
                }
            }

            Svg.Text(page, "tick mid", start + (group * Fill / 2), plot.Bottom + 17, groups[i]);
        }

        Svg.Line(page, "base", plot.Left, plot.Bottom, plot.Left + plot.Width, plot.Bottom);
        Svg.Text(page, "axis mid", plot.Left + (plot.Width / 2), plot.Bottom + 35, text.Columns);
        page.Close();
    }
}
