using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Letters in the hand that also writes the drawn digits.</summary>
/// <remarks>
/// Only letters that are a digit in nobody's hand. Left out are B (8), b (6), D, O, o, Q (0), f, I, i, J, j, L, l (1), G (6), g, q, y, Y (9 or 4),
/// S, s (5), Z, z (2), and p (9 in a mirror, and near to 8 when small).
/// </remarks>
internal static class HandLetters
{
    /// <summary>The characters that training may see.</summary>
    public const string Trained = "AaCcdEeFHhMNnPrTtUuVX";

    /// <summary>The characters kept for tests.</summary>
    public const string Withheld = "KkmRWw";

    /// <summary>Forms of <see cref="Trained"/>; the first character of a name is the letter.</summary>
    internal static readonly Allograph[] TrainedForms =
    [
        Allograph.Parse("A, pointed", 3, "6,100 36,0! 68,100 | 14,66 60,64"),
        Allograph.Parse("A, round at the top", 2, "2,100 8,40 36,1 62,38 70,100 | 6,60 68,58"),
        Allograph.Parse("A in one line", 1, "0,96 20,52 40,2! 58,60 68,98! 44,66 10,64"),
        Allograph.Parse("a with a tail", 2, "60,18 36,4 10,28 6,68 26,94 48,80 60,44 | 64,4 60,50 66,88 86,96"),
        Allograph.Parse("a with a roof", 2, "10,16 34,1 58,14 62,50 62,96 | 62,46 30,44 6,66 14,94 40,94 62,74"),
        Allograph.Parse("C, round", 3, "72,18 48,1 16,14 2,50 16,86 46,99 74,84"),
        Allograph.Parse("C with a serif", 1, "72,2 70,24! 48,4 16,14 4,50 16,84 44,99 72,86"),
        Allograph.Parse("c, wide", 2, "76,22 46,4 12,24 4,62 24,94 58,96 84,78"),
        Allograph.Parse("d", 3, "58,48 34,38 8,54 6,84 28,98 52,84 60,52 | 64,0 60,60 68,98"),
        Allograph.Parse("d in one line", 1, "56,50 30,40 6,62 14,94 40,92 56,60 66,0! 58,60 76,98"),
        Allograph.Parse("E of four strokes", 3, "10,0 8,100 | 8,2 68,2 | 8,50 54,48 | 8,98 70,98"),
        Allograph.Parse("E, cornered", 2, "66,2 8,3! 8,50 8,98! 70,97 | 8,50 52,48"),
        Allograph.Parse("E like a 3 in a mirror", 2, "66,12 38,0 14,14 20,36 44,46! 12,58 6,84 34,99 70,88"),
        Allograph.Parse("e", 4, "8,56 40,54 64,46! 60,14 34,2 8,26 6,70 34,98 72,82"),
        Allograph.Parse("e, slanting", 2, "4,68 66,38! 58,10 34,4 10,30 8,72 34,98 74,80"),
        Allograph.Parse("F of three strokes", 3, "10,0 8,100 | 6,3 68,1 | 8,46 52,44"),
        Allograph.Parse("F, cornered", 2, "70,2 12,3! 10,50 8,100 | 2,50 54,46"),
        Allograph.Parse("H", 3, "8,0 6,100 | 68,0 66,100 | 8,52 66,50"),
        Allograph.Parse("H, round", 1, "6,4 10,50 8,98 | 72,0 60,46 66,96 | 10,56 62,46"),
        Allograph.Parse("h", 3, "10,0 10,100 | 10,66 32,44 56,54 60,98"),
        Allograph.Parse("h with a tail", 1, "14,0 8,60 6,100! 16,62 40,42 56,60 60,94 82,92"),
        Allograph.Parse("M, pointed", 3, "2,100 10,2! 40,66! 70,2! 78,100"),
        Allograph.Parse("M, upright", 2, "4,100 4,2! 40,58! 76,2! 76,100"),
        Allograph.Parse("M, round", 1, "-4,98 10,30 20,4 34,40 40,84! 52,30 66,4 80,40 86,98"),
        Allograph.Parse("N", 3, "8,100 8,2! 64,98! 64,0"),
        Allograph.Parse("N, leaning", 2, "0,100 14,2! 58,98! 76,0"),
        Allograph.Parse("n", 2, "6,8 8,98! 12,44 38,10 62,30 64,98"),
        Allograph.Parse("n with a tail", 1, "6,10 8,98! 16,40 42,12 62,34 64,84 90,92"),
        Allograph.Parse("P", 3, "10,0 10,100 | 6,4 44,0 66,20 52,46 10,52"),
        Allograph.Parse("P in one line", 1, "8,100 12,50 16,4! 48,0 68,20 52,46 16,52"),
        Allograph.Parse("r", 2, "12,4 14,98 | 14,44 34,14 66,12"),
        Allograph.Parse("r in one line", 1, "10,6 14,98! 18,50 38,16 68,20"),
        Allograph.Parse("T", 3, "-2,4 78,2 | 38,4 36,100"),
        Allograph.Parse("T with serifs", 1, "0,18 0,3! 38,4 78,3! 78,18 | 38,4 38,100"),
        Allograph.Parse("t", 3, "32,0 30,70 42,96 68,88 | 0,32 66,30"),
        Allograph.Parse("t like a cross", 1, "34,0 34,100 | -4,34 74,32"),
        Allograph.Parse("U", 2, "0,0 2,58 18,92 54,94 72,60 76,0"),
        Allograph.Parse("u", 2, "2,6 4,62 22,92 48,82 64,44 68,4! 66,60 78,96"),
        Allograph.Parse("V", 3, "0,0 38,100! 76,0"),
        Allograph.Parse("X", 3, "2,0 70,100 | 68,0 2,100"),
        Allograph.Parse("X of two arcs", 1, "4,4 30,16 34,50 30,84 4,98 | 72,2 44,16 38,50 44,84 74,98"),
    ];

