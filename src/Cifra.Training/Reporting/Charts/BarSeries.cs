namespace Cifra.Reporting.Charts;

/// <summary>One colour of bars in a chart.</summary>
/// <param name="Name">"precision".</param>
/// <param name="Style">A class name of the style sheet: "s1".</param>
/// <param name="Values">A value for each group; null where there is no bar.</param>
internal sealed record BarSeries(string Name, string Style, IReadOnlyList<double?> Values);
