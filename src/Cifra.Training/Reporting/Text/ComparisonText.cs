using System.Globalization;
using System.Text;
using Cifra.Evaluation.Comparison;

namespace Cifra.Reporting.Text;

/// <summary>A comparison of two networks as plain text.</summary>
public static class ComparisonText
{
    private const int MostFlips = 50;

    /// <summary>The two networks as a table, the test, and the pictures that only one reads right: of each direction the first 50.</summary>
    public static string Write(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ModelComparison c = report.Comparison;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"first   {report.First.Name}\nsecond  {report.Second.Name}\n\n").Append(Models(report)).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"both right {c.BothRight}, only the first {c.OnlyFirst.Count}, only the second {c.OnlySecond.Count}, both wrong {c.BothWrong}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"difference {Points(c.Difference)} points (second less first; 95% interval {Points(c.Interval95.Lower)} to {Points(c.Interval95.Upper)})\n");
        text.Append(CultureInfo.InvariantCulture, $"McNemar's exact test: p = {c.PValue:G3}, {report.Verdict}\n");
        AppendFlips(text, "only the first reads right", c.OnlyFirst);
        AppendFlips(text, "only the second reads right", c.OnlySecond);
        return text.ToString();
    }

    /// <summary>Accuracy and costs, a row a network.</summary>
    public static TextTable Models(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new TextTable(
            ["", "accuracy", "errors", "parameters", "kB", "MFLOP", "images/s"],
            [
                Row("first", report.First, report.Comparison.FirstCorrect, report.Comparison.Images),
                Row("second", report.Second, report.Comparison.SecondCorrect, report.Comparison.Images),
            ]);
    }

    private static string[] Row(string name, ComparedModel model, int correct, int images) =>
    [
        name,
        $"{Figures.Fixed(100.0 * correct / images, 2)}%",
        Figures.Fixed(images - correct, 0),
        Figures.Fixed(model.Parameters, 0),
        Figures.Fixed(model.Bytes / 1000.0, 0),
        Figures.Fixed(model.Flops / 1e6, 2),
        model.Seconds > 0 ? Figures.Fixed(images / model.Seconds, 0) : "-",
    ];

    private static void AppendFlips(StringBuilder text, string title, IReadOnlyList<Flip> flips)
    {
        if (flips.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        foreach (Flip flip in flips.Take(MostFlips))
        {
            text.Append(CultureInfo.InvariantCulture, $"  #{flip.Index}  shows {flip.True}, first {flip.First}, second {flip.Second}\n");
        }

        if (flips.Count > MostFlips)
        {
            text.Append(CultureInfo.InvariantCulture, $"  and {flips.Count - MostFlips} more\n");
        }
    }

    private static string Points(double difference) => (100 * difference).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
}
