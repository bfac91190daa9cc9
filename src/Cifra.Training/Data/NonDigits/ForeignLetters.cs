using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Characters of other scripts by hand, none of which is like one of our digits.</summary>
internal static class ForeignLetters
{
    internal static readonly Allograph[] Forms =
    [
        Allograph.Parse("zhe", 2, "40,0 40,100 | -6,2 36,50! -8,100 | 86,2 44,50! 88,100"),
        Allograph.Parse("sha", 2, "-4,0 -4,98! 84,98! 84,0 | 40,0 40,98"),
        Allograph.Parse("shcha", 1, "-4,0 -4,88! 84,88! 84,0 | 40,0 40,88 | 84,88 100,88! 100,108"),
        Allograph.Parse("ef", 2, "40,0 40,100 | 40,22 4,26 -4,52 16,74 40,72 66,74 84,52 74,26 40,22"),
        Allograph.Parse("yu", 1, "-8,0 -8,100 | -8,50 24,50 | 56,4 28,20 24,60 44,96 72,90 84,52 76,14 56,4"),
        Allograph.Parse("i", 2, "4,0 4,98! 66,4! 66,100"),
        Allograph.Parse("short i", 1, "4,20 4,98! 66,24! 66,100 | 20,0 36,10 52,0"),
        Allograph.Parse("tse", 1, "4,0 4,86! 64,86! 64,0 | 64,86 78,86! 78,106"),
        Allograph.Parse("de", 1, "-2,106 -2,84! 78,84! 78,106 | 10,84 24,50 28,0! 64,0! 64,84"),
        Allograph.Parse("pi, capital", 2, "8,100 8,2! 66,2! 66,100"),
        Allograph.Parse("pi", 2, "-6,14 8,4 84,4 | 22,6 20,60 8,100 | 56,6 56,80 62,98 76,94"),
        Allograph.Parse("psi", 2, "38,0 38,100 | -6,8 2,50 38,66 74,50 82,8"),
        Allograph.Parse("omega, capital", 2, "-2,98 24,98! 20,70 0,44 14,8 40,0 68,8 82,44 60,70 56,98! 84,98"),
        Allograph.Parse("omega", 1, "8,10 -8,44 0,90 28,90 38,40! 48,90 78,90 86,44 68,10"),
        Allograph.Parse("xi, capital", 1, "0,4 76,4 | 12,50 64,50 | 0,96 76,96"),
        Allograph.Parse("sigma, capital", 2, "74,16 70,2! 4,2! 44,48! 2,98! 72,98! 76,82"),
        Allograph.Parse("gamma, capital", 1, "68,14 66,2! 10,2! 10,100"),
        Allograph.Parse("delta, capital", 2, "38,2 -2,96! 78,96! 38,2"),
        Allograph.Parse("lambda", 2, "4,4 20,2 70,100 | 40,46 2,100"),
        Allograph.Parse("chi", 1, "-2,6 16,8 56,94 76,98 | 72,2 0,100"),
        Allograph.Parse("tree", 2, "-6,26 84,26 | 40,0 40,100 | 38,28 -6,84 | 42,28 86,84"),
        Allograph.Parse("large", 2, "-6,32 86,32 | 40,0 34,50 -8,100 | 40,36 86,100"),
        Allograph.Parse("middle", 2, "2,20 2,66! 78,66! 78,20! 2,20 | 40,0 40,100"),
        Allograph.Parse("fire", 1, "40,0 36,50 -4,100 | 40,44 84,100 | 4,22 12,46 | 78,18 64,46"),
        Allograph.Parse("field", 2, "0,4 0,96! 78,96! 78,4! 0,4 | 39,4 39,96 | 0,50 78,50"),
        Allograph.Parse("mountain", 1, "38,0 38,92 | 0,36 0,92! 76,92! 76,36"),
        Allograph.Parse("earth", 1, "10,36 68,36 | 39,0 39,96 | -6,96 84,96"),
        Allograph.Parse("aleph", 1, "0,2 74,98 | 70,0 72,26 44,50 | 10,26 0,56 14,98"),
        Allograph.Parse("shin", 1, "-4,6 8,88! 70,84 84,4 | 12,74 40,56 42,8"),
    ];

    /// <summary>One character.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        hand = hand with { Slant = Math.Clamp(hand.Slant, -0.1f, 0.4f), PenRadius = MathF.Min(hand.PenRadius, 0.09f) };
        StrokeCanvas.Write(StrokeCanvas.Choose(Forms, random), hand, random, picture);
    }
}
