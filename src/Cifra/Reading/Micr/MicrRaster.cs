using System.Numerics;

namespace Cifra.Reading.Micr;

/// <summary>How large a font is where its lines are read: rows of a digit, columns of a character.</summary>
internal sealed class MicrRaster
{
    private MicrRaster(MicrFace face, int digitRows)
    {
        Face = face;
        DigitRows = digitRows;
        Scale = digitRows / face.Height;
        Width = (int)Math.Round(face.Width * Scale);
        Pitch = MicrFace.Pitch * Scale;
        int lanes = Vector<float>.Count;
        Stride = (Width + lanes - 1) / lanes * lanes;
    }

    /// <summary>E-13B, three pixels a module.</summary>
    public static MicrRaster E13B { get; } = new(MicrFace.E13B, 27);

    /// <summary>CMC-7, a pixel 0.05 mm: bars and gaps are whole pixels.</summary>
    public static MicrRaster Cmc7 { get; } = new(MicrFace.Cmc7, 57);

    /// <summary>The font's face.</summary>
    public MicrFace Face { get; }

    /// <summary>Rows that a digit takes.</summary>
    public int DigitRows { get; }

    /// <summary>Pixels a millimetre.</summary>
    public float Scale { get; }

    /// <summary>Rows of room above and below a digit in a strip: the ninth part of it, as its place is not known exactly.</summary>
    public int Margin => DigitRows / 9;

    /// <summary>Columns of a character.</summary>
    public int Width { get; }

    /// <summary>Columns of a character with the paper that follows them in memory: whole vectors.</summary>
    public int Stride { get; }

    /// <summary>From character to character, in columns.</summary>
    public double Pitch { get; }

    /// <summary>Columns of paper between two characters at least.</summary>
    public int LeastGap => Math.Max(1, (int)((0.85 * Pitch) - Width));
}
