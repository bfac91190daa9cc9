using Cifra.Imaging;
using Cifra.Network.Lines;

namespace Cifra.Reading.Lines;

/// <summary>What the line networks and the lattice make of a line together.</summary>
/// <param name="Line">The normalized line.</param>
/// <param name="Scores">The first line network's scores of the line as it is.</param>
/// <param name="Looks">[networks][views] the line networks' scores of digits and letters alone; the first view is the line as it is.</param>
/// <param name="Lattice">What the digit network says of the line's pieces.</param>
/// <param name="Answers">The texts of the grammar that the line may hold, likeliest first; empty where none fits.</param>
internal sealed record LineReading(
    GrayImage Line, LineScores Scores, IReadOnlyList<IReadOnlyList<LineScores>> Looks, Lattice Lattice, IReadOnlyList<LineAnswer> Answers)
{
    /// <summary>The texts that the line networks would have read without the grammar, likeliest first; empty without a grammar.</summary>
    public IReadOnlyList<string> Unbound { get; init; } = [];

    /// <summary>The likeliest texts that violate the grammar, likeliest first. Their probabilities and those of the answers sum to 1.</summary>
    public IReadOnlyList<LineAnswer> Refused { get; init; } = [];

    /// <summary>A text's log-probability by the line networks; null where one of them considers it impossible.</summary>
    /// <remarks>
    /// A network's views are averaged as probabilities, so that one bad view counts little; the networks as logarithms, so that each can veto what it
    /// considers wrong.
    /// </remarks>
    /// <param name="looks">[networks][views] the scores.</param>
    /// <param name="digits">The digits and letters of the text.</param>
    public static double? ByNetwork(IReadOnlyList<IReadOnlyList<LineScores>> looks, string digits)
    {
        double mean = looks.Average(views =>
            views.Aggregate(Ctc.Never, (sum, scores) => Ctc.Sum(sum, Ctc.LogProbability(scores, digits))) - Math.Log(views.Count));
        return double.IsFinite(mean) ? mean : null;
    }
}

/// <summary>One text that a line may hold.</summary>
/// <param name="Text">The symbols, left to right, signs included.</param>
/// <param name="Probability">Its probability, 0..1, among the answers and the texts that the grammar refuses.</param>
/// <param name="ByNetwork">The log-probability of its digits by the line networks.</param>
/// <param name="ByLattice">The value of its best path through the lattice; null where there is none.</param>
internal sealed record LineAnswer(string Text, double Probability, double ByNetwork, double? ByLattice)
{
    /// <summary>The score by both together, a logarithm. It has a meaning only beside the scores of other texts.</summary>
    public double Value { get; init; }

    /// <summary>The digits and letters of the text, without signs.</summary>
    public string Digits { get; } = string.Concat(Text.Where(char.IsAsciiLetterOrDigit));
}
