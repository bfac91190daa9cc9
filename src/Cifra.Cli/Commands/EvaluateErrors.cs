using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Errors;
using Cifra.Network.Digits;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra evaluate</c> adds to its figures: test-time augmentation, and the closer look at errors where somebody will see it.</summary>
internal static class EvaluateErrors
{
    public static EvaluationReport Evaluate(EvaluateRequest request, CancellationToken cancellation)
    {
        (DigitSet set, RepairReport? repair) = CommonOptions.Repaired(request.AsIs, request.Classifier, request.Data, request.Threads, cancellation);
        ShiftedViews? views = request.Tta ? new ShiftedViews(request.Classifier) : null;
        EvaluationReport report = views is null
            ? Evaluator.Evaluate(request.Classifier, set, request.Data.Name, cancellation: cancellation)
            : TestTimeAugmentation.Evaluate(request.Classifier, views, set, request.Data.Name, cancellation: cancellation);
        report = report with { Repair = repair };
        bool page = request.ReportFile is not null;
        if (!page && !request.Json)
        {
            return report;
        }

        var options = new ErrorStudyOptions
        {
            Looks = page,
            Training = page && report.Errors.Count > 0 ? request.Neighbours?.Invoke() : null,
            Views = views,
            Threads = request.Threads,
        };
        return report with { Study = ErrorStudy.Of(report, request.Classifier, options, cancellation) };
    }
}
