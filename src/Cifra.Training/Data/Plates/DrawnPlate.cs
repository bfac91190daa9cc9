using System.Numerics;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Plates;

/// <summary>A drawn number plate, seen from the front: characters, frame, screws and marks, and a bit of the car.</summary>
internal sealed class DrawnPlate
{
    /// <summary>Height of a character's skeleton, in pixels.</summary>
    public const int Height = 34;

    private const float H = Height;
    private const int Above = 26;    // rows of the sheet above the characters, and as many below
    private const int Beside = 110;   // columns beside them

    private readonly PlateCanvas _canvas;
    private readonly SeededRandom _random;
    private readonly PlateFace _face;
    private readonly byte _plate;
    private readonly byte _ink;
    private readonly byte _other;

    private DrawnPlate(List<(GrayImage Shape, float At, float Down)> row, float width, PlateFace face, SeededRandom random)
    {
        _random = random;
        _face = face;
        Top = Above;
        Bottom = Above + Height;
        Left = Beside;
        Right = Beside + width;
        (_plate, _ink, _other) = Levels(random);
        IsBright = _ink > _plate;
        _canvas = new PlateCanvas((int)width + (2 * Beside), Height + (2 * Above), _plate);
        DrawBack();
        foreach ((GrayImage shape, float at, float down) in row)
        {
            Stamp(shape, at + Beside, down + Above);
        }

        DrawAround();
    }

    /// <summary>What it looks like.</summary>
    public GrayImage Picture => _canvas.Picture;

    /// <summary>Whether characters are brighter than the plate.</summary>
    public bool IsBright { get; }

    /// <summary>Row where characters begin.</summary>
    public float Top { get; }

    /// <summary>Row below them.</summary>
    public float Bottom { get; }

    /// <summary>Column where the first begins.</summary>
    public float Left { get; }

    /// <summary>Column after the last.</summary>
    public float Right { get; }

    /// <summary>Draws a plate.</summary>
    /// <param name="text">Its characters, spaces between groups; empty for a surface that says nothing.</param>
    /// <param name="random">Decides on all else.</param>
    public static DrawnPlate Draw(string text, SeededRandom random)
    {
        var face = PlateFace.Pick(random);
        float spacing = H * random.NextSingle(0.07f, 0.3f);
        float gap = H * (random.NextSingle() < 0.3f ? random.NextSingle(0.1f, 0.3f) : random.NextSingle(0.25f, 0.75f));
        float uneven = random.NextSingle() < 0.2f ? H * 0.02f : 0;
        List<(GrayImage Shape, float At, float Down)> row = [];
        float x = 0;
        foreach (char symbol in text)
        {
            if (symbol == PlateText.Gap)
            {
                if (Separator(gap, random) is { } mark)
                {
                    row.Add((mark, x - spacing + ((gap + spacing - mark.Width) / 2), ((H - mark.Height) / 2) + (H * random.NextSingle(-0.1f, 0.1f))));
                }

                x += gap;
                continue;
            }

            GrayImage shape = face.Draw(symbol, Height, random);
            row.Add((shape, x, ((H - shape.Height) / 2) + (uneven * random.NextGaussian())));
            x += shape.Width + spacing;
        }

        return new DrawnPlate(row, Math.Max(x - spacing, H * random.NextSingle(1, 4)), face, random);
    }

    // A dot, a dash, a star or seal; or nothing.
    private static GrayImage? Separator(float gap, SeededRandom random)
    {
        float kind = random.NextSingle();
        if (kind < 0.4f || gap < 4)
        {
            return null;
        }

        float most = MathF.Min(gap, H * 0.6f);
        int width = Math.Max(3, (int)(most * random.NextSingle(0.4f, 1)));
        float height = kind < 0.55f ? H * random.NextSingle(0.08f, 0.16f)
            : kind < 0.9f ? width * random.NextSingle(0.8f, 1.6f)
            : H * random.NextSingle(0.7f, 1.2f);
        var mark = new PlateCanvas(width, Math.Max(3, (int)height), 0);
        GrayImage picture = mark.Picture;
        if (kind < 0.55f)
        {
            picture.Pixels.Fill(255);
        }
        else if (kind < 0.75f)
        {
            mark.Spot(new Vector2(picture.Width, picture.Height) / 2, new Vector2(picture.Width, picture.Height) / 2, 255);
        }
        else
        {
            for (int i = 0; i < 4; i++)
            {
                Vector2 at = new(picture.Width * random.NextSingle(0.2f, 0.8f), picture.Height * random.NextSingle(0.2f, 0.8f));
                mark.Spot(
                    at, new Vector2(picture.Width * random.NextSingle(0.2f, 0.5f), picture.Height * random.NextSingle(0.2f, 0.5f)),
                    (byte)random.NextSingle(90, 256));
            }
        }

        return picture;
    }

