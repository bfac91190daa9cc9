using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>The shapes that printed digits have: outlines of our own, after no font in particular.</summary>
internal static class Glyphs
{
    private const float Width = 0.6f;

    private static readonly Glyph[] Sixes =
    [
        Glyph.Parse("A44,68,42,68,285,180 | A30,68,28,32,0,360 | b 55,5"),
        Glyph.Parse("A32,34,29,34,330,180 3,66 | A30,67,27,33,0,360 | b 56,18"),
        Glyph.Parse("42,0 Q18,26,6,56 | A30,68,27,32,0,360"),
    ];

    private static readonly Glyph[][] Shapes =
    [
        [
            Glyph.Parse("A30,50,28,50,0,360"),
            Glyph.Parse("A30,50,23,50,0,360"),
            Glyph.Parse("30,0 A36,22,22,22,270,360 58,78 A36,78,22,22,0,90 24,100 A24,78,22,22,90,180 2,22 A24,22,22,22,180,270 30,0"),
        ],
        [
            Glyph.Parse("10,22 33,0 33,100 | s 12,100 54,100"),
            Glyph.Parse("8,20 Q26,16,33,0 33,100 | s 12,100 54,100"),
            Glyph.Parse("12,18 32,2 32,100 | 8,100 56,100"),
            Glyph.Parse("12,12 32,2 32,100 | s 14,100 50,100"),
        ],
        [
            Glyph.Parse("A30,28,26,28,190,400 3,100 57,100 | s 57,100 57,86 | b 6,26"),
            Glyph.Parse("A30,26,25,26,195,390 Q40,56,20,76 Q8,88,4,100 58,100 | s 58,100 58,86 | b 7,22"),
        ],
        [
            Glyph.Parse("A28,24.5,24,24.5,205,450 20,49 | 20,49 A28,74.5,28,25.5,270,515 | b 8,16 4,85"),
            Glyph.Parse("4,0 54,0 26,40 A28,70,28,30,270,515 | s 4,0 4,13 | b 4,84"),
        ],
        [
            Glyph.Parse("44,100 44,0 2,70 60,70 | s 28,100 60,100"),
            Glyph.Parse("42,100 42,0 36,0 2,64 2,72 62,72"),
            Glyph.Parse("44,100 44,38 | 32,0 4,70 62,70"),
        ],
        [
            Glyph.Parse("52,0 11,0 6,49 A28,68,28,32,215,510 | s 52,0 52,9 | b 5,83"),
            Glyph.Parse("54,0 9,0 9,46 A26,68,30,32,240,500 | b 7,90"),
        ],
        Sixes,
        [
            Glyph.Parse("2,0 57,0 22,100 | s 3,0 3,17"),
            Glyph.Parse("2,0 57,0 Q28,40,22,100 | s 3,0 3,17"),
            Glyph.Parse("2,0 56,0 56,8 Q30,42,24,100"),
        ],
        [
            Glyph.Parse("A30,25,23,25,0,360 | A30,74.5,28,25.5,0,360"),
            Glyph.Parse("A30,26,25,26,0,360 | A30,75,26,25,0,360"),
        ],
        [.. Sixes.Select(six => six.Turned(Width))],
    ];

    /// <summary>One of the digit's shapes.</summary>
    public static Glyph Choose(int digit, SeededRandom random) => Shapes[digit][random.Next(Shapes[digit].Length)];
}
