using Cifra.Evaluation.Lines;
using Cifra.Network.Lines;

namespace Cifra.Reporting.Cards;

/// <summary>What the card of line networks is made of.</summary>
public sealed record LineCardContent
{
    /// <summary>What to call the networks: "lines".</summary>
    public required string Name { get; init; }

    /// <summary>The networks, with where they come from.</summary>
    public required LineClassifier Classifier { get; init; }

    /// <summary>How well they read composed lines.</summary>
    public required LineReport Evaluation { get; init; }

    /// <summary>The command that makes this card.</summary>
    public required string Command { get; init; }

    /// <summary>How fast they are; null where that was not measured.</summary>
    public ModelSpeed? Speed { get; init; }
}