    private static (byte Plate, byte Ink, byte Other) Levels(SeededRandom random)
    {
        float bright = random.NextSingle(170, 256);
        float dark = bright * (random.NextSingle() < 0.25f ? random.NextSingle(0.35f, 0.65f) : random.NextSingle(0, 0.35f));
        bool reversed = random.NextSingle() < 0.15f;
        return ((byte)(reversed ? dark : bright), (byte)(reversed ? bright : dark), (byte)random.NextSingle(0, 200));
    }

    private bool Happens(float share) => _random.NextSingle() < share;

    private byte Between(float share) => (byte)float.Lerp(_plate, _ink, share);

    // What is printed under the characters: a tint from top to bottom, hills, a sun.
    private void DrawBack()
    {
        int width = Picture.Width;
        int height = Picture.Height;
        if (Happens(0.35f))
        {
            float depth = _random.NextSingle(0.1f, 0.45f);
            bool up = Happens(0.5f);
            for (int y = 0; y < height; y++)
            {
                float share = up ? 1 - ((float)y / height) : (float)y / height;
                _canvas.Fill(0, y, width, y + 1, Between(depth * share * share));
            }
        }

        int spots = Happens(0.4f) ? 1 + _random.Next(5) : 0;
        for (int i = 0; i < spots; i++)
        {
            Vector2 radius = new(H * _random.NextSingle(0.15f, 1.8f), H * _random.NextSingle(0.15f, 0.9f));
            _canvas.Spot(
                new Vector2(width * _random.NextSingle(), height * _random.NextSingle()), radius, Between(_random.NextSingle(0, 0.55f)),
                (int)_random.NextSingle(60, 220));
        }
    }

    private void Stamp(GrayImage shape, float x, float y)
    {
        if (Happens(0.15f))
        {
            _canvas.Lay(shape, (int)x + 1, (int)y + 1, Between(0.3f)); // the edge of the embossing
        }

        _canvas.Lay(shape, (int)MathF.Round(x), (int)MathF.Round(y), _ink);
    }

    private void DrawAround()
    {
        if (Happens(0.55f))
        {
            Print(Top - (H * _random.NextSingle(0.06f, 0.35f)), above: true);
        }

        if (Happens(0.45f))
        {
            Print(Bottom + (H * _random.NextSingle(0.06f, 0.35f)), above: false);
        }

        if (Happens(0.45f))
        {
            DrawScrews();
        }

        if (Happens(0.3f))
        {
            DrawStickers();
        }

        if (Happens(0.25f))
        {
            DrawBand();
        }

        DrawCar();
    }

    // Small letters above or below: the state, a slogan, the dealer.
    private void Print(float edge, bool above)
    {
        int height = (int)(H * _random.NextSingle(0.18f, 0.5f));
        float spacing = height * _random.NextSingle(0.1f, 0.35f);
        float from = Left + ((Right - Left) * _random.NextSingle(-0.1f, 0.35f));
        float to = Right - ((Right - Left) * _random.NextSingle(-0.1f, 0.35f));
        byte level = Happens(0.6f) ? _ink : _other;
        float top = above ? edge - height : edge;
        if (Happens(0.25f))
        {
            Scribble(from, to, top, height, level);
            return;
        }

        for (float x = from; x < to;)
        {
            GrayImage letter = _face.Draw(PlateText.Letter(_random), height, _random);
            _canvas.Lay(letter, (int)x, (int)top, level);
            x += letter.Width + spacing + (Happens(0.12f) ? height * 0.5f : 0);
        }
    }

    // Names in a script are curves to those who read what is between them.
    private void Scribble(float from, float to, float top, int height, byte level)
    {
        var strokes = new GrayImage(Picture.Width, height * 2);
        for (float x = from; x < to;)
        {
            Vector2 next = new(x + (height * _random.NextSingle(0.3f, 0.9f)), height * _random.NextSingle(0.5f, 1.5f));
            StrokeBrush.DrawCurve(strokes, new Vector2(x, height * _random.NextSingle(0.5f, 1.5f)), new Vector2(x, 0), next, height * 0.06f, 255);
            x = next.X;
        }

        _canvas.Lay(strokes, 0, (int)(top - (height * 0.5f)), level);
    }

