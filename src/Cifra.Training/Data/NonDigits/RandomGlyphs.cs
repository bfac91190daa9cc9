using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Characters of no script: three to five random strokes.</summary>
/// <remarks>
/// A digit is written with four loose ends at most: an open 4, a 7 with a bar, a 1 with flag and foot. A glyph has five or more, each of them clear of
/// the other ink, so no glyph is a digit.
/// </remarks>
internal static class RandomGlyphs
{
    /// <summary>Loose ends that a glyph has at least.</summary>
    public const int LeastEnds = 5;

    private const int Tries = 40;
    private const int Columns = 3; // of the cells that the ends of strokes are spread over
    private const int Rows = 4;

    // Five rays: what is drawn when chance has not made a glyph within the tries.
    private static readonly Allograph Rays = Allograph.Parse("rays", 1, "38,50 38,0 | 38,50 84,34 | 38,50 68,94 | 38,50 8,94 | 38,50 -8,34");

    /// <summary>How far other ink keeps from a loose end, from line to line.</summary>
    internal static float Clearance(Handwriting hand) => (1.5f * hand.PenRadius) + 0.06f;

    /// <summary>One glyph.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        var hand = Handwriting.Pick(random);
        StrokeCanvas.Draw(Write(hand with { PenRadius = MathF.Min(hand.PenRadius, 0.09f) }, random), random, picture);
    }

    /// <summary>The strokes of a glyph.</summary>
    internal static Figure Write(Handwriting hand, SeededRandom random)
    {
        for (int i = 0; i < Tries; i++)
        {
            Figure figure = hand.Write(Invent(random), random);
            if (LooseEnds(figure, Clearance(hand)) >= LeastEnds)
            {
                return figure;
            }
        }

        return hand.Write(Rays, random);
    }

    /// <summary>Ends of strokes from which all other ink is more than <paramref name="clear"/> away, from line to line.</summary>
    internal static int LooseEnds(Figure figure, float clear)
    {
        int count = 0;
        foreach (PenPoint[] stroke in figure.Strokes)
        {
            count += IsLoose(figure, stroke, 0, clear) ? 1 : 0;
            count += IsLoose(figure, stroke, stroke.Length - 1, clear) ? 1 : 0;
        }

        return count;
    }

    private static bool IsLoose(Figure figure, PenPoint[] stroke, int end, float clear)
    {
        foreach (PenPoint[] other in figure.Strokes)
        {
            bool left = other != stroke; // the line has once been clear of its own end: from there on it may come back
            for (int i = 0; i < other.Length; i++)
            {
                bool near = Vector2.Distance(other[end == 0 || other != stroke ? i : other.Length - 1 - i].At, stroke[end].At) < clear;
                if (near && left)
                {
                    return false;
                }

                left |= !near;
            }
        }

        return true;
    }

    private static Allograph Invent(SeededRandom random)
    {
        Span<int> cells = stackalloc int[Columns * Rows];
        for (int i = 0; i < cells.Length; i++)
        {
            int other = random.Next(i + 1);
            cells[i] = cells[other];
            cells[other] = i;
        }

        var strokes = new ControlPoint[random.Next(3, 6)][];
        for (int s = 0; s < strokes.Length; s++)
        {
            strokes[s] = new ControlPoint[random.Next(2, 5)];
            bool cornered = random.Next(3) == 0;
            for (int p = 0; p < strokes[s].Length; p++)
            {
                bool end = p == 0 || p == strokes[s].Length - 1;
                Vector2 at = end ? InCell(cells[(2 * s) + (p == 0 ? 0 : 1)], random) : new Vector2(random.NextSingle(0, 0.76f), random.NextSingle());
                strokes[s][p] = new ControlPoint(at, cornered);
            }
        }

        return new Allograph("glyph", 1, strokes);
    }

    private static Vector2 InCell(int cell, SeededRandom random)
    {
        (int row, int column) = Math.DivRem(cell, Columns);
        Vector2 within = new(random.NextSingle(0.2f, 0.8f), random.NextSingle(0.2f, 0.8f));
        return (new Vector2(column, row) + within) * new Vector2(0.84f / Columns, 1f / Rows);
    }
}
