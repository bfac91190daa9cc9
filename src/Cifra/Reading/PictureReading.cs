namespace Cifra.Reading;

/// <summary>What a picture says.</summary>
/// <param name="Width">Width of the picture in pixels, as it was given.</param>
/// <param name="Height">Height of the picture in pixels, as it was given.</param>
/// <param name="Numbers">The numbers, lines from top to bottom, each line from left to right.</param>
public record PictureReading(int Width, int Height, IReadOnlyList<ReadNumber> Numbers)
{
    /// <summary>What a look at all numbers together found, a sentence each: fields that contradict one another, or that confirm one another.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Whether there is no ink that could be a digit: a blank page, or only specks, rules and frames.</summary>
    public bool IsBlank => Numbers.Count == 0;
}
