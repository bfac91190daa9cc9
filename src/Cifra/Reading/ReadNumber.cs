using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Grammars;

namespace Cifra.Reading;

/// <summary>One number that was read: digits of one line, close enough to belong together.</summary>
/// <param name="Text">The likeliest digits, left to right, whatever the decision.</param>
/// <param name="Confidence">The probability that every digit is right, 0..1.</param>
/// <param name="Decision">Whether to use it.</param>
/// <param name="Box">The box around its digits, in pixels of the picture as it was given.</param>
/// <param name="Digits">Its digits, left to right.</param>
public sealed record ReadNumber(string Text, double Confidence, Decision Decision, PixelBox Box, IReadOnlyList<ReadDigit> Digits)
{
    /// <summary>What the text means by its grammar, in one spelling: an amount as 1234.56, a date as 2019-12-22; null where there is no grammar.</summary>
    public string? Value { get; init; }

    /// <summary>Which field of a form or of a cheque it is: "amount"; null where the picture is no such thing.</summary>
    public string? Name { get; init; }

    /// <summary>What else the whole field may say, likeliest first, with the probability of each; without the answer itself.</summary>
    public IReadOnlyList<RankedText> Alternatives { get; init; } = [];

    /// <summary>What is wrong with the field's picture, a few words each: "out of focus"; empty where nothing is.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>The four corners of what it stands on, in the picture as it was given, clockwise from the top left: a number plate's; empty where that was not looked for.</summary>
    public IReadOnlyList<PicturePoint> Corners { get; init; } = [];

    /// <summary>What the grammar changed about the reading, and why; null where there is none, or it changed nothing.</summary>
    public GrammarExplanation? Explanation { get; init; }
}
