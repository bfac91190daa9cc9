using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra model compare</c> was asked.</summary>
/// <param name="First">The first network, with the name that the user gave it.</param>
/// <param name="Second">The second.</param>
/// <param name="Data">What to compare on.</param>
/// <param name="ReportFile">Page to write, or null.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record ModelCompareRequest(
    (string Name, DigitClassifier Classifier) First, (string Name, DigitClassifier Classifier) Second, DigitData Data, string? ReportFile, bool Json);
