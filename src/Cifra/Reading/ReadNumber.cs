using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Grammars;

namespace Cifra.Reading;

/// <summary>One number that was read: digits of one line, close enough to belong together.</summary>
/// <param name="Text">The likeliest digits, left to right, whatever the decision.</param>
/// <param name="Confidence">The probability that every digit is right, 0..1.</param>
/// <param name="Decision">Whether it may be used as it is.</param>
/// <param name="Box">The box around its digits, in pixels of the picture as it was given.</param>
/// <param name="Digits">Its digits, left to right.</param>
public sealed record ReadNumber(string Text, double Confidence, Decision Decision, PixelBox Box, IReadOnlyList<ReadDigit> Digits)
{
    /// <summary>What the text means by its grammar, in one spelling: an amount as 1234.56, a date as 2019-12-22; null where there is no grammar.</summary>
    public string? Value { get; init; }

    /// <summary>The name of its field on a form, a cheque or an envelope: "amount"; null on other pictures.</summary>
    public string? Name { get; init; }

    /// <summary>Other texts that the whole field may hold, likeliest first, without <see cref="Text"/> itself.</summary>
    public IReadOnlyList<RankedText> Alternatives { get; init; } = [];

    /// <summary>Faults of the field's picture, a few words each: "out of focus".</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>
    /// The four corners of the number plate that it stands on, in pixels of the picture as it was given, clockwise from the top left; empty where no plate
    /// was looked for.
    /// </summary>
    public IReadOnlyList<PicturePoint> Corners { get; init; } = [];

    /// <summary>What the grammar changed about the reading, and why; null where there is none, or it changed nothing.</summary>
    public GrammarExplanation? Explanation { get; init; }

    /// <summary>Text, confidence, decision and place for people: "1450 (0.97, accepted) at 12,30 80x24".</summary>
    public override string ToString() => ReadableText.Of(this);
}
