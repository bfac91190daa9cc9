namespace Cifra.Reading.Micr;

/// <summary>The characters of a <see cref="MicrFont"/>: what they are called here, and where their ink is.</summary>
/// <remarks>
/// A line of magnetic ink is written as text with the digits as they are. The other characters of E-13B are ⑆ transit, ⑇ amount, ⑈ on-us and ⑉ dash, as in Unicode
/// (ISO 1004 calls them so; two of the Unicode names are mixed up). Those of CMC-7 have no place in Unicode: SI to SV are <c>: ; &lt; = &gt;</c> here, in their order.
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

    /// <summary>E-13B.</summary>
    public static MicrFace E13B { get; } = new(MicrFont.E13B, 7 * E13BShapes.Module, 9 * E13BShapes.Module, E13BShapes.All());

    /// <summary>CMC-7.</summary>
    public static MicrFace Cmc7 { get; } = new(MicrFont.Cmc7, Cmc7Shapes.Width, Cmc7Shapes.Height, Cmc7Shapes.All());

    /// <summary>Which it is.</summary>
    public MicrFont Font { get; }

    /// <summary>From the right edge of a character's box to that of the next: an eighth of an inch, in millimetres.</summary>
    public static float Pitch => 25.4f / 8;

    /// <summary>Width of a character's box in millimetres. Characters of E-13B that are narrower stand at its right.</summary>
    public float Width { get; }

    /// <summary>Height of the box, which is that of a digit, in millimetres.</summary>
    public float Height { get; }

    /// <summary>Its characters.</summary>
    public string Symbols { get; }

    /// <summary>The face of a font.</summary>
    public static MicrFace Of(MicrFont font) => font == MicrFont.E13B ? E13B : Cmc7;

    /// <summary>The ink of a character; a space has none.</summary>
    public IReadOnlyList<MicrBar> Bars(char symbol) => symbol == ' ' ? [] : _bars[symbol];
}
