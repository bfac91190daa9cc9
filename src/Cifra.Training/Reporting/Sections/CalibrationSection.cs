using Cifra.Evaluation;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>The reliability diagram, and the numbers behind it.</summary>
internal static class CalibrationSection
{
    public static void Write(Markup page, EvaluationReport report)
    {
        Section.Begin(page, "calibration", "Does its confidence keep its word?");
        page.Leaf("p", "Of all readings made with a confidence of 90 %, nine in ten should be right: bars that end on the diagonal. "
            + $"On average confidence and accuracy are {Figures.Percent(report.Calibration.ExpectedError)} apart (expected calibration error, 15 bins).");
        page.Open("div", ("class", "pair"));
        page.Open("figure");
        SvgReliability.Write(page, report.Calibration);
        page.Open("figcaption");
        Section.Legend(page, [("accuracy", "s1"), ("mean confidence", "confidence"), ("perfect", "ideal")]);
        page.Close().Close();

        Section.Table(page, "Readings by confidence, in percent", "confidence", "images", "mean confidence", "accuracy");
        foreach (ReliabilityBin bin in report.Calibration.Bins.Where(bin => bin.Count > 0))
        {
            Section.Row(
                page,
                $"{Figures.Fixed(100 * bin.Lower, 1)} to {Figures.Fixed(100 * bin.Upper, 1)}",
                Figures.Count(bin.Count),
                Figures.InPercent(bin.Confidence),
                Figures.InPercent(bin.Accuracy));
        }

        page.Close().Close().Close();
        page.Close().Close();
    }
}
