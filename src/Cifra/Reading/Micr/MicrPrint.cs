using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Reading.Micr;

/// <summary>Draws characters of magnetic ink: upright rectangles; a pixel at an edge is as dark as the part of it that is covered.</summary>
internal sealed class MicrPrint
{
    private readonly float[] _cover;
    private readonly int _width;
    private readonly int _height;
    private readonly float _scale;

    /// <summary>A sheet without ink.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="scale">Pixels a millimetre.</param>
    public MicrPrint(int width, int height, float scale)
    {
        _cover = new float[width * height];
        _width = width;
        _height = height;
        _scale = scale;
    }

    /// <summary>Draws a rectangle.</summary>
    /// <param name="bar">The rectangle, in millimetres from the corner of its character's box.</param>
    /// <param name="x">Column of that corner.</param>
    /// <param name="y">Row of that corner.</param>
    /// <param name="spread">How far ink spreads beyond each edge, in millimetres; negative for thin ink.</param>
    public void Add(MicrBar bar, float x, float y, float spread)
    {
        float left = x + (_scale * (bar.Left - spread));
        float right = x + (_scale * (bar.Right + spread));
        float top = y + (_scale * (bar.Top - spread));
        float bottom = y + (_scale * (bar.Bottom + spread));
        for (int row = Math.Max(0, (int)top); row < Math.Min(_height, bottom); row++)
        {
            float down = Math.Min(bottom, row + 1) - Math.Max(top, row);
            for (int column = Math.Max(0, (int)left); column < Math.Min(_width, right); column++)
            {
                float across = Math.Min(right, column + 1) - Math.Max(left, column);
                _cover[(row * _width) + column] += across * down;
            }
        }
    }

    /// <summary>The sheet: bright ink on black.</summary>
    public GrayImage ToImage() => new(_width, _height, Array.ConvertAll(_cover, cover => (byte)(255 * Math.Min(1, cover))));

    /// <summary>Draws one line of text with a margin around it.</summary>
    /// <param name="face">The font.</param>
    /// <param name="text">Characters of the font, and spaces.</param>
    /// <param name="scale">Pixels a millimetre.</param>
    /// <param name="room">Margin on every side, in millimetres.</param>
    /// <param name="random">Source of the spread of ink and of each character's offset; null draws exactly what the standard says.</param>
    public static GrayImage Line(MicrFace face, string text, float scale, float room, SeededRandom? random = null)
    {
        float width = (2 * room) + (text.Length * MicrFace.Pitch);
        var sheet = new MicrPrint((int)Math.Ceiling(width * scale), (int)Math.Ceiling(((2 * room) + face.Height) * scale), scale);
        float spread = random?.NextSingle(-0.03f, 0.045f) ?? 0;
        for (int i = 0; i < text.Length; i++)
        {
            float x = room + (i * MicrFace.Pitch) + (0.04f * (random?.NextGaussian() ?? 0));
            float y = room + (0.03f * (random?.NextGaussian() ?? 0));
            foreach (MicrBar bar in face.Bars(text[i]))
            {
                sheet.Add(bar, x * scale, y * scale, face.Font == MicrFont.Cmc7 ? spread / 2 : spread);
            }
        }

        return sheet.ToImage();
    }
}