    /// <summary>Forms of <see cref="Withheld"/>.</summary>
    internal static readonly Allograph[] WithheldForms =
    [
        Allograph.Parse("K", 3, "8,0 8,100 | 66,0 10,54! 70,100"),
        Allograph.Parse("K, apart", 1, "6,0 8,100 | 66,4 22,50! 72,98"),
        Allograph.Parse("k", 2, "10,0 8,100 | 54,38 12,68! 62,100"),
        Allograph.Parse("m", 3, "-12,12 -8,98! -4,44 18,12 34,36 34,98! 40,44 62,12 78,36 80,98"),
        Allograph.Parse("R", 3, "10,0 10,100 | 6,4 44,0 62,20 46,44 12,50! 70,100"),
        Allograph.Parse("W", 3, "-8,0 14,98! 38,20! 62,98! 86,0"),
        Allograph.Parse("w, round", 2, "-8,6 -4,66 16,94 36,60 38,20! 42,70 62,94 82,60 86,6"),
    ];

    /// <summary>A letter that may be trained on.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture) => Write(TrainedForms, random, picture);

    /// <summary>A letter kept for tests.</summary>
    public static void PaintWithheld(SeededRandom random, Span<byte> picture) => Write(WithheldForms, random, picture);

    /// <summary>Two letters of one hand, side by side, now and then touching.</summary>
    public static void PaintPair(SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        Figure first = hand.Write(StrokeCanvas.Choose(TrainedForms, random), random);
        Figure second = hand.Write(StrokeCanvas.Choose(TrainedForms, random), random);
        float small = random.NextSingle(0.6f, 1); // the second letter may be a small one
        float across = first.Most.X - (second.Least.X * small) + random.NextSingle(-0.04f, 0.25f);
        float down = first.Most.Y - (second.Most.Y * small) + random.NextSingle(-0.06f, 0.06f);
        StrokeCanvas.Draw(new Figure([.. first.Strokes, .. second.Place(small, new Vector2(across, down)).Strokes]), random, picture);
    }

    private static void Write(Allograph[] forms, SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        StrokeCanvas.Write(StrokeCanvas.Choose(forms, random), hand with { Slant = MathF.Min(hand.Slant, 0.45f) }, random, picture);
    }
}
