using Cifra.Evaluation;
using Cifra.Evaluation.Refusals;
using Cifra.Network;
using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>The part of <c>cifra evaluate</c> that measures what is refused.</summary>
internal static class EvaluateRefusals
{
    /// <summary>The promises asked for, made before anything is measured.</summary>
    /// <exception cref="UsageException">The network carries nothing to make them from, cannot tell the non-digits asked for, or reads otherwise than it did then.</exception>
    public static IReadOnlyList<SelectiveRiskThreshold> Promises(EvaluateRequest request)
    {
        if (request.NonDigits && !request.Classifier.KnowsNonDigits)
        {
            throw new UsageException("--non-digits: this network cannot tell what is no digit.");
        }

        if (request.MaxErrors.Count == 0)
        {
            return [];
        }

        if (request.Tta)
        {
            throw new UsageException("--max-error: promises are made from single views of the held-out pictures and do not hold for --tta.");
        }

        HeldOutScores scores = MaxErrorOption.Scores(request.Classifier.Card);
        return [.. request.MaxErrors.Select(rate => SelectiveRiskThreshold.Of(scores, rate))];
    }

    /// <summary>The report with what the promises did, and with the non-digits where they were asked for.</summary>
    public static EvaluationReport Add(EvaluationReport report, IReadOnlyList<SelectiveRiskThreshold> promises, EvaluateRequest request, CancellationToken cancellation)
    {
        if (request.NonDigits && report.Classes.Classes.Any(digit => digit.Support == 0))
        {
            throw new UsageException($"--non-digits: some are made of digits, and {report.Data} does not show each of the ten.");
        }

        return report with
        {
            Refusals = [.. promises.Select(promise => Refusal.Of(promise, report.Predictions))],
            NonDigits = request.NonDigits ? NonDigitReport.Measure(request.Classifier, report.Predictions, cancellation) : null,
        };
    }
}
