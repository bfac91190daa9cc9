using System.Numerics;

namespace Cifra.Reading.Micr;

/// <summary>The size at which lines of a font are read: rows of a digit, columns of a character.</summary>
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

    /// <summary>The font's characters.</summary>
    public MicrFace Face { get; }

    /// <summary>Rows of a digit.</summary>
    public int DigitRows { get; }

    /// <summary>Pixels a millimetre.</summary>
    public float Scale { get; }

    /// <summary>Rows above and below a digit in a strip: a ninth of its height each, because its position is not known exactly.</summary>
    public int Margin => DigitRows / 9;

    /// <summary>Columns of a character.</summary>
    public int Width { get; }

    /// <summary>Length of a character's row in memory: its columns and paper, up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Distance of two neighbouring characters, in columns.</summary>
    public double Pitch { get; }

    /// <summary>Least number of columns between two characters.</summary>
    public int LeastGap => Math.Max(1, (int)((MicrMatchOptions.Default.MinStep * Pitch) - Width));
}
