using Cifra.Evaluation.Robustness;
using Cifra.Reporting.Charts;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Sections;

/// <summary>The robustness card: a small chart a corruption, those first that the training never saw, and the numbers behind them.</summary>
internal static class RobustnessSection
{
    private const string Unseen = "never seen in training";
    private const string Seen = "something of the kind seen in training";

    public static void Write(Markup page, RobustnessReport? report, RobustnessReport? before)
    {
        if (report is null)
        {
            return;
        }

        Section.Begin(page, "robustness", "How it takes worse pictures");
        WriteFigures(page, report, before);
        double lowest = report.Curves.SelectMany(curve => curve.Points).Append(report.Clean).Min(point => point.Interval95.Lower);
        Axis axis = Axis.Reaching(Math.Floor(lowest * 10) / 10, 1);
        foreach (bool seen in (bool[])[false, true])
        {
            CorruptionCurve[] curves = [.. report.Curves.Where(curve => curve.SeenInTraining == seen)];
            if (curves.Length > 0)
            {
                page.Leaf("h3", seen ? $"Corruptions with {Seen}" : $"Corruptions {Unseen}").Open("ul", ("class", "curves"));
                foreach (CorruptionCurve curve in curves)
                {
                    WriteCurve(page, report, curve, before, axis);
                }

                page.Close();
            }
        }

        WriteTable(page, report, before);
        page.Close();
    }

    private static void WriteFigures(Markup page, RobustnessReport report, RobustnessReport? before)
    {
        page.Leaf("p", $"{Figures.Plural(report.Images, "image")} of the set, each made worse in {report.All.Corruptions} ways at five strengths, "
            + (report.PicturePath ? "then taken through the picture path as a picture file is. "
                : report.Repaired ? "repaired where it is damaged, and given to the network. "
                : "and given to the network as they are. ")
            + "Strength 1 is mild; at 5 most are still read by a person. All charts share one axis, accuracy in percent; the band is the 95 % interval."
            + (before is null ? "" : " The dashed line is the card that this is compared with."));
        page.Open("p");
        if (report.Unseen is { } unseen)
        {
            page.Leaf("b", Mean(unseen)).Text($" on average over the {unseen.Corruptions} that its training never showed; ");
        }

        page.Text($"{Mean(report.All)} over all {report.All.Corruptions}; {Figures.Percent(report.Clean.Accuracy)} on the same images as they are.").Close();
    }

    private static string Mean(RobustnessMean mean) =>
        $"{Figures.Percent(mean.Accuracy)} ({Figures.InPercent(mean.Lower)} to {Figures.InPercent(mean.Upper)})";

    private static void WriteCurve(Markup page, RobustnessReport report, CorruptionCurve curve, RobustnessReport? before, Axis axis)
    {
        page.Open("li").Open("figure").Open("figcaption").Leaf("b", curve.Corruption)
            .Text($" {Figures.Percent(curve.Mean, 1)}").Leaf("p", curve.Meaning, ("class", "note")).Close();
        SvgSmallCurve.Write(page, axis, report.Clean, curve, RobustnessText.Same(curve, before));
        page.Close().Close();
    }

    private static void WriteTable(Markup page, RobustnessReport report, RobustnessReport? before)
    {
        TextTable table = RobustnessText.Table(report, before);
        page.Open("details").Leaf("summary", "The numbers as a table");
        Section.Table(page, "Accuracy in percent by corruption and strength", [.. table.Header]);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Section.Row(page, row[0], [.. row.Skip(1)]);
        }

        page.Close().Close().Close().Close();
    }
}
