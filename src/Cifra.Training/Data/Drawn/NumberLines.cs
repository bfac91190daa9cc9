using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>Writes numbers in one hand: digits side by side, none touching, line under line.</summary>
internal static class NumberLines
{
    /// <summary>Bright ink on black; each line is <paramref name="height"/> pixels high.</summary>
    public static GrayImage Draw(string text, int height, SeededRandom random)
    {
        var hand = Handwriting.Pick(random);
        float size = height * random.NextSingle(0.52f, 0.64f); // of a digit
        string[] lines = text.Split('\n');
        var figures = new List<Figure>();
        float right = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            float baseline = ((i + 0.5f) * height) + (size / 2);
            right = MathF.Max(right, Write(lines[i], hand, size, new Vector2(height * 0.3f, baseline), figures, random));
        }

        var canvas = new GrayImage((int)(right + (height * 0.3f)), height * lines.Length);
        figures.ForEach(figure => Pen.Draw(canvas, figure));
        return canvas;
    }

    // Returns where the line ends.
    private static float Write(
        string line, Handwriting hand, float size, Vector2 start, List<Figure> figures, SeededRandom random)
    {
        float gap = size * random.NextSingle(0.14f, 0.34f);
        float rise = size * random.NextSingle(-0.1f, 0.1f); // of the baseline, from the first digit to the last
        float x = start.X;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ')
            {
                x += size * 0.6f;
                continue;
            }

            Figure figure = hand.Write(Allographs.Choose(line[i] - '0', random), random);
            float scale = size * random.NextSingle(0.9f, 1.04f) / figure.Size.Y;
            float foot = start.Y - (rise * i / line.Length) + (size * random.NextSingle(-0.03f, 0.03f));
            figures.Add(figure.Place(scale, new Vector2(x, foot) - (new Vector2(figure.Least.X, figure.Most.Y) * scale)));
            x += (figure.Size.X * scale) + (gap * random.NextSingle(0.7f, 1.3f));
        }

        return x;
    }
}
