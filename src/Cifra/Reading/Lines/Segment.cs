using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>The ink between two cuts of a line, and what the digit network says of it.</summary>
/// <param name="From">The cut on its left.</param>
/// <param name="To">The cut on its right.</param>
/// <param name="Box">The box around its ink, in pixels of the normalized line; empty where there is none.</param>
internal sealed record Segment(int From, int To, PixelBox Box)
{
    /// <summary>The least probability that a logarithm is taken of.</summary>
    private const double Least = 1e-6;

    /// <summary>[10] what each digit's probability is, given that it is one; empty where the ink was too little to be looked at.</summary>
    public float[] Digits { get; init; } = [];

    /// <summary>Probability that it is no digit.</summary>
    public float NotADigit { get; init; } = 1;

    /// <summary>Natural logarithm of the probability that it is to be passed over: no ink, a speck, a point, a dash.</summary>
    public double LogNothing { get; init; } = double.NegativeInfinity;

    /// <summary>The likeliest digit.</summary>
    public int Likeliest => Array.IndexOf(Digits, Digits.Max());

    /// <summary>Probability that it shows a digit.</summary>
    public double Probability(int digit) => Digits.Length == 0 ? 0 : Digits[digit] * (1 - NotADigit);

    /// <summary>Its natural logarithm; minus infinity where the ink was too little to be looked at.</summary>
    public double LogProbability(int digit) => Digits.Length == 0 ? double.NegativeInfinity : Math.Log(Math.Max(Least, Probability(digit)));
}
