using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Small drawings from the margin of a page.</summary>
internal static class Doodles
{
    internal static readonly Allograph[] Forms =
    [
        Allograph.Parse("heart", 3, "38,98 0,54 -8,22 8,2 28,6 38,30! 48,6 70,2 84,22 76,54 38,98"),
        Allograph.Parse("star in one line", 3, "10,100 38,0! 66,100! -8,38! 84,38! 10,100"),
        Allograph.Parse("star, outlined", 2, "38,0 50,36! 86,38! 58,60! 68,98! 38,76! 8,98! 18,60! -10,38! 26,36! 38,0"),
        Allograph.Parse(
            "spiral", 3, "40,50 48,44 54,52 46,62 32,60 26,46 36,32 54,32 66,48 62,68 46,78 24,74 12,54 16,30 36,16 60,16 80,34 84,62 68,88 40,98 10,90"),
        Allograph.Parse("smiley", 3, "40,0 6,14 -8,50 6,86 40,100 74,86 88,50 74,14 40,0 | 24,32 25,40 | 56,32 57,40 | 16,62 30,76 52,76 66,62"),
        Allograph.Parse("house", 3, "0,98 0,42! 40,2! 80,42! 80,98! 0,98 | 28,98 28,64! 52,64! 52,98"),
        Allograph.Parse("house in one line", 1, "0,98 76,38! 0,38! 38,0! 76,38! 76,98! 0,38! 0,98! 76,98"),
        Allograph.Parse("note", 2, "14,84 2,76 -8,88 2,98 14,90 14,6! 66,0! 66,78! 54,70 44,82 54,92 66,84"),
        Allograph.Parse(
            "sun", 2,
            "40,30 24,38 20,52 28,68 44,72 58,62 60,44 40,30 | 40,20 40,2 | 40,80 40,98 | 12,50 -8,50 "
            + "| 68,50 88,50 | 18,32 4,18 | 62,32 76,18 | 18,70 4,84 | 62,70 76,84"),
        Allograph.Parse("flash", 1, "44,0 4,56! 36,54! 16,100! 74,38! 40,40! 64,0! 44,0"),
        Allograph.Parse("fish", 2, "88,30 40,78 0,70 -10,52 0,34 40,26 88,74 | 8,46 9,48"),
        Allograph.Parse("flower", 1, "40,40 26,22 40,2 54,22 40,40 66,30 86,42 66,54 40,40 58,64 40,80 24,64 40,40 14,54 -6,42 14,30 40,40"),
        Allograph.Parse("man", 2, "40,2 28,10 30,24 42,28 52,20 50,8 40,2 | 40,28 40,66 | 6,44 74,42 | 12,100 40,66! 68,100"),
        Allograph.Parse("tree", 1, "40,0 4,44! 24,42! -6,80! 86,80! 56,42! 76,44! 40,0 | 40,80 40,100"),
    ];

    /// <summary>One drawing.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        hand = hand with { Slant = hand.Slant * 0.4f, PenRadius = random.NextSingle(0.02f, 0.06f) };
        StrokeCanvas.Write(StrokeCanvas.Choose(Forms, random), hand, random, picture);
    }
}
