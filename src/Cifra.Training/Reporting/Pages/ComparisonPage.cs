using System.Globalization;
using Cifra.Evaluation;
using Cifra.Evaluation.Comparison;
using Cifra.Reporting.Sections;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Pages;

/// <summary>A comparison of two networks as one page: figures, costs, and every picture that just one of them reads right.</summary>
public static class ComparisonPage
{
    /// <summary>The page as text, to be stored as UTF-8.</summary>
    public static string Write(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ModelComparison c = report.Comparison;
        Markup page = PageFrame.Begin($"{report.First.Name} and {report.Second.Name} on {report.Data} – Cifra");
        WriteHeadline(page, report);
        page.Open("main");
        WriteCosts(page, report);
        WriteFlips(page, c, "only-first", "Only the first reads right", c.OnlyFirst);
        WriteFlips(page, c, "only-second", "Only the second reads right", c.OnlySecond);
        return page.Close().Close().Close().ToString();
    }

    private static void WriteHeadline(Markup page, ComparisonReport report)
    {
        ModelComparison c = report.Comparison;
        page.Open("header")
            .Leaf("p", "Cifra · two networks compared", ("class", "brow"))
            .Leaf("h1", $"{report.Data}: {report.Verdict}")
            .Leaf("p", $"First {report.First.Name}, second {report.Second.Name}", ("class", "model"))
            .Open("dl", ("class", "figures"));
        Section.Figure(
            page, "Difference", $"{Points(c.Difference)} points", $"95 % interval {Points(c.Interval95.Lower)} to {Points(c.Interval95.Upper)}", "lead");
        Section.Figure(page, "McNemar", $"p = {Figures.Small(c.PValue)}", "exact, two-sided");
        Section.Figure(page, "Only first", Figures.Count(c.OnlyFirst.Count), "read right");
        Section.Figure(page, "Only second", Figures.Count(c.OnlySecond.Count), "read right");
        Section.Figure(page, "Both wrong", Figures.Count(c.BothWrong), $"of {Figures.Plural(c.Images, "image")}");
        page.Close().Close();
    }

    private static void WriteCosts(Markup page, ComparisonReport report)
    {
        Section.Begin(page, "networks", "The networks");
        TextTable table = ComparisonText.Models(report);
        Section.Table(page, "Accuracy and costs", ["", .. table.Header.Skip(1)]);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Section.Row(page, row[0], [.. row.Skip(1)]);
        }

        page.Close().Close().Close();
        page.Open("dl", ("class", "card"));
        foreach ((string name, ComparedModel model) in new[] { ("first", report.First), ("second", report.Second) })
        {
            page.Open("div").Leaf("dt", name).Leaf("dd", $"{model.Name} · {model.Hash}").Close();
        }

        page.Close().Close();
    }

    private static void WriteFlips(Markup page, ModelComparison comparison, string id, string title, IReadOnlyList<Flip> flips)
    {
        Section.Begin(page, id, $"{title}: {Figures.Count(flips.Count)}");
        page.Open("ol", ("class", "cards"));
        foreach (Flip flip in flips)
        {
            PictureCard.Begin(page, comparison.First.Set, flip.Index, $"shows {flip.True}", "flip");
            page.Open("ol", ("class", "likely"));
            WriteReading(page, "first", comparison.First, flip.Index, flip.True);
            WriteReading(page, "second", comparison.Second, flip.Index, flip.True);
            page.Close();
            PictureCard.WriteWhere(page, comparison.First.Set, flip.Index, $"{flip.First} and {flip.Second}");
            page.Close().Close();
        }

        page.Close().Close();
    }

    private static void WriteReading(Markup page, string name, Predictions predictions, int index, int truth)
    {
        int read = predictions.Read[index];
        float confidence = predictions.Probabilities(index)[read];
        page.Open("li", ("class", read == truth ? "truth" : "other"), ("title", name))
            .Leaf("span", Figures.Fixed(read, 0))
            .Open("span", ("class", "meter")).Leaf("span", "", ("style", $"width:{Figures.Fixed(100 * confidence, 1)}%")).Close()
            .Leaf("span", Figures.Probability(confidence))
            .Close();
    }

    private static string Points(double difference) => (100 * difference).ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);
}
