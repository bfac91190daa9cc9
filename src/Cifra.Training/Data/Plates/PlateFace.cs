using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Plates;

/// <summary>How the characters of one plate look: stamped with one set of dies, or printed in one face.</summary>
internal sealed class PlateFace
{
    private readonly Typeface _face;
    private readonly int _kind;
    private readonly Dictionary<char, Glyph> _chosen = [];
    private readonly bool _evenWidths;

    private PlateFace(SeededRandom random)
    {
        float style = random.NextSingle();
        float stem = random.NextSingle(0.05f, 0.095f);
        float breadth = style < 0.55f ? random.NextSingle(0.68f, 0.95f) : random.NextSingle(0.85f, 1.2f);
        bool serifs = random.NextSingle() < 0.05f;
        _face = new Typeface(
            stem, stem * random.NextSingle(0.75f, 1.02f), breadth, random.NextSingle() < 0.06f ? random.NextSingle(-0.05f, 0.2f) : 0, serifs,
            random.NextSingle() < 0.6f);
        _kind = random.Next(PlateGlyphs.Kinds);
        _evenWidths = random.NextSingle() < 0.6f;
    }

    /// <summary>A face picked at random.</summary>
    public static PlateFace Pick(SeededRandom random) => new(random);

    /// <summary>One character, bright on black, cut close.</summary>
    /// <param name="symbol">One of <see cref="LineSymbols.Plates"/>.</param>
    /// <param name="height">Height of its skeleton, in pixels.</param>
    /// <param name="random">Chooses its shape when it is first drawn.</param>
    public GrayImage Draw(char symbol, int height, SeededRandom random)
    {
        if (!_chosen.TryGetValue(symbol, out Glyph? glyph))
        {
            glyph = PlateGlyphs.Choose(symbol, _kind, random);
            _chosen[symbol] = glyph;
        }

        Typeface face = _evenWidths && symbol is 'M' or 'W' ? _face with { Breadth = _face.Breadth * 0.9f } : _face;
        GrayImage sheet = face.Print(glyph, height);
        PixelBox box = PixelBox.AroundInk(sheet);
        return box.CutFrom(sheet);
    }
}
