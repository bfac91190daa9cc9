namespace Cifra.Reading.Micr;

/// <summary>The characters of a <see cref="MicrFont"/>: their symbols in text, and where their ink is.</summary>
/// <remarks>
/// Digits are digits. The other characters of E-13B are ⑆ transit, ⑇ amount, ⑈ on-us and ⑉ dash, as in Unicode (the names are those of ISO 1004; Unicode
/// mixes two of them up). Unicode has none of CMC-7's: SI to SV are <c>: ; &lt; = &gt;</c> here, in their order.
/// </remarks>
internal sealed class MicrFace
{
    public const char Transit = '⑆';
    public const char Amount = '⑇';
    public const char OnUs = '⑈';
    public const char Dash = '⑉';

    private readonly Dictionary<char, MicrBar[]> _bars;

    private MicrFace(MicrFont font, float width, float height, Dictionary<char, MicrBar[]> bars)
    {
        Font = font;
        Width = width;
        Height = height;
        _bars = bars;
        Symbols = string.Concat(bars.Keys);
    }

    /// <summary>The characters of E-13B.</summary>
    public static MicrFace E13B { get; } = new(MicrFont.E13B, 7 * E13BShapes.Module, 9 * E13BShapes.Module, E13BShapes.All());

    /// <summary>The characters of CMC-7.</summary>
    public static MicrFace Cmc7 { get; } = new(MicrFont.Cmc7, Cmc7Shapes.Width, Cmc7Shapes.Height, Cmc7Shapes.All());

    /// <summary>Which font it is.</summary>
    public MicrFont Font { get; }

    /// <summary>Distance from the right edge of one character's box to that of the next: an eighth of an inch, in millimetres.</summary>
    public static float Pitch => 25.4f / 8;

    /// <summary>Width of a character's box in millimetres. Characters of E-13B that are narrower stand at its right.</summary>
    public float Width { get; }

    /// <summary>Height of the box, which is that of a digit, in millimetres.</summary>
    public float Height { get; }

    /// <summary>The symbols, in the order in which they are numbered.</summary>
    public string Symbols { get; }

    /// <summary>The characters of a font.</summary>
    public static MicrFace Of(MicrFont font) => font == MicrFont.E13B ? E13B : Cmc7;

    /// <summary>The ink of a character; a space has none.</summary>
    public IReadOnlyList<MicrBar> Bars(char symbol) => symbol == ' ' ? [] : _bars[symbol];
}
