namespace Cifra.Reading.Lines;

/// <summary>What speaks for and against the best answer to a line, in numbers that a logistic model weighs (<see cref="LineConfidence"/>).</summary>
internal static class LineEvidence
{
    /// <summary>Probabilities nearer 0 or 1 than this are taken for this near: where all proposals fail but one, its share of them is no evidence.</summary>
    private const double Nearest = 1e-4;

    /// <summary>Line networks that give a text less than this say no more by giving it less still; a natural logarithm.</summary>
    private const double LeastByNetwork = -12;

    /// <summary>What is weighed, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "odds", "network", "apart"];

    /// <summary>The evidence about the first answer of a reading that has one: its odds among the answers, what the line networks make of it at all, what stands outside its line.</summary>
    /// <param name="reading">What the two readers say.</param>
    /// <param name="line">The line that they read.</param>
    public static double[] Of(LineReading reading, TextLine line)
    {
        LineAnswer answer = reading.Answers[0];
        double likely = Math.Clamp(answer.Probability, Nearest, 1 - Nearest);
        return [1, Math.Log(likely / (1 - likely)), Math.Max(LeastByNetwork, answer.ByNetwork), line.Apart];
    }
}
