using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>The ink between two cuts of a line, and what the digit network says of it.</summary>
/// <param name="From">The cut on its left.</param>
/// <param name="To">The cut on its right.</param>
/// <param name="Box">The box around its ink, in pixels of the normalized line; empty where there is none.</param>
internal sealed record Segment(int From, int To, PixelBox Box)
{
    /// <summary>[10] natural logarithms of the probabilities that it shows each digit and nothing else; all minus infinity where it was not looked at.</summary>
    public double[] LogDigits { get; init; } = [.. Enumerable.Repeat(double.NegativeInfinity, 10)];

    /// <summary>Natural logarithm of the probability that it is to be passed over: no ink, a speck, a point, a dash, a rule.</summary>
    public double LogNothing { get; init; }
}
