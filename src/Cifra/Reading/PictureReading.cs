namespace Cifra.Reading;

/// <summary>The numbers read in a picture.</summary>
/// <param name="Width">Width of the picture in pixels, as it was given.</param>
/// <param name="Height">Height of the picture in pixels, as it was given.</param>
/// <param name="Numbers">The numbers, lines from top to bottom, each line from left to right.</param>
public record PictureReading(int Width, int Height, IReadOnlyList<ReadNumber> Numbers)
{
    /// <summary>What all numbers together show, one sentence each: fields that contradict or confirm one another; why nothing was read.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Whether there is no ink that could be a digit: a blank page, or only specks, rules and frames.</summary>
    public bool IsBlank => Numbers.Count == 0;

    /// <summary>The numbers for people: "2 numbers in 640x480: 1450 (0.97, accepted) at 12,30 80x24; …".</summary>
    public sealed override string ToString() => ReadableText.Of(this);
}
