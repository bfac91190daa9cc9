using Cifra.Imaging;
using Cifra.Network;

namespace Cifra.Reading.Lines;

/// <summary>What two readers make of a line together.</summary>
/// <param name="Line">The normalized line that they looked at.</param>
/// <param name="Scores">What the line network says, looking at the line at its place.</param>
/// <param name="Looks">What it says of digits and letters alone, each time that it looked.</param>
/// <param name="Lattice">What the digit network says of its pieces.</param>
/// <param name="Answers">What the line may say within its grammar, likeliest first; empty where it can say nothing.</param>
internal sealed record LineReading(GrayImage Line, LineScores Scores, IReadOnlyList<LineScores> Looks, Lattice Lattice, IReadOnlyList<LineAnswer> Answers)
{
    /// <summary>The texts that the line network would have read without a grammar, likeliest first; empty where there is none.</summary>
    public IReadOnlyList<string> Unbound { get; init; } = [];

    /// <summary>What the line may say if it breaks its grammar, likeliest first; their probabilities and those of the answers sum to 1.</summary>
    public IReadOnlyList<LineAnswer> Refused { get; init; } = [];

    /// <summary>Natural logarithm of a text's probability by the line network, the mean of its looks; null where it takes the text for impossible.</summary>
    /// <param name="looks">What it says each time.</param>
    /// <param name="digits">Digits and letters.</param>
    public static double? ByNetwork(IReadOnlyList<LineScores> looks, string digits)
    {
        double sum = looks.Aggregate(Ctc.Never, (sum, scores) => Ctc.Sum(sum, Ctc.LogProbability(scores, digits)));
        return sum > Ctc.Never ? sum - Math.Log(looks.Count) : null;
    }
}

/// <summary>One text that a line may say.</summary>
/// <param name="Text">The symbols, left to right, signs among them.</param>
/// <param name="Probability">How likely it is, given that it is one of the answers or of those that the grammar refuses.</param>
/// <param name="ByNetwork">Natural logarithm of its digits' probability by the line network.</param>
/// <param name="ByLattice">The value of its best path through the lattice; null where there is none.</param>
internal sealed record LineAnswer(string Text, double Probability, double ByNetwork, double? ByLattice)
{
    /// <summary>What both together say: a logarithm that only a comparison with other texts gives a meaning.</summary>
    public double Value { get; init; }

    /// <summary>Its digits and letters alone.</summary>
    public string Digits { get; } = string.Concat(Text.Where(char.IsAsciiLetterOrDigit));
}
