using Cifra.Evaluation;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>The confusion matrix as a heat map, and the pairs confused most often with their pictures.</summary>
internal static class ConfusionSection
{
    private const int MostPairs = 10;
    private const int PicturesPerPair = 6;

    public static void Write(Markup page, EvaluationReport report)
    {
        Section.Begin(page, "confusion", "What is taken for what");
        page.Open("div", ("class", "pair confusion"));
        WriteMatrix(page, report.Confusion);
        WritePairs(page, report);
        page.Close().Close();
    }

    private static void WriteMatrix(Markup page, ConfusionMatrix confusion)
    {
        page.Open("figure");
        Choice(page, "by-count", "Counts", ("checked", "checked"));
        Choice(page, "by-row", "Percent of the row");
        page.Open("div", ("class", "heat"));
        SvgHeatMap.Write(page, confusion);
        page.Open("figcaption");
        WriteLegend(page, confusion);
        page.Leaf("p", "Errors carry the colour; what was read right is grey. A cell leads to its pictures.");
        page.Close().Close().Close();
    }

    // Radio buttons that stand before what they change, so that style alone can follow them.
    private static void Choice(Markup page, string id, string name, params ReadOnlySpan<(string Name, string Value)> state) => page
        .Void("input", [("type", "radio"), ("name", "heat"), ("id", id), .. state])
        .Leaf("label", name, ("for", id));

    private static void WriteLegend(Markup page, ConfusionMatrix confusion)
    {
        int most = SvgHeatMap.LargestCount(confusion);
        if (most == 0)
        {
            return;
        }

        page.Open("p", ("class", "scale")).Leaf("span", "fewer", ("class", "count")).Leaf("span", ">0 %", ("class", "share"));
        for (int level = 1; level <= HeatScale.Hottest; level++)
        {
            page.Leaf("span", "", ("class", $"swatch h{level}"));
        }

        page.Leaf("span", Figures.Plural(most, "image"), ("class", "count"))
            .Leaf("span", $"{Figures.Percent(SvgHeatMap.LargestShare(confusion), 1)} of the row", ("class", "share"))
            .Close();
    }

    private static void WritePairs(Markup page, EvaluationReport report)
    {
        page.Open("div").Leaf("h3", "Most confused");
        IReadOnlyList<ConfusedPair> pairs = report.Confusion.ConfusedPairs();
        if (pairs.Count == 0)
        {
            page.Leaf("p", "Nothing was confused.").Close();
            return;
        }

        page.Open("ol", ("class", "pairs"));
        foreach (ConfusedPair pair in pairs.Take(MostPairs))
        {
            int[] worst = [.. report.Errors.Where(error => error.True == pair.True && error.Read == pair.Read)
                .Take(PicturesPerPair).Select(error => error.Index)];
            page.Open("li").Open("a", ("href", $"#{ErrorFilters.Pair(pair.True, pair.Read)}"))
                .Open("span", ("class", "what")).Leaf("b", Figures.Fixed(pair.True, 0)).Text(" read as ").Leaf("b", Figures.Fixed(pair.Read, 0)).Close()
                .Open("span", ("class", "much")).Text($"{Figures.Count(pair.Count)}×, "
                    + $"{Figures.Percent(SvgHeatMap.Share(report.Confusion, pair.True, pair.Read))} of the {pair.True}s").Close()
                .Void("img", ("class", "digit"), ("alt", ""), ("width", Figures.Fixed(28 * worst.Length, 0)), ("height", "28"),
                    ("src", PngUri.Strip(report.Predictions.Set, worst)))
                .Close().Close();
        }

        page.Close().Close();
    }
}
