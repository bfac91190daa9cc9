using Cifra.Imaging;
using Cifra.Network.Digits;

namespace Cifra.Reading;

/// <summary>One digit that was read; on number plates, a digit or a letter.</summary>
/// <param name="Value">The likeliest digit, 0..9, or letter, 10..35 for A..Z.</param>
/// <param name="Confidence">Its probability, 0..1.</param>
/// <param name="Alternatives">Other digits it may be, likeliest first; at most three, each with a probability of at least 0.001.</param>
/// <param name="Box">Where its ink is, in pixels of the picture as it was given.</param>
public sealed record ReadDigit(int Value, double Confidence, IReadOnlyList<RankedDigit> Alternatives, PixelBox Box)
{
    /// <summary>The digit or letter as it is written: 0..9, A..Z.</summary>
    public char Symbol => RankedDigit.SymbolOf(Value);

    /// <summary>Digit, confidence and place for people: "5 (0.91) at 12,30 20x24".</summary>
    public override string ToString() => ReadableText.Of(this);
}
