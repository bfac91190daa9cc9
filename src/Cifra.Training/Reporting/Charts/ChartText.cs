namespace Cifra.Reporting.Charts;

/// <summary>What a chart says.</summary>
/// <param name="Title">What it shows, in words, for who cannot see it.</param>
/// <param name="Columns">What lies along the lower side: "epoch".</param>
/// <param name="Tick">How a mark of the upright axis is written.</param>
/// <param name="Value">How a measured value is written.</param>
internal sealed record ChartText(string Title, string Columns, Func<double, string> Tick, Func<double, string> Value);
