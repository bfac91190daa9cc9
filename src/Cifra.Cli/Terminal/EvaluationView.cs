using Cifra.Evaluation;
using Cifra.Evaluation.Refusals;
using Cifra.Reporting.Text;
using Spectre.Console;

namespace Cifra.Cli.Terminal;

/// <summary>An evaluation in the terminal: the figures, the table per digit, and the confusion matrix with its errors in colour.</summary>
internal static class EvaluationView
{
    private const int PairsShown = 8;

    public static void Print(EvaluationReport report, Shell shell)
    {
        shell.Output.WriteLine(TextReport.Summary(report));
        IAnsiConsole canvas = shell.Canvas();
        canvas.Write(Plain(TextReport.Classes(report.Classes)));
        canvas.Write(Confusion(report.Confusion));
        IReadOnlyList<ConfusedPair> pairs = report.Confusion.ConfusedPairs();
        if (pairs.Count > 0)
        {
            shell.Output.WriteLine("most confused: " + string.Join(", ", pairs.Take(PairsShown).Select(p => $"{p.True} read as {p.Read} ({p.Count})")));
        }

        PrintRefusals(report, shell);
        PrintRobustness(report, shell);
    }

    private static void PrintRefusals(EvaluationReport report, Shell shell)
    {
        foreach (Refusal refusal in report.Refusals)
        {
            shell.Output.Write(RefusalText.Promise(refusal));
        }

        if (report.NonDigits is { } none)
        {
            shell.Canvas().Write(Plain(RefusalText.NonDigits(none)));
            shell.Output.WriteLine(RefusalText.DigitsRefused(none));
        }
    }

    private static void PrintRobustness(EvaluationReport report, Shell shell)
    {
        if (report.Robustness is { } robustness)
        {
            shell.Output.WriteLine();
            shell.Output.WriteLine(RobustnessText.Summary(robustness, report.RobustnessBefore));
            shell.Canvas().Write(Plain(RobustnessText.Table(robustness, report.RobustnessBefore))
                .Title("accuracy in percent at strengths 1 to 5; seen: its training showed something of the kind"));
        }
    }

    private static Table Plain(TextTable text)
    {
        Table table = new Table().Border(TableBorder.Minimal);
        foreach (string title in text.Header)
        {
            table.AddColumn(new TableColumn(Markup.Escape(title)).RightAligned());
        }

        foreach (IReadOnlyList<string> row in text.Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }

    // The diagonal is muted, and an error is the redder the larger its share of the row.
    private static Table Confusion(ConfusionMatrix confusion)
    {
        TextTable text = TextReport.Confusion(confusion);
        Table table = new Table().Border(TableBorder.Minimal).Title("confusion: rows true, columns read");
        foreach (string title in text.Header)
        {
            table.AddColumn(new TableColumn(Markup.Escape(title)).RightAligned());
        }

        for (int digit = 0; digit < text.Rows.Count; digit++)
        {
            IReadOnlyList<string> row = text.Rows[digit];
            table.AddRow([.. row.Select((cell, column) => Styled(Markup.Escape(cell), confusion, digit, column - 1))]);
        }

        return table;
    }

    private static string Styled(string cell, ConfusionMatrix confusion, int label, int read)
    {
        if (read is < 0 or >= Predictions.Classes)
        {
            return cell;
        }

        int count = confusion[label, read];
        double share = (double)count / Math.Max(1, confusion.Seen(label));
        return (label == read, count, share) switch
        {
            (true, _, _) => $"[green]{cell}[/]",
            (_, 0, _) => $"[grey]{cell}[/]",
            (_, _, < 0.002) => $"[yellow]{cell}[/]",
            (_, _, < 0.01) => $"[darkorange]{cell}[/]",
            _ => $"[bold red]{cell}[/]",
        };
    }
}
