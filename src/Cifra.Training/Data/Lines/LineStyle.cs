using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>The style of one line, shared by all its symbols: a handwriting, a typeface, or pictures of digits.</summary>
internal sealed class LineStyle
{
    private const float Swing = 0.35f; // of what one symbol differs from the hand's usual, as a share of what hands differ by

    private readonly LineDigits _digits;
    private readonly Handwriting _pen;
    private readonly Typeface? _face;
    private readonly bool _drawn;
    private readonly float _slant;
    private readonly float _turn;
    private readonly float _breadth;
    private readonly float _edge;
    private readonly float _steepness;
    private readonly float _uneven;
    private readonly float _zeros;
    private readonly Allograph?[] _foreign = new Allograph?[10];

    private LineStyle(LineDigits digits, LineOptions options, SeededRandom random)
    {
        _digits = digits;
        double kind = random.NextDouble();
        _face = kind < options.Printed ? Typeface.Pick(random) : null;
        _drawn = _face is null && (!digits.Any || kind < options.Printed + options.Drawn);
        _slant = Clamped(0.18f, 0.5f, random);
        _turn = Clamped(0.05f, 0.14f, random);
        _breadth = MathF.Exp(Clamped(0.15f, 0.35f, random));
        _edge = random.NextSingle(0.25f, 0.62f);
        _steepness = random.NextSingle(0.8f, 2.5f);
        _uneven = random.NextSingle(0.02f, 0.16f);
        _zeros = random.NextDouble() < options.SmallZeros ? random.NextSingle(0.38f, 0.85f) : 1;
        for (int digit = 0; digit < _foreign.Length; digit++)
        {
            _foreign[digit] = random.NextDouble() < options.Foreign ? ForeignForms.Choose(digit, random) : null;
        }

        if (_foreign[1] is not null)
        {
            _foreign[7] ??= ForeignForms.Choose(7, random); // who writes a 1 with an upstroke bars the 7, or nobody could tell them apart
        }

        Handwriting hand = Handwriting.Pick(random);
        float thin = random.NextSingle(0.45f, 1); // a pen on a form is finer than the one that MNIST's writers had
        _pen = _face is { } face
            ? hand with { Slant = face.Lean, Turn = 0, Breadth = 1, Roundness = 1, Carelessness = 0, Warp = 0, PenRadius = face.Stem, Pressure = 0 }
            : hand with { PenRadius = hand.PenRadius * thin };
    }

    /// <summary>Whether a machine prints the line.</summary>
    public bool Prints => _face is not null;

    /// <summary>Half the width of a stroke, in heights of a digit.</summary>
    public float PenRadius => _pen.PenRadius;

    /// <summary>A hand or a machine picked at random.</summary>
    public static LineStyle Pick(LineDigits digits, LineOptions options, SeededRandom random) => new(digits, options, random);

    /// <summary>Writes one symbol.</summary>
    /// <param name="symbol">One of <see cref="LineSymbols.Numbers"/>.</param>
    /// <param name="height">Height of a digit in pixels.</param>
    /// <param name="random">Decides on what differs from one time to the next.</param>
    /// <returns>Its ink; null where nothing is left of it at that size.</returns>
    public SymbolInk? Write(char symbol, float height, SeededRandom random)
    {
        if (!LineSymbols.IsDigit(symbol))
        {
            return Sign(symbol, height, random);
        }

        int digit = symbol - '0';
        if (_face is { } face)
        {
            return SymbolInk.Standing(face.Print(Glyphs.Choose(digit, random), (int)height), 0);
        }

        float own = height * (digit == 0 ? _zeros : 1) * (1 + (_uneven * Math.Clamp(random.NextGaussian(), -2, 2)));
        float foot = height * _uneven * Math.Clamp(random.NextGaussian(), -2, 2);
        Allograph? form = _foreign[digit] ?? (_drawn ? Allographs.Choose(digit, random) : null);
        return SymbolInk.Standing(form is null ? Written(digit, own, random) : Drawn(form, own, random), foot);
    }

    private SymbolInk? Sign(char sign, float height, SeededRandom random)
    {
        Figure figure = _pen.Write(Signs.Choose(sign, random), random);
        Vector2 corner = new(2 - (figure.Least.X * height), 2 - (MathF.Min(0, figure.Least.Y) * height));
        Figure placed = figure.Place(height, corner);
        var sheet = new GrayImage((int)placed.Most.X + 3, (int)placed.Most.Y + 3);
        Pen.Draw(sheet, placed);
        return SymbolInk.Cut(sheet, corner.Y + height);
    }

    private GrayImage Drawn(Allograph form, float height, SeededRandom random)
    {
        Figure figure = _pen.Write(form, random);
        float scale = height / figure.Size.Y;
        Figure placed = figure.Place(scale, new Vector2(2) - (figure.Least * scale));
        var sheet = new GrayImage((int)placed.Most.X + 3, (int)placed.Most.Y + 3);
        Pen.Draw(sheet, placed);
        return sheet;
    }

    private GrayImage Written(int digit, float height, SeededRandom random)
    {
        GrayImage ink = _digits.Pick(digit, random);
        PixelBox box = PixelBox.AroundInk(ink);
        float aspect = MathF.Max((float)box.Width / box.Height, 0.1f) * _breadth * MathF.Exp(Swing * Clamped(0.15f, 0.35f, random));
        return new InkWarp
        {
            Height = height,
            Width = MathF.Max(1.5f, height * aspect),
            Turn = _turn + (Swing * Clamped(0.09f, 0.2f, random)),
            Slant = _slant + (Swing * Clamped(0.11f, 0.25f, random)),
            Taper = Clamped(0.04f, 0.12f, random),
            Bow = Clamped(0.03f, 0.08f, random),
            Edge = _edge,
            Steepness = _steepness * MathF.Max(1, height / box.Height),
        }.Apply(ink, box, random);
    }

    private static float Clamped(float deviation, float most, SeededRandom random) => Math.Clamp(deviation * random.NextGaussian(), -most, most);
}
