namespace Cifra.Reporting.Charts;

/// <summary>The frame of a chart: maps values to places, draws grid and labels.</summary>
internal sealed class Plot(double left, double top, double width, double height, Axis x, Axis y)
{
    public double Left => left;

    public double Bottom => top + height;

    public double Width => width;

    public double Height => height;

    public double X(double value) => left + (width * x.Fraction(value));

    public double Y(double value) => top + (height * (1 - y.Fraction(value)));

    /// <summary>Lines across, and a number beside each.</summary>
    public void DrawRows(Markup page, Func<double, string> label)
    {
        foreach (double tick in y.Ticks)
        {
            Svg.Line(page, "grid", left, Y(tick), left + width, Y(tick));
            Svg.Text(page, "tick end", left - 6, Y(tick) + 4, label(tick));
        }
    }

    /// <summary>A number below each mark of the lower side, and what the numbers are.</summary>
    public void DrawColumns(Markup page, Func<double, string> label, string name)
    {
        foreach (double tick in x.Ticks)
        {
            Svg.Text(page, "tick mid", X(tick), Bottom + 17, label(tick));
        }

        Svg.Text(page, "axis mid", left + (width / 2), Bottom + 35, name);
    }
}
