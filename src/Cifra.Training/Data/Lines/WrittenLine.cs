using System.Numerics;
using System.Text;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>A line of symbols set side by side: touching or apart, on a baseline that wanders, or each in its cell.</summary>
internal sealed class WrittenLine
{
    private const float Above = 1.1f;  // room over the digits and under them, in heights of a digit
    private const float Beside = 0.5f;
    private const int Written = 128;   // level from which a pixel of a symbol is ink
    private const int Seen = 64;       // level from which it is still seen in what was taken from a photo
    private const float Left = 0.65f;  // share of a symbol's ink that must be left
    private const float Reach = 0.12f; // symbols closer than this above one another count as beside one another, in heights

    private readonly float _height;
    private readonly List<(SymbolInk Symbol, int X, float Baseline)> _placed = [];
    private readonly StringBuilder _text = new();

    private WrittenLine(float height) => _height = height;

    /// <summary>Its text: the symbols that fit.</summary>
    public string Text => _text.ToString();

    /// <summary>All ink, bright on black, with room around.</summary>
    public GrayImage Ink { get; private set; } = null!;

    /// <summary>Row of the top of the digits, about.</summary>
    public float Top => Above * _height;

    /// <summary>Row of their feet, about.</summary>
    public float Bottom => Top + _height;

    /// <summary>Columns of the first and after the last ink of the text.</summary>
    public (int Left, int Right) Extent { get; private set; }

    /// <summary>Rows of the first and after the last ink of the text: a line wanders, and some digits are taller than others.</summary>
    public (int Top, int Bottom) Rows { get; private set; }

    /// <summary>Columns of the lines between the cells; empty where there are none.</summary>
    public IReadOnlyList<float> Cells { get; private set; } = [];

    /// <summary>Writes as much of a text as there is room for.</summary>
    /// <param name="text">One symbol or more.</param>
    /// <param name="hand">Who writes.</param>
    /// <param name="height">Height of a digit in pixels.</param>
    /// <param name="room">Most pixels from the first ink to the last.</param>
    /// <param name="options">How often what happens.</param>
    /// <param name="random">Decides.</param>
    public static WrittenLine Write(string text, LineStyle hand, float height, float room, LineOptions options, SeededRandom random)
    {
        var sheet = new WrittenLine(height);
        bool comb = random.NextDouble() < options.Combs;
        if (comb)
        {
            sheet.PlaceInCells(text, hand, room, random);
        }
        else
        {
            sheet.Place(text, hand, room, Gap(options, random), random);
        }

        sheet.Draw();
        if (!comb && !hand.Prints && random.NextDouble() < options.Ligatures)
        {
            sheet.Join(hand, random);
        }

        return sheet;
    }

    /// <summary>Whether every symbol is still there in the ink that was taken from a photo of the line.</summary>
    /// <param name="ink">The ink of the field, bright on black.</param>
    /// <param name="field">The part of the sheet that it shows.</param>
    public bool IsSeenIn(GrayImage ink, PixelBox field) => _placed.TrueForAll(one =>
    {
        (SymbolInk symbol, int x, _) = one;
        int written = 0;
        int seen = 0;
        for (int y = 0; y < symbol.Ink.Height; y++)
        {
            int row = TopOf(one) + y - field.Y;
            for (int u = 0; u < symbol.Ink.Width && (uint)row < ink.Height; u++)
            {
                int column = x + u - field.X;
                if (symbol.Ink[u, y] >= Written && (uint)column < ink.Width)
                {
                    written++;
                    seen += ink[column, row] >= Seen ? 1 : 0;
                }
            }
        }

        return seen >= Left * written;
    });

    private static (float Least, float Most) Gap(LineOptions options, SeededRandom random)
    {
        double kind = random.NextDouble();
        float middle = kind < options.Tight ? random.NextSingle(-0.16f, 0.05f)
            : kind < options.Tight + options.Wide ? random.NextSingle(0.35f, 0.9f)
            : random.NextSingle(0.05f, 0.3f);
        float spread = random.NextSingle(0.01f, 0.12f);
        return (middle - spread, middle + spread);
    }

    private void Place(string text, LineStyle hand, float room, (float Least, float Most) gap, SeededRandom random)
    {
        int rows = (int)((2 * Above + 1) * _height) + 2;
        int[] edge = new int[rows]; // one past the rightmost ink of every row, within reach
        Array.Fill(edge, int.MinValue / 2);
        float slope = random.NextSingle(-0.035f, 0.035f); // what is left of a slope after a line is set level
        float swing = _height * random.NextSingle(0, 0.06f);
        float phase = random.NextSingle(0, 2 * MathF.PI);
        int end = 0;
        foreach (char symbol in text)
        {
            if (hand.Write(symbol, _height, random) is not { } ink)
            {
                continue;
            }

            float baseline = Bottom + (slope * end) + (swing * MathF.Sin(phase + (end / (3 * _height))));
            int top = (int)(baseline + ink.Foot) - ink.Ink.Height;
            int x = _placed.Count == 0 ? 0 : ColumnAfter(ink.Ink, top, edge, (int)(_height * random.NextSingle(gap.Least, gap.Most)));
            if (_placed.Count > 0)
            {
                (SymbolInk last, int lastX, _) = _placed[^1];
                x = Math.Max(x, lastX + Math.Max(1, last.Ink.Width / 2)); // a point may stand under the arm of a 7, not before it
            }

            if (x + ink.Ink.Width > room && _placed.Count > 0)
            {
                break;
            }

            Mark(ink.Ink, top, x, edge);
            Add(symbol, ink, x, baseline);
            end = Math.Max(end, x + ink.Ink.Width);
        }
    }

