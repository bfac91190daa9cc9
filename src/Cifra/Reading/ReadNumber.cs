using Cifra.Imaging;

namespace Cifra.Reading;

/// <summary>One number that was read: digits of one line, close enough to belong together.</summary>
/// <param name="Text">The likeliest digits, left to right, whatever the decision.</param>
/// <param name="Confidence">
/// The probability that every digit is right, 0..1: the product of theirs, which takes their errors for independent.
/// </param>
/// <param name="Decision">Whether to use it.</param>
/// <param name="Box">The box around its digits, in pixels of the picture as it was given.</param>
/// <param name="Digits">Its digits, left to right.</param>
public sealed record ReadNumber(string Text, double Confidence, Decision Decision, PixelBox Box, IReadOnlyList<ReadDigit> Digits);
