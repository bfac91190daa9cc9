namespace Cifra.Reading.Lines;

/// <summary>The evidence for the best answer to a line, as the numbers that a logistic model weighs (<see cref="LineConfidence"/>).</summary>
/// <remarks>The weights in a model's card were fitted to exactly these numbers, so its limits are part of the card's format.</remarks>
internal static class LineEvidence
{
    /// <summary>Probabilities are limited to this distance from 0 and 1: where all hypotheses but one fail, its share is no evidence.</summary>
    private const double Nearest = 1e-4;

    /// <summary>Log-probabilities by the line networks are limited to this from below.</summary>
    private const double LeastByNetwork = -12;

    /// <summary>The names of the numbers, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "odds", "network", "apart"];

    /// <summary>
    /// The evidence for the first answer: 1, its log-odds among the answers, its log-probability by the line networks, and the part of the writing outside
    /// its line.
    /// </summary>
    /// <param name="reading">The line as it was read, with one answer or more.</param>
    /// <param name="line">Where it is.</param>
    public static double[] Of(LineReading reading, TextLine line)
    {
        LineAnswer answer = reading.Answers[0];
        double likely = Math.Clamp(answer.Probability, Nearest, 1 - Nearest);
        return [1, Math.Log(likely / (1 - likely)), Math.Max(LeastByNetwork, answer.ByNetwork), line.Apart];
    }
}
