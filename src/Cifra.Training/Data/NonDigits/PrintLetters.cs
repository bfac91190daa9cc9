using System.Globalization;
using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Capitals as a printing type has them: straight stems, thick and thin, with serifs or without; no pen is at work here.</summary>
/// <remarks>The bowls of P and R are polygons. Letters that resemble a digit in some type are left out, as they are from <see cref="HandLetters"/>.</remarks>
internal static class PrintLetters
{
    private const int Height = 48;

    // Stems from x,y to x,y in hundredths of the height; t is thin in a type that knows thick and thin; s puts a serif on each end with that letter.
    private static readonly Stem[][] Letters =
    [
        Parse("0,100 34,0 t s- | 34,0 70,100 k -s | 16,64 54,64 t --"),
        Parse("10,0 10,100 k ss | 10,2 62,2 t -- | 10,49 50,49 t -- | 10,98 64,98 t --"),
        Parse("10,0 10,100 k ss | 10,2 62,2 t -- | 10,49 50,49 t --"),
        Parse("8,0 8,100 k ss | 72,0 72,100 k ss | 8,50 72,50 t --"),
        Parse("10,0 10,100 k ss | 70,0 12,58 t s- | 30,42 74,100 k -s"),
        Parse("6,0 6,100 t -s | 6,0 44,88 k -- | 44,88 82,0 t -- | 82,0 82,100 k -s"),
        Parse("8,0 8,100 t -s | 8,0 70,100 k -- | 70,0 70,100 t s-"),
        Parse("36,0 36,100 k -s | 0,3 72,3 t --"),
        Parse("0,0 38,100 k s- | 38,100 74,0 t -s"),
        Parse("0,0 26,100 k s- | 26,100 48,10 t -- | 48,10 70,100 k -- | 70,100 96,0 t -s"),
        Parse("2,0 70,100 k ss | 68,0 2,100 t ss"),
        Parse("10,0 10,100 k ss | 10,3 44,3 t -- | 44,3 62,14 k -- | 62,14 62,36 k -- | 62,36 44,50 k -- | 44,50 10,50 t --"),
        Parse("10,0 10,100 k ss | 10,3 44,3 t -- | 44,3 60,14 k -- | 60,14 60,36 k -- | 60,36 44,50 k -- | 44,50 10,50 t -- | 36,50 72,100 k -s"),
    ];

    /// <summary>One letter, upright or in italics.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        Stem[] letter = Letters[random.Next(Letters.Length)];
        float thick = Height * random.NextSingle(0.07f, 0.22f);
        float thin = random.Next(2) == 0 ? thick : MathF.Max(1.5f, thick * random.NextSingle(0.25f, 0.7f));
        float serif = random.Next(2) == 0 ? 0 : Height * random.NextSingle(0.16f, 0.3f);
        float lean = random.Next(3) == 0 ? random.NextSingle(0.1f, 0.35f) : 0;
        float breadth = random.NextSingle(0.75f, 1.2f);

        var canvas = new GrayImage(104, Height + 24);
        foreach (Stem stem in letter)
        {
            Vector2 from = Place(stem.From);
            Vector2 to = Place(stem.To);
            Polygons.Bar(canvas, from, to, stem.Thin ? thin : thick);
            Serif(stem.SerifFrom, from);
            Serif(stem.SerifTo, to);
        }

        NonDigitDegradation.Normalize(canvas, random, picture);

        Vector2 Place(Vector2 at) => new Vector2(28, 12) + (new Vector2((at.X * breadth) - (lean * (at.Y - 0.5f)), at.Y) * Height);

        void Serif(bool wanted, Vector2 at)
        {
            if (wanted && serif > 0)
            {
                Vector2 half = new(serif / 2, 0);
                Polygons.Bar(canvas, at - half, at + half, MathF.Max(thin * 0.7f, 2));
            }
        }
    }

    private static Stem[] Parse(string stems) => [.. stems.Split(" | ").Select(ParseStem)];

    private static Stem ParseStem(string stem)
    {
        string[] parts = stem.Split(' ');
        return new Stem(Point(parts[0]), Point(parts[1]), parts[2] == "t", parts[3][0] == 's', parts[3][1] == 's');
    }

    private static Vector2 Point(string xy)
    {
        string[] parts = xy.Split(',');
        return new Vector2(float.Parse(parts[0], CultureInfo.InvariantCulture), float.Parse(parts[1], CultureInfo.InvariantCulture)) / 100;
    }

    private readonly record struct Stem(Vector2 From, Vector2 To, bool Thin, bool SerifFrom, bool SerifTo);
}