    private void DrawScrews()
    {
        float radius = H * _random.NextSingle(0.05f, 0.13f);
        float share = _random.NextSingle(0.02f, 0.25f);
        float up = H * _random.NextSingle(0.1f, 0.45f);
        byte level = Happens(0.5f) ? Between(_random.NextSingle(0.3f, 1)) : _other;
        foreach (float y in new[] { Top - up, Bottom + up })
        {
            if (Happens(0.7f))
            {
                foreach (float x in new[] { Left + ((Right - Left) * share), Right - ((Right - Left) * share) })
                {
                    _canvas.Spot(new Vector2(x, y), new Vector2(radius), level);
                }
            }
        }
    }

    private void DrawStickers()
    {
        int count = 1 + _random.Next(2);
        for (int i = 0; i < count; i++)
        {
            float width = H * _random.NextSingle(0.3f, 0.8f);
            float x = i == 0 ? Right - (width * _random.NextSingle(0.4f, 1)) : Left - (width * _random.NextSingle(0, 0.6f));
            float foot = Top - (H * _random.NextSingle(-0.03f, 0.2f));
            _canvas.Fill(x, foot - (H * _random.NextSingle(0.25f, 0.5f)), x + width, foot, (byte)_random.NextSingle(0, 256));
        }
    }

    // The flag of a country, a wheelchair, small letters one above the other: beside the row, and not part of it.
    private void DrawBand()
    {
        bool left = Happens(0.7f);
        float width = H * _random.NextSingle(0.4f, 0.8f);
        float away = H * _random.NextSingle(0.1f, 0.35f);
        float x = left ? Left - away - width : Right + away;
        byte level = Happens(0.6f) ? Between(_random.NextSingle(0.3f, 1)) : _plate;
        _canvas.Fill(x, Happens(0.5f) ? 0 : Top, x + width, Happens(0.5f) ? Picture.Height : Bottom, level);
        byte sign = Math.Abs(level - _plate) < 60 ? _ink : _plate;
        float size = width * _random.NextSingle(0.5f, 0.8f);
        if (Happens(0.5f))
        {
            _canvas.Spot(new Vector2(x + (width / 2), Top + (H * 0.3f)), new Vector2(size * 0.45f), sign);
            _canvas.Spot(new Vector2(x + (width / 2), Top + (H * 0.3f)), new Vector2(size * 0.33f), level);
        }

        int letters = Happens(0.6f) ? 1 + _random.Next(2) : 0;
        for (int i = 0; i < letters; i++)
        {
            GrayImage letter = _face.Draw(PlateText.Letter(_random), (int)(size * 0.6f), _random);
            _canvas.Lay(letter, (int)(x + ((width - letter.Width) / 2)), (int)(Bottom - (H * 0.1f) - ((letters - i) * (letter.Height + 2))), sign);
        }
    }

    // Where the plate ends: an edge or frame, and the car beyond it.
    private void DrawCar()
    {
        byte car = (byte)_random.NextSingle(0, 256);
        float frame = Happens(0.6f) ? H * _random.NextSingle(0.03f, 0.25f) : 0;
        byte edge = Happens(0.5f) ? _other : Between(_random.NextSingle(0.4f, 1));
        float left = Left - (H * _random.NextSingle(0.1f, 1.1f));
        float right = Right + (H * _random.NextSingle(0.1f, 1.1f));
        float above = Top - (H * (Happens(0.25f) ? _random.NextSingle(-0.06f, 0.12f) : _random.NextSingle(0.1f, 0.9f)));
        float below = Bottom + (H * (Happens(0.25f) ? _random.NextSingle(-0.06f, 0.12f) : _random.NextSingle(0.1f, 0.9f)));
        int width = Picture.Width;
        int height = Picture.Height;
        Around(left, above, right, below, edge);
        Around(left - frame, above - frame, right + frame, below + frame, car);
        int marks = Happens(0.5f) ? _random.Next(7) : 0;
        for (int i = 0; i < marks; i++)
        {
            bool before = Happens(0.5f);
            float x = before ? _random.NextSingle(0, Math.Max(1, left - frame)) : _random.NextSingle(right + frame, width);
            float size = H * _random.NextSingle(0.05f, 0.6f);
            float end = before ? Math.Min(x + size, left - frame) : x + size;
            float y = height * _random.NextSingle(-0.2f, 1);
            _canvas.Fill(x, y, end, y + (H * _random.NextSingle(0.1f, 2)), (byte)_random.NextSingle(0, 256));
        }

        void Around(float l, float t, float r, float b, byte level)
        {
            _canvas.Fill(0, 0, width, t, level);
            _canvas.Fill(0, b, width, height, level);
            _canvas.Fill(0, 0, l, height, level);
            _canvas.Fill(r, 0, width, height, level);
        }
    }
}
