using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Punctuation, arithmetic and currency signs by hand.</summary>
/// <remarks>
/// Left out, for once normalized they are a digit or near to one: comma, apostrophe, bar, slashes, round brackets and exclamation mark (1), question mark
/// (2, 7), ampersand (8), pound sign (2), degree (0), greater-than and the closing square bracket (7), infinity (8 lying), tilde (2 lying).
/// </remarks>
internal static class HandSigns
{
    internal static readonly Allograph[] Forms =
    [
        Allograph.Parse("dash", 3, "-4,50 80,48"),
        Allograph.Parse("colon", 2, "36,6 38,7 | 36,90 37,92"),
        Allograph.Parse("semicolon", 2, "40,6 42,7 | 40,66 42,82 26,100"),
        Allograph.Parse("ellipsis", 1, "-4,50 -2,51 | 38,50 40,51 | 80,50 82,51"),
        Allograph.Parse("quotes", 2, "10,10 6,70 | 64,10 60,70"),
        Allograph.Parse("square bracket", 1, "58,0 16,0! 16,100! 58,100"),
        Allograph.Parse("brace", 1, "62,0 36,8 36,38 8,50! 36,62 36,92 62,100"),
        Allograph.Parse("hash", 3, "22,2 14,98 | 56,0 48,96 | -2,34 74,30 | -4,68 70,64"),
        Allograph.Parse("star", 2, "36,4 36,96 | 0,26 72,76 | 72,24 0,74"),
        Allograph.Parse("percent", 3, "16,4 4,10 4,28 16,34 26,26 26,10 16,4 | 68,2 6,98 | 58,62 46,70 46,90 58,98 70,88 68,72 58,62"),
        Allograph.Parse("plus", 3, "36,6 36,96 | -8,50 80,50"),
        Allograph.Parse("equals", 3, "-2,34 78,32 | -2,68 78,66"),
        Allograph.Parse("not equal", 1, "-2,34 78,32 | -2,68 78,66 | 62,4 14,96"),
        Allograph.Parse("plus or minus", 1, "38,0 38,66 | 2,33 74,33 | 2,94 74,92"),
        Allograph.Parse("divided by", 2, "-4,50 80,50 | 37,14 39,15 | 37,86 39,87"),
        Allograph.Parse("less than", 2, "72,8 2,50! 72,92"),
        Allograph.Parse("caret", 1, "0,72 38,20! 76,72"),
        Allograph.Parse("root", 1, "-8,58 6,50 22,98! 40,4! 96,4"),
        Allograph.Parse("check mark", 3, "-2,50 24,96! 84,2"),
        Allograph.Parse("at", 2, "56,34 40,28 26,48 34,68 54,56 60,30! 60,66 82,58 84,26 52,2 14,14 0,52 16,88 52,98 80,86"),
        Allograph.Parse("euro", 2, "74,14 48,1 20,20 14,50 20,82 48,99 76,86 | -4,40 58,39 | -4,60 56,59"),
        Allograph.Parse("dollar", 2, "66,18 38,8 10,24 36,48 66,70 38,92 4,80 | 28,-10 28,110 | 46,-10 46,110"),
        Allograph.Parse("cent", 1, "70,28 44,16 14,30 6,54 20,82 46,86 72,74 | 52,-4 34,106"),
        Allograph.Parse("yen", 1, "2,0 38,46! 74,0 | 38,46 38,100 | 6,58 70,58 | 6,76 70,76"),
        Allograph.Parse("therefore", 1, "38,10 40,11 | 4,84 6,85 | 72,84 74,85"),
        Allograph.Parse("identical", 1, "-2,16 78,14 | -2,50 78,48 | -2,84 78,82"),
    ];

    /// <summary>One sign.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        hand = hand with { Slant = Math.Clamp(hand.Slant, -0.1f, 0.35f), PenRadius = random.NextSingle(0.035f, 0.12f) };
        StrokeCanvas.Write(StrokeCanvas.Choose(Forms, random), hand, random, picture);
    }
}
