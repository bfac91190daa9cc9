using System.Globalization;
using Cifra.Evaluation;
using Cifra.Reporting.Charts;

namespace Cifra.Reporting.Sections;

/// <summary>Precision, recall and F1 of each digit, as bars and as a table.</summary>
internal static class ClassSection
{
    private const double Flawless = 0.995; // nothing above this deserves an axis of its own
    private const double ShortenFrom = 0.5; // when all scores lie above this, the bars would all look alike from 0

    public static void Write(Markup page, ClassReport classes)
    {
        Section.Begin(page, "classes", "Digit by digit");
        page.Open("div", ("class", "pair"));
        WriteBars(page, classes);
        WriteTable(page, classes);
        page.Close().Close();
    }

    private static void WriteBars(Markup page, ClassReport classes)
    {
        BarSeries[] series =
        [
            new("precision", "s1", [.. classes.Classes.Select(score => score.Precision)]),
            new("recall", "s2", [.. classes.Classes.Select(score => score.Recall)]),
            new("F1", "s3", [.. classes.Classes.Select(score => score.F1)]),
        ];
        double least = Math.Min(series.SelectMany(bars => bars.Values).Min() ?? 0, Flawless);
        bool shortened = least > ShortenFrom;
        Axis axis = Axis.Reaching(shortened ? least - ((1 - least) / 5) : 0, 1); // even the shortest bar can be seen

        int decimals = Math.Max(0, axis.Decimals - 2);
        var text = new ChartText(
            "Precision, recall and F1 of each digit", "digit", tick => Figures.Percent(tick, decimals), value => Figures.Percent(value));

        page.Open("figure");
        SvgBarChart.Write(page, text, axis, [.. classes.Classes.Select(score => score.Digit.ToString(CultureInfo.InvariantCulture))], series);
        page.Open("figcaption");
        Section.Legend(page, series.Select(bars => (bars.Name, bars.Style)));
        if (shortened)
        {
            page.Leaf("p", $"The bars begin at {text.Tick(axis.Low)}, not at 0, to show their differences.");
        }

        page.Close().Close();
    }

    private static void WriteTable(Markup page, ClassReport classes)
    {
        Section.Table(page, "Scores of each digit, in percent", "digit", "precision", "recall", "F1", "images");
        foreach (ClassScore score in classes.Classes)
        {
            Section.Row(
                page,
                score.Digit.ToString(CultureInfo.InvariantCulture),
                Figures.InPercent(score.Precision),
                Figures.InPercent(score.Recall),
                Figures.InPercent(score.F1),
                Figures.Count(score.Support));
        }

        page.Close().Open("tfoot");
        string images = Figures.Count(classes.Classes.Sum(score => score.Support));
        Mean(page, "macro", classes.Macro, images);
        Mean(page, "weighted", classes.Weighted, images);
        page.Close().Close().Close();
    }

    private static void Mean(Markup page, string name, MeanScore mean, string images) =>
        Section.Row(page, name, Figures.InPercent(mean.Precision), Figures.InPercent(mean.Recall), Figures.InPercent(mean.F1), images);
}
