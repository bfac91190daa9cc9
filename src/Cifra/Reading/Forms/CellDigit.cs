using Cifra.Imaging;

namespace Cifra.Reading.Forms;

/// <summary>The ink in a cell.</summary>
/// <param name="Cell">The cell's number, row after row.</param>
/// <param name="Box">The box around its ink, in pixels of the field's patch.</param>
/// <param name="Ink">Bright ink on black.</param>
internal sealed record CellDigit(int Cell, PixelBox Box, GrayImage Ink)
{
    /// <summary>Whether it is several small pieces: the candidates that a solver of Sudokus notes.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>[10] the probability of each digit, given that it is one.</summary>
    public float[] Digits { get; set; } = [];

    /// <summary>The probability that it is none.</summary>
    public float NotADigit { get; set; }

    /// <summary>The probability that it shows a digit.</summary>
    public double Probability(int digit) => Digits[digit] * (1 - NotADigit);

    /// <summary>The likeliest digit.</summary>
    public int Likeliest => Array.IndexOf(Digits, Digits.Max());
}
