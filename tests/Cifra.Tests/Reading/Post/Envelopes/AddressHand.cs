using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Reading.Post.Envelopes;

/// <summary>Who writes an address, or what prints it: letters, digits and the signs between them on one line.</summary>
internal sealed class AddressHand
{
    private readonly LineStyle _digits;
    private readonly Handwriting _pen;
    private readonly Typeface? _face;
    private readonly LineOptions _options;
    private readonly float _letterGap;
    private readonly float _wordGap;
    private readonly bool _joined;

    public AddressHand(LineDigits digits, bool printed, SeededRandom random)
    {
        _options = new LineOptions { Printed = printed ? 1 : 0, Drawn = 0.3, Combs = 0, Tight = printed ? 0 : 0.25, Wide = printed ? 0 : 0.1, Ligatures = 0.08 };
        _digits = LineStyle.Pick(digits, _options, random);
        _face = printed ? Typeface.Pick(random) : null;
        float thin = random.NextSingle(0.5f, 0.9f);
        Handwriting hand = Handwriting.Pick(random);
        _pen = hand with { PenRadius = hand.PenRadius * thin, Slant = MathF.Min(hand.Slant, 0.45f) };
        _joined = !printed && random.NextSingle() < 0.35f;
        _letterGap = printed ? random.NextSingle(0.1f, 0.2f) : random.NextSingle(0.02f, 0.16f);
        _wordGap = printed ? random.NextSingle(0.4f, 0.6f) : random.NextSingle(0.5f, 0.9f);
    }

    /// <summary>Writes a line of words.</summary>
    /// <param name="canvas">Bright ink on black; gets it.</param>
    /// <param name="text">Letters, digits, spaces, points, commas, # and -.</param>
    /// <param name="left">Column where it begins.</param>
    /// <param name="foot">Row of its foot there.</param>
    /// <param name="height">Height of a capital.</param>
    /// <param name="slope">Rows down for each column to the right.</param>
    /// <param name="random">Decides on what differs from one time to the next.</param>
    /// <returns>The box of each word's ink.</returns>
    public List<PixelBox> Write(GrayImage canvas, string text, float left, float foot, float height, float slope, SeededRandom random)
    {
        List<PixelBox> words = [];
        float x = left;
        foreach (string word in text.Split(' '))
        {
            PixelBox box = default;
            for (int i = 0; i < word.Length;)
            {
                int digits = i;
                while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || (word[digits] == '-' && digits > i)))
                {
                    digits++;
                }

                float baseline = foot + (slope * (x - left)) + (_face is null ? height * 0.04f * random.NextGaussian() : 0);
                SymbolInk? ink = digits > i ? Number(word[i..digits], height, random) : Letter(word[i], height, random);
                if (ink is not null)
                {
                    int top = (int)(baseline + ink.Foot) - ink.Ink.Height;
                    int at = (int)x;
                    if (_joined && !box.IsEmpty && char.IsLower(word[i]))
                    {
                        StrokeBrush.DrawCurve(canvas, new Vector2(box.Right - 2, baseline - (0.1f * height)), new Vector2(x, baseline), new Vector2(x + (0.12f * height), baseline - (0.25f * height)), MathF.Max(0.6f, _pen.PenRadius * height * 0.8f), 230);
                    }

                    ink.Lay(canvas, at, top);
                    box = box.Union(new PixelBox(at, top, ink.Ink.Width, ink.Ink.Height));
                    x = at + ink.Ink.Width + (height * _letterGap * random.NextSingle(0.6f, 1.4f));
                }

                i = Math.Max(digits, i + 1);
            }

            words.Add(box);
            x += height * (_wordGap * random.NextSingle(0.8f, 1.2f));
        }

        return words;
    }

    private SymbolInk? Number(string text, float height, SeededRandom random)
    {
        var line = WrittenLine.Write(text, _digits, height, room: 100 * height, _options, random);
        return line.Text == text ? SymbolInk.Cut(line.Ink, line.Bottom) : Number(text, height, random);
    }

    private SymbolInk? Letter(char letter, float height, SeededRandom random)
    {
        float size = height;
        float hang = 0;
        var sheet = new GrayImage((int)(2.2f * height) + 12, (int)(2.2f * height) + 12);
        float baseline = (1.4f * height) + 4;
        if (_face is { } face)
        {
            foreach (Vector2[] stroke in LetterShapes.Printed(letter).Strokes)
            {
                for (int i = 0; i + 1 < stroke.Length; i++)
                {
                    StrokeBrush.Draw(sheet, Place(stroke[i]), Place(stroke[i + 1]), MathF.Max(0.6f, face.Stem * height));
                }
            }

            return SymbolInk.Cut(sheet, baseline);

            Vector2 Place(Vector2 at) => new(4 + (0.5f * height) + (height * ((at.X * face.Breadth) + (face.Lean * (1 - at.Y)))), baseline + (height * (at.Y - 1)));
        }

        Figure figure;
        if (letter is '.' or ',' or '-' or '#')
        {
            figure = _pen.Write(Signs.Choose(letter, random), random);
            Pen.Draw(sheet, figure.Place(height, new Vector2(4 - (figure.Least.X * height), baseline - height)));
            return SymbolInk.Cut(sheet, baseline);
        }

        (Allograph form, float part, hang) = LetterShapes.Written(letter, random);
        figure = _pen.Write(form, random);
        size = height * part * random.NextSingle(0.92f, 1.08f);
        float scale = size / MathF.Max(0.4f, figure.Size.Y);
        Figure placed = figure.Place(scale, new Vector2(4, baseline + (hang * height)) - (scale * new Vector2(figure.Least.X, figure.Most.Y)));
        Pen.Draw(sheet, placed);
        return SymbolInk.Cut(sheet, baseline);
    }
}
