namespace Cifra.Imaging.Digits;

/// <summary>Connected components that make up one digit.</summary>
/// <param name="Box">The box around all of them.</param>
/// <param name="Area">Number of pixels of all of them.</param>
/// <param name="Labels">Their labels.</param>
internal sealed record DigitInk(PixelBox Box, int Area, IReadOnlySet<int> Labels);