    private void PlaceInCells(string text, LineStyle hand, float room, SeededRandom random)
    {
        float pitch = _height * random.NextSingle(0.95f, 1.6f);
        List<float> cells = [0];
        foreach (char symbol in text.Where(LineSymbols.IsDigit))
        {
            if (cells[^1] + pitch > room && _placed.Count > 0)
            {
                break;
            }

            if (hand.Write(symbol, _height, random) is { } ink)
            {
                float middle = cells[^1] + (pitch * random.NextSingle(0.4f, 0.6f));
                Add(symbol, ink, (int)(middle - (ink.Ink.Width / 2f)), Bottom + (_height * random.NextSingle(-0.08f, 0.08f)));
                cells.Add(cells[^1] + pitch);
            }
        }

        Cells = cells.Count > 1 ? cells : [];
    }

    private void Add(char symbol, SymbolInk ink, int x, float baseline)
    {
        _placed.Add((ink, x, baseline));
        _text.Append(symbol);
    }

    // The column at which the ink keeps the gap from what stands left of it.
    private static int ColumnAfter(GrayImage ink, int top, int[] edge, int gap)
    {
        int x = int.MinValue / 2;
        for (int y = 0; y < ink.Height; y++)
        {
            int first = ink.Row(y).IndexOfAnyExcept((byte)0);
            if (first >= 0 && (uint)(top + y) < edge.Length)
            {
                x = Math.Max(x, edge[top + y] + gap - first);
            }
        }

        return x > int.MinValue / 4 ? x : edge.Max() + gap;
    }

    private void Mark(GrayImage ink, int top, int x, int[] edge)
    {
        int reach = (int)(Reach * _height);
        for (int y = 0; y < ink.Height; y++)
        {
            int last = ink.Row(y).LastIndexOfAnyExcept((byte)0);
            for (int row = Math.Max(0, top + y - reach); last >= 0 && row <= Math.Min(edge.Length - 1, top + y + reach); row++)
            {
                edge[row] = Math.Max(edge[row], x + last + 1);
            }
        }
    }

    private void Draw()
    {
        int beside = (int)(Beside * _height) + 2;
        int left = Math.Min(0, _placed.Count == 0 ? 0 : _placed.Min(one => one.X));
        int right = _placed.Count == 0 ? 1 : _placed.Max(one => one.X + one.Symbol.Ink.Width);
        right = Math.Max(right, Cells.Count > 0 ? (int)Cells[^1] + 1 : 0);
        Ink = new GrayImage(right - left + (2 * beside), (int)((2 * Above + 1) * _height) + 2);
        int shift = beside - left;
        for (int i = 0; i < _placed.Count; i++)
        {
            (SymbolInk symbol, int x, float baseline) = _placed[i];
            _placed[i] = (symbol, x + shift, baseline);
            symbol.Lay(Ink, x + shift, TopOf(_placed[i]));
        }

        Cells = [.. Cells.Select(cell => cell + shift)];
        Extent = (beside, right - left + beside);
        PixelBox inked = PixelBox.AroundInk(Ink);
        Rows = (inked.Y, inked.Bottom);
    }

    // A stroke from one digit to the next, near the top or near the foot, as a hurried pen leaves it.
    private void Join(LineStyle hand, SeededRandom random)
    {
        for (int i = 0; i + 1 < _placed.Count; i++)
        {
            if (!LineSymbols.IsDigit(_text[i]) || !LineSymbols.IsDigit(_text[i + 1]) || random.NextSingle() > 0.4f)
            {
                continue;
            }

            float place = random.NextSingle() < 0.6f ? random.NextSingle(0.02f, 0.3f) : random.NextSingle(0.75f, 0.98f);
            float y = Bottom - (_height * (1 - place));
            float to = y + (_height * random.NextSingle(-0.12f, 0.12f));
            int from = LastInk(_placed[i], (int)y);
            int until = FirstInk(_placed[i + 1], (int)to);
            if (from >= 0 && until > from && until - from < 0.7f * _height)
            {
                Vector2 bend = new((from + until) / 2f, ((y + to) / 2) + (_height * random.NextSingle(-0.15f, 0.15f)));
                StrokeBrush.DrawCurve(
                    Ink, new Vector2(from, y), bend, new Vector2(until + 1, to), MathF.Max(0.5f, hand.PenRadius * _height * 0.8f),
                    (byte)random.NextSingle(150, 256));
            }
        }
    }

    private static int TopOf((SymbolInk Symbol, int X, float Baseline) one) => (int)(one.Baseline + one.Symbol.Foot) - one.Symbol.Ink.Height;

    private static int LastInk((SymbolInk Symbol, int X, float Baseline) one, int row)
    {
        int y = row - TopOf(one);
        int last = (uint)y < one.Symbol.Ink.Height ? one.Symbol.Ink.Row(y).LastIndexOfAnyExcept((byte)0) : -1;
        return last < 0 ? -1 : one.X + last;
    }

    private static int FirstInk((SymbolInk Symbol, int X, float Baseline) one, int row)
    {
        int y = row - TopOf(one);
        int first = (uint)y < one.Symbol.Ink.Height ? one.Symbol.Ink.Row(y).IndexOfAnyExcept((byte)0) : -1;
        return first < 0 ? -1 : one.X + first;
    }
}
