using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>What is left of forms and tables: straight lines of one width, their corners and crossings.</summary>
/// <remarks>
/// Left out are a single upright line (1), the corner at the upper right (7), that at the lower left and its like (L, which some write for 1), an upright with
/// a bar to its left (4), and the closed box (0).
/// </remarks>
internal static class RuledLines
{
    internal static readonly Allograph[] Forms =
    [
        Allograph.Parse("upper left corner", 3, "80,0 0,0! 0,80"),
        Allograph.Parse("lower right corner", 3, "80,0 80,80! 0,80"),
        Allograph.Parse("tee", 2, "0,0 100,0 | 50,0 50,60"),
        Allograph.Parse("tee upside down", 2, "0,70 100,70 | 50,0 50,70"),
        Allograph.Parse("tee to the right", 2, "0,0 0,100 | 0,50 80,50"),
        Allograph.Parse("crossing", 3, "0,40 100,40 | 40,0 40,100"),
        Allograph.Parse("line", 3, "0,0 100,0"),
        Allograph.Parse("two lines", 2, "0,0 100,0 | 0,40 100,40"),
        Allograph.Parse("three lines", 2, "0,0 100,0 | 0,40 100,40 | 0,80 100,80"),
        Allograph.Parse("two uprights", 2, "0,0 0,100 | 60,0 60,100"),
        Allograph.Parse("box open below", 2, "0,70 0,0! 90,0! 90,70"),
        Allograph.Parse("box open above", 2, "0,0 0,70! 90,70! 90,0"),
        Allograph.Parse("box open at the right", 2, "80,0 0,0! 0,80! 80,80"),
        Allograph.Parse("crossed box", 2, "0,0 90,0! 90,90! 0,90! 0,0 | 0,0 90,90 | 90,0 0,90"),
        Allograph.Parse("grid", 3, "0,30 100,30 | 0,70 100,70 | 30,0 30,100 | 70,0 70,100"),
        Allograph.Parse("ladder", 2, "0,20 120,20 | 0,70 120,70 | 20,20 20,70 | 55,20 55,70 | 90,20 90,70"),
        Allograph.Parse("corner doubled", 2, "80,0 0,0! 0,80 | 80,25 25,25! 25,80"),
    ];

    /// <summary>One piece, a little aslant and stretched.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        Allograph form = StrokeCanvas.Choose(Forms, random);
        float radius = random.NextSingle(0.015f, 0.1f);
        float turn = 0.06f * random.NextGaussian();
        Vector2 stretch = new(random.NextSingle(0.75f, 1.35f), random.NextSingle(0.75f, 1.2f));
        Figure figure = new([.. form.Strokes.Select(stroke => Array.ConvertAll(stroke, point => Place(point.At * stretch)))]);
        StrokeCanvas.Draw(figure, random, picture);

        PenPoint Place(Vector2 at)
        {
            Vector2 astray = new Vector2(random.NextSingle(-1, 1), random.NextSingle(-1, 1)) * 0.03f;
            return new PenPoint(new Vector2(at.X - (turn * at.Y), at.Y + (turn * at.X)) + astray, radius);
        }
    }
}
