namespace Cifra.Reading.Lines;

/// <summary>What speaks for and against the best answer to a line, in numbers that a logistic model weighs (<see cref="LineConfidence"/>).</summary>
internal static class LineEvidence
{
    /// <summary>Probabilities nearer 0 or 1 than this are taken for this near: where all proposals fail but one, its share of them is no evidence.</summary>
    private const double Nearest = 1e-4;

    /// <summary>A line network that gives a text less than this says no more by giving it less still; a natural logarithm.</summary>
    private const double LeastByNetwork = -12;

    /// <summary>What is weighed, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "odds", "network", "agreement", "leastDigit", "notADigit", "digits", "apart"];

    /// <summary>The evidence about the first answer of a reading that has one.</summary>
    /// <param name="reading">What the two readers say.</param>
    /// <param name="line">The line that they read.</param>
    /// <param name="segments">The answer's way through the lattice; null where there is none.</param>
    public static double[] Of(LineReading reading, TextLine line, IReadOnlyList<Segment>? segments)
    {
        LineAnswer answer = reading.Answers[0];
        double likely = Math.Clamp(answer.Probability, Nearest, 1 - Nearest);
        bool firstOfNetwork = reading.Answers.All(other => other.ByNetwork <= answer.ByNetwork);
        bool firstOfLattice = answer.ByLattice is { } value && reading.Answers.All(other => !(other.ByLattice > value));
        return
        [
            1,
            Math.Log(likely / (1 - likely)),
            Math.Max(LeastByNetwork, answer.ByNetwork),
            (firstOfNetwork ? 1 : 0) + (firstOfLattice ? 1 : 0),
            segments is null ? 0 : segments.Select((segment, i) => segment.Probability(answer.Digits[i] - '0')).DefaultIfEmpty(0).Min(),
            segments is null ? 1 : segments.Select(segment => (double)segment.NotADigit).DefaultIfEmpty(1).Max(),
            answer.Digits.Length,
            line.Apart,
        ];
    }
}
