using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Draws strokes on a canvas of random size, which decides how soft the edges get.</summary>
internal static class StrokeCanvas
{
    private const float Margin = 1.5f;

    /// <summary>One form in one hand, normalized.</summary>
    public static void Write(Allograph form, Handwriting hand, SeededRandom random, Span<byte> picture) =>
        Draw(hand.Write(form, random), random, picture);

    /// <summary>A figure of any size, inked and normalized.</summary>
    public static void Draw(Figure figure, SeededRandom random, Span<byte> picture)
    {
        float side = random.NextSingle(26, 60);
        float scale = (side - (2 * Margin)) / MathF.Max(figure.Size.X, figure.Size.Y);
        Vector2 size = (figure.Size * scale) + new Vector2(2 * Margin);
        var canvas = new GrayImage((int)MathF.Ceiling(size.X), (int)MathF.Ceiling(size.Y));
        Pen.Draw(canvas, figure.Place(scale, new Vector2(Margin) - (figure.Least * scale)));
        NonDigitDegradation.Normalize(canvas, random, picture);
    }

    /// <summary>One of the forms, each as often as its weight says.</summary>
    public static Allograph Choose(Allograph[] forms, SeededRandom random)
    {
        int total = 0;
        foreach (Allograph form in forms)
        {
            total += form.Weight;
        }

        int ticket = random.Next(total);
        int chosen = 0;
        while (ticket >= forms[chosen].Weight)
        {
            ticket -= forms[chosen++].Weight;
        }

        return forms[chosen];
    }
}
