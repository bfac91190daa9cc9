using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Reading.Lines;

/// <summary>The probability that an answer is right: a logistic model of the evidence, fitted on lines that no network was trained on.</summary>
internal sealed class LineConfidence
{
    private readonly double[] _weights;

    private LineConfidence(double[] weights) => _weights = weights;

    /// <summary>The model in a line network's card; null where the card has none.</summary>
    /// <exception cref="InvalidDataException">The card weighs other evidence than this version knows.</exception>
    public static LineConfidence? Of(ModelCard card)
    {
        if (card.Confidence is not { } weights)
        {
            return null;
        }

        return weights.Count == LineEvidence.Names.Count && LineEvidence.Names.All(weights.ContainsKey)
            ? new LineConfidence([.. LineEvidence.Names.Select(name => weights[name])])
            : throw new InvalidDataException(
                $"The line network's card weighs {string.Join(", ", weights.Keys.Order(StringComparer.Ordinal))}; "
                + $"this version weighs {string.Join(", ", LineEvidence.Names)}.");
    }

    /// <summary>The probability that an answer is right, 0..1.</summary>
    /// <param name="evidence">The numbers of <see cref="LineEvidence.Of"/>.</param>
    public double Probability(ReadOnlySpan<double> evidence) => Logistic.Probability(_weights, evidence);
}
