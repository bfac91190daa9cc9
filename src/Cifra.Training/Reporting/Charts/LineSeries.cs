namespace Cifra.Reporting.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">"training".</param>
/// <param name="Style">A class name of the style sheet: "s1" solid, "s2" dashed.</param>
/// <param name="Points">Where it goes; a missing value is passed over.</param>
internal sealed record LineSeries(string Name, string Style, IReadOnlyList<(int X, double? Y)> Points)
{
    private const double Largest = 1e12; // a training that ran away to more than this has no curve worth a look

    /// <summary>The points that have a value that can be drawn.</summary>
    public IEnumerable<(int X, double Y)> Drawn =>
        Points.Where(point => point.Y is { } y && Math.Abs(y) <= Largest).Select(point => (point.X, point.Y!.Value));
}
