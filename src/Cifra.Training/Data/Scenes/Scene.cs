using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>The ink of a digit and of what surrounds it.</summary>
/// <param name="Digit">The digit's ink alone.</param>
/// <param name="Ink">All ink, in a picture of the same size.</param>
internal sealed record Scene(GrayImage Digit, GrayImage Ink)
{
    private const int LongestSide = 112;

    /// <summary>A digit that fills the picture: with what touches it or stands close by, and no paper around.</summary>
    public static Scene Close(GrayImage master, SceneOptions options, SeededRandom random)
    {
        float height = random.NextSingle(20, 40);
        GrayImage ink = SceneForm.Shape(master, height, options, random);
        PixelBox box = PixelBox.AroundInk(ink);
        bool neighbours = Happens(options.Neighbours, random);
        bool lines = Happens(options.Lines, random);
        float room = neighbours || lines ? height * random.NextSingle(0.04f, 0.3f) : 1;
        (GrayImage digit, PixelBox at) = Place(ink, box, room, room, room, room);
        var all = new GrayImage(digit.Width, digit.Height, digit.Pixels.ToArray());
        if (neighbours && !at.IsEmpty)
        {
            Clutter.DrawNeighbour(all, at, near: 0.03f, Pen(ink), random);
        }

        if (lines && !at.IsEmpty)
        {
            Clutter.DrawLines(all, at, near: -0.04f, far: 0.2f, random);
        }

        return new Scene(digit, all);
    }

    /// <summary>A digit with room around it, as it is cut from a form or photographed in its cell.</summary>
    public static Scene Wide(GrayImage master, SceneOptions options, SeededRandom random)
    {
        float spread = random.NextSingle();
        float height = 18 + (44 * spread * spread * spread) + (14 * random.NextSingle());
        GrayImage ink = SceneForm.Shape(master, height, options, random);
        PixelBox box = PixelBox.AroundInk(ink);
        float most = MathF.Max(2, (LongestSide - Math.Max(box.Width, box.Height)) / 2f);
        (GrayImage digit, PixelBox at) = Place(ink, box, Margin(), Margin(), Margin(), Margin());
        var all = new GrayImage(digit.Width, digit.Height, digit.Pixels.ToArray());
        if (!at.IsEmpty)
        {
            Surround(all, at, Pen(ink), options, random);
        }

        return new Scene(digit, all);

        float Margin() => random.NextSingle() < 0.08f ? random.NextSingle(0, 2) : MathF.Min(most, height * random.NextSingle(0.08f, 0.55f));
    }

    private static void Surround(GrayImage canvas, PixelBox digit, float pen, SceneOptions options, SeededRandom random)
    {
        if (Happens(options.Neighbours, random))
        {
            Clutter.DrawNeighbour(canvas, digit, near: 0.02f, pen, random);
        }

        if (!Happens(options.Lines, random))
        {
            return;
        }

        float kind = random.NextSingle();
        if (kind < 0.2f)
        {
            Clutter.DrawRule(canvas, digit, random);
        }
        else if (kind < 0.6f)
        {
            Clutter.DrawLines(canvas, digit, near: -0.04f, far: 0.14f, random);
        }
        else
        {
            Clutter.DrawLines(canvas, digit, near: 0.08f, far: 0.45f, random);
        }
    }

    private static (GrayImage Canvas, PixelBox Digit) Place(GrayImage ink, PixelBox box, float left, float top, float right, float bottom)
    {
        var canvas = new GrayImage(Math.Max(8, box.Width + (int)left + (int)right), Math.Max(8, box.Height + (int)top + (int)bottom));
        for (int y = 0; y < box.Height; y++)
        {
            ink.Row(box.Y + y).Slice(box.X, box.Width).CopyTo(canvas.Row((int)top + y)[(int)left..]);
        }

        return (canvas, box with { X = (int)left, Y = (int)top });
    }

    private static float Pen(GrayImage ink) => Math.Clamp((float)Strokes.Width(ink) / 2, 0.5f, 5);

    private static bool Happens(double share, SeededRandom random) => random.NextDouble() < share;
}
