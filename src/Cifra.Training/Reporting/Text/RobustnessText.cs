using System.Globalization;
using Cifra.Evaluation.Robustness;

namespace Cifra.Reporting.Text;

/// <summary>A robustness report as plain text.</summary>
public static class RobustnessText
{
    /// <summary>A row a corruption: whether the training saw something of its kind, accuracy in percent at each strength, and the mean.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="before">An older measurement: adds a column of how far each mean is from its own.</param>
    public static TextTable Table(RobustnessReport report, RobustnessReport? before = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] change = before is null ? [] : ["change"];
        string[] header = ["corruption", "seen", .. Enumerable.Range(1, report.Curves[0].Points.Count).Select(Whole), "mean", .. change, "dial"];
        return new TextTable(header, [.. report.Curves.Select(curve => Row(curve, before))]);
    }

    /// <summary>The means, with their intervals, a line each; and against what the older measurement is not to be held, if anything.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="before">An older measurement to compare with.</param>
    public static string Summary(RobustnessReport report, RobustnessReport? before = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        string way = report.PicturePath ? "through the picture path"
            : report.Repaired ? "to the network, damaged ones repaired"
            : "straight to the network";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            robustness  {Mean(report.Unseen, before?.Unseen)} over what no picture of its training showed
                        {Mean(report.All, before?.All)} over all {report.All.Corruptions} corruptions
                        {Figures.InPercent(report.Clean.Accuracy)}% on the same {report.Images} pictures as they are; all went {way}

            """).ReplaceLineEndings("\n");
    }

    /// <summary>Why two measurements must not be compared; null where they may be.</summary>
    public static string? Difference(RobustnessReport report, RobustnessReport before)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(before);
        return report.PicturePath != before.PicturePath || report.Repaired != before.Repaired ? "the pictures took another path to the network"
            : report.Images != before.Images
                ? string.Create(CultureInfo.InvariantCulture, $"it was measured on {before.Images} pictures, this on {report.Images}")
            : report.Curves.Any(curve => !before.Curves.Any(old => SameDial(curve, old))) ? "its corruptions have other dials, or are others"
            : null;
    }

    /// <summary>The curve of the same corruption.</summary>
    internal static CorruptionCurve? Same(CorruptionCurve curve, RobustnessReport? before) =>
        before?.Curves.FirstOrDefault(old => old.Corruption == curve.Corruption);

    private static bool SameDial(CorruptionCurve curve, CorruptionCurve old) => curve.Corruption == old.Corruption
        && curve.Points.Select(point => point.Dial).SequenceEqual(old.Points.Select(point => point.Dial));

    private static string[] Row(CorruptionCurve curve, RobustnessReport? before)
    {
        string[] change = before is null ? [] : [Same(curve, before) is { } old ? Signed(curve.Mean - old.Mean) : Figures.None];
        string dial = $"{string.Join(' ', curve.Points.Select(point => Figures.Plain(point.Dial)))} {curve.Unit}";
        return
        [
            curve.Corruption, curve.SeenInTraining ? "yes" : "no", .. curve.Points.Select(point => Figures.InPercent(point.Accuracy)),
            Figures.InPercent(curve.Mean), .. change, dial,
        ];
    }

    private static string Mean(RobustnessMean? mean, RobustnessMean? before)
    {
        if (mean is null)
        {
            return "none";
        }

        string change = before is null ? "" : $", {Signed(mean.Accuracy - before.Accuracy)} against the card";
        return $"{Figures.InPercent(mean.Accuracy)}% (95% interval {Figures.InPercent(mean.Lower)}% to {Figures.InPercent(mean.Upper)}%{change})";
    }

    private static string Signed(double change) => (100 * change).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
