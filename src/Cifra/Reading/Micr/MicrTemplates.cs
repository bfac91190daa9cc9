using System.Numerics;
using Cifra.Data;
using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>How the characters of a font look at one small size, as a scanner would see them.</summary>
internal sealed class MicrTemplates
{
    /// <summary>How far a scanner's blur reaches on either side of a bar of CMC-7, in columns: a pixel of 200 to the inch.</summary>
    private const int Reach = 3;

    private MicrTemplates(MicrFace face, int digitRows, bool columnsOnly)
    {
        Face = face;
        DigitRows = digitRows;
        float scale = digitRows / face.Height;
        Width = (int)Math.Round(face.Width * scale);
        Pitch = MicrFace.Pitch * scale;
        Rows = columnsOnly ? 1 : digitRows;
        int lanes = Vector<float>.Count;
        Stride = (Width + lanes - 1) / lanes * lanes;
        All = [.. face.Symbols.Select(symbol => Draw(symbol, scale, columnsOnly))];
        Energies = [.. All.Select(template => template.Sum(level => level * level))];
    }

    /// <summary>E-13B, three pixels a module.</summary>
    public static MicrTemplates E13B { get; } = new(MicrFace.E13B, 27, columnsOnly: false);

    /// <summary>CMC-7, a pixel 0.05 mm.</summary>
    public static MicrTemplates Cmc7 { get; } = new(MicrFace.Cmc7, 57, columnsOnly: true);

    /// <summary>The font's face.</summary>
    public MicrFace Face { get; }

    /// <summary>Rows that a digit takes.</summary>
    public int DigitRows { get; }

    /// <summary>Rows of room above and below a digit in a strip: the ninth part of it, as its place is not known exactly.</summary>
    public int Margin => DigitRows / 9;

    /// <summary>Rows of a template.</summary>
    public int Rows { get; }

    /// <summary>Columns of a template.</summary>
    public int Width { get; }

    /// <summary>Columns with the paper that follows them in memory: whole vectors.</summary>
    public int Stride { get; }

    /// <summary>From character to character, in columns.</summary>
    public double Pitch { get; }

    /// <summary>[Rows x Stride] each character's ink, in the order of the face's symbols.</summary>
    public IReadOnlyList<float[]> All { get; }

    /// <summary>The sum of the squares of each.</summary>
    public IReadOnlyList<float> Energies { get; }

    /// <summary>Columns of paper between two characters at least.</summary>
    public int LeastGap => Math.Max(1, (int)((0.85 * Pitch) - Width));

    private float[] Draw(char symbol, float scale, bool columnsOnly)
    {
        int beside = columnsOnly ? Width : 0; // a profile needs to see the paper around
        var sheet = new MicrPrint(Width + (2 * beside), DigitRows, scale);
        foreach (MicrBar bar in Face.Bars(symbol))
        {
            sheet.Add(bar, beside, 0, 0);
        }

        GrayImage print = sheet.ToImage();
        float[] ink = new float[print.Width * DigitRows];
        int reach = columnsOnly ? Reach : 1;
        for (int y = 0; y < DigitRows; y++)
        {
            for (int x = 0; x < print.Width; x++)
            {
                ink[(y * print.Width) + x] = Smooth(print, x, y, reach, columnsOnly ? 0 : 1);
            }
        }

        float[] shape = columnsOnly ? BarProfile.Of(ink, print.Width, DigitRows) : ink;
        float[] template = new float[Rows * Stride];
        for (int y = 0; y < Rows; y++)
        {
            shape.AsSpan((y * print.Width) + beside, Width).CopyTo(template.AsSpan(y * Stride));
        }

        return template;
    }

    // Mixed with its neighbours, the nearer the more: the optics of any scanner, about.
    private static float Smooth(GrayImage print, int x, int y, int across, int down)
    {
        int sum = 0;
        for (int j = -down; j <= down; j++)
        {
            for (int i = -across; i <= across; i++)
            {
                bool inside = x + i >= 0 && x + i < print.Width && y + j >= 0 && y + j < print.Height;
                sum += inside ? (across + 1 - Math.Abs(i)) * (down + 1 - Math.Abs(j)) * print[x + i, y + j] : 0;
            }
        }

        return sum / ((across + 1f) * (across + 1) * (down + 1) * (down + 1) * 255);
    }
}
