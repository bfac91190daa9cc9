using Cifra.Data;
using Cifra.Network;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra evaluate</c> was asked.</summary>
internal sealed record EvaluateRequest(
    DigitClassifier Classifier, string ModelName, DigitData Data, string? ReportFile, double? MinAccuracy, bool Json);
