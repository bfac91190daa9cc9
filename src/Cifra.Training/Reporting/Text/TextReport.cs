using System.Globalization;
using Cifra.Evaluation;

namespace Cifra.Reporting.Text;

/// <summary>An evaluation as plain text: no colour, no control character, one width for every figure.</summary>
public static class TextReport
{
    private const string Undefined = "-";
    private const string Zero = ".";

    /// <summary>The figures, the table of the digits, the confusion matrix and the commonest confusions.</summary>
    public static string Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string pairs = string.Concat(report.Confusion.ConfusedPairs().Take(10)
            .Select(pair => $"  {pair.True} read as {pair.Read}: {pair.Count}\n"));
        return $"{Summary(report)}\n{Classes(report.Classes)}\nConfusion (rows true, columns read)\n{Confusion(report.Confusion)}"
            + (pairs.Length == 0 ? "" : $"\nMost confused\n{pairs}");
    }

    /// <summary>
    /// Accuracy with its interval, errors, loss and calibration error, a line each; for MNIST's test part also the accuracy on corrected labels.
    /// </summary>
    public static string Summary(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            accuracy  {Percent(report.Accuracy)} ({report.Correct} of {report.Images}; 95% interval {Percent(report.Interval95.Lower)} to {Percent(report.Interval95.Upper)})
            errors    {report.Errors.Count}
            loss      {report.Loss:F4}
            ece       {report.Calibration.ExpectedError:F4}

            """).ReplaceLineEndings("\n") + CorrectedFigures.Line(report.Corrected) + Augmentation(report) + Repair(report);
    }

    /// <summary>Precision, recall, F1 and number of pictures of each digit, then the two means.</summary>
    public static TextTable Classes(ClassReport classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        string images = Number(classes.Classes.Sum(score => score.Support));
        var rows = new List<IReadOnlyList<string>>();
        foreach (ClassScore score in classes.Classes)
        {
            rows.Add([Number(score.Digit), Percent(score.Precision), Percent(score.Recall), Percent(score.F1), Number(score.Support)]);
        }

        rows.Add(Mean("macro", classes.Macro, images));
        rows.Add(Mean("weighted", classes.Weighted, images));
        return new TextTable(["digit", "precision", "recall", "f1", "images"], rows);
    }

    /// <summary>The confusion matrix with the sum of each row; a dot where nothing was counted.</summary>
    public static TextTable Confusion(ConfusionMatrix confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        int[] digits = [.. Enumerable.Range(0, Predictions.Classes)];
        var rows = new List<IReadOnlyList<string>>();
        foreach (int label in digits)
        {
            rows.Add([Number(label), .. digits.Select(read => Cell(confusion[label, read])), Number(confusion.Seen(label))]);
        }

        return new TextTable(["", .. digits.Select(Number), "all"], rows);
    }

    private static string Augmentation(EvaluationReport report) => report.Augmentation is { } augmentation
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"tta       average of {augmentation.Views} views; without it {Percent((double)augmentation.CorrectWithout / report.Images)} "
            + $"({augmentation.CorrectWithout} of {report.Images})\n")
        : "";

    private static string Repair(EvaluationReport report)
    {
        string squeezed = report.Predictions.Set.SqueezedTo is { } width ? $"{RepairText.Squeezed(width)}\n" : "";
        return RepairText.Line(report.Repair) is { Length: > 0 } line ? $"{squeezed}{line}\n" : squeezed;
    }

    private static string[] Mean(string name, MeanScore mean, string images) =>
        [name, Percent(mean.Precision), Percent(mean.Recall), Percent(mean.F1), images];

    private static string Cell(int count) => count == 0 ? Zero : Number(count);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double? rate) => rate is null ? Undefined : $"{Figures.Fixed(100 * rate.Value, 2)}%";
}
