using Cifra.Evaluation;
using Cifra.Network.Digits;

namespace Cifra.Reporting.Cards;

/// <summary>What a model's card is made of.</summary>
public sealed record ModelCardContent
{
    /// <summary>What to call the network: "mnist".</summary>
    public required string Name { get; init; }

    /// <summary>The network, with where it comes from.</summary>
    public required DigitClassifier Classifier { get; init; }

    /// <summary>How well it reads; with robustness and refused non-digits where those were measured.</summary>
    public required EvaluationReport Evaluation { get; init; }

    /// <summary>The command that makes this card.</summary>
    public required string Command { get; init; }

    /// <summary>How fast it is; null where that was not measured.</summary>
    public ModelSpeed? Speed { get; init; }
}
