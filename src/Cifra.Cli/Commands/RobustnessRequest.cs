using Cifra.Cli.Terminal;
using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Robustness;
using Cifra.Network.Digits;
using Cifra.Reporting.Json;
using Cifra.Reporting.Text;

namespace Cifra.Cli.Commands;

/// <summary>What of robustness is measured, and the card that it is compared with.</summary>
internal sealed record RobustnessRequest(RobustnessOptions Options, string? CardFile)
{
    /// <summary>The report with robustness in it.</summary>
    public EvaluationReport Measure(EvaluationReport report, DigitClassifier classifier, DigitSet set, Shell shell, CancellationToken cancellation)
    {
        RobustnessReport? before = CardFile is null ? null : Card(CardFile); // a bad card is reported before the work, not after it
        var line = new ProgressLine(shell);
        RobustnessReport robustness = RobustnessTest.Run(classifier, set, Options, what => line.Show($"robustness: {what}"), cancellation);
        line.Clear();
        if (before is not null && RobustnessText.Difference(robustness, before) is { } difference)
        {
            shell.Error.WriteLine($"cifra: {CardFile} is not to be compared with this: {difference}");
        }

        return report with { Robustness = robustness, RobustnessBefore = before };
    }

    private static RobustnessReport Card(string file) => RobustnessJson.Read(JsonFile.Read(file), file)
        ?? throw new InvalidDataException($"{file}: expected a card with robustness in it, found none.");
}
