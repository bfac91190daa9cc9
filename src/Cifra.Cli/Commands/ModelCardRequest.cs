using Cifra.Data;
using Cifra.Evaluation.Robustness;
using Cifra.Network.Digits;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra model card</c> was asked.</summary>
internal sealed record ModelCardRequest(DigitClassifier Classifier, DigitData Data, RobustnessOptions Robustness, string Target, bool WithSpeed);
