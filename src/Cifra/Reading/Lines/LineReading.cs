using Cifra.Imaging;
using Cifra.Network.Lines;

namespace Cifra.Reading.Lines;

/// <summary>What two readers make of a line together.</summary>
/// <param name="Line">The normalized line that they looked at.</param>
/// <param name="Scores">What the first line network says, looking at the line at its place.</param>
/// <param name="Looks">What each line network says of digits and letters alone, each time that it looked.</param>
/// <param name="Lattice">What the digit network says of its pieces.</param>
/// <param name="Answers">What the line may say within its grammar, likeliest first; empty where it can say nothing.</param>
internal sealed record LineReading(GrayImage Line, LineScores Scores, IReadOnlyList<IReadOnlyList<LineScores>> Looks, Lattice Lattice, IReadOnlyList<LineAnswer> Answers)
{
    /// <summary>The texts that the line network would have read without a grammar, likeliest first; empty where there is none.</summary>
    public IReadOnlyList<string> Unbound { get; init; } = [];

    /// <summary>What the line may say if it breaks its grammar, likeliest first; their probabilities and those of the answers sum to 1.</summary>
    public IReadOnlyList<LineAnswer> Refused { get; init; } = [];

    /// <summary>Natural logarithm of a text's probability by the line networks; null where one takes the text for impossible.</summary>
    /// <remarks>A network's looks are averaged as probabilities, so that one bad look counts little; networks as logarithms, so that each can veto what it knows to be wrong.</remarks>
    /// <param name="looks">What each network says, each time.</param>
    /// <param name="digits">Digits and letters.</param>
    public static double? ByNetwork(IReadOnlyList<IReadOnlyList<LineScores>> looks, string digits)
    {
        double mean = looks.Average(network => network.Aggregate(Ctc.Never, (sum, scores) => Ctc.Sum(sum, Ctc.LogProbability(scores, digits))) - Math.Log(network.Count));
        return double.IsFinite(mean) ? mean : null;
    }
}

/// <summary>One text that a line may say.</summary>
/// <param name="Text">The symbols, left to right, signs among them.</param>
/// <param name="Probability">How likely it is, given that it is one of the answers or of those that the grammar refuses.</param>
/// <param name="ByNetwork">Natural logarithm of its digits' probability by the line networks.</param>
/// <param name="ByLattice">The value of its best path through the lattice; null where there is none.</param>
internal sealed record LineAnswer(string Text, double Probability, double ByNetwork, double? ByLattice)
{
    /// <summary>What both together say: a logarithm that only a comparison with other texts gives a meaning.</summary>
    public double Value { get; init; }

    /// <summary>Its digits and letters alone.</summary>
    public string Digits { get; } = string.Concat(Text.Where(char.IsAsciiLetterOrDigit));
}
