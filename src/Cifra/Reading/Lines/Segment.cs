using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>A piece of a line between two cuts, and what the digit network says of it.</summary>
/// <param name="From">The cut on its left.</param>
/// <param name="To">The cut on its right.</param>
/// <param name="Box">The box around its ink, in pixels of the normalized line; empty where there is none.</param>
internal sealed record Segment(int From, int To, PixelBox Box)
{
    /// <summary>Probabilities are limited to this from below before the logarithm is taken.</summary>
    private const double Least = 1e-6;

    /// <summary>[10] the probability of each digit, given that the piece is a digit; empty where it has too little ink to be one.</summary>
    public float[] Digits { get; init; } = [];

    /// <summary>Probability that it is no digit.</summary>
    public float NotADigit { get; init; } = 1;

    /// <summary>Log-probability that the piece is passed over: no ink, a speck, a point, a dash.</summary>
    public double LogNothing { get; init; } = double.NegativeInfinity;

    /// <summary>The likeliest digit.</summary>
    public int Likeliest => Array.IndexOf(Digits, Digits.Max());

    /// <summary>Probability that the piece is this digit.</summary>
    public double Probability(int digit) => Digits.Length == 0 ? 0 : Digits[digit] * (1 - NotADigit);

    /// <summary>Its natural logarithm; minus infinity where the piece has too little ink to be a digit.</summary>
    public double LogProbability(int digit) => Digits.Length == 0 ? double.NegativeInfinity : Math.Log(Math.Max(Least, Probability(digit)));
}
