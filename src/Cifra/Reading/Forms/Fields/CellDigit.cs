using Cifra.Imaging;

namespace Cifra.Reading.Forms.Fields;

/// <summary>The ink in a cell.</summary>
/// <param name="Cell">The cell's index, row by row from 0.</param>
/// <param name="Box">The box around the ink, in pixels of the field's patch.</param>
/// <param name="Ink">The ink, bright on black.</param>
internal sealed record CellDigit(int Cell, PixelBox Box, GrayImage Ink)
{
    /// <summary>Whether the ink is several small components, such as the candidates that people note in a Sudoku's cell.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>[10] the probability of each digit, given that the ink is a digit.</summary>
    public float[] Digits { get; set; } = [];

    /// <summary>The probability that the ink is no digit.</summary>
    public float NotADigit { get; set; }

    /// <summary>The probability that the ink shows <paramref name="digit"/>.</summary>
    public double Probability(int digit) => Digits[digit] * (1 - NotADigit);

    /// <summary>The likeliest digit; the lowest of several that are equally likely.</summary>
    public int Likeliest => Array.IndexOf(Digits, Digits.Max());
}
