using System.Numerics;
using Cifra.Data;
using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>How the characters of a font look at one small size, as a scanner would see them.</summary>
internal sealed class MicrTemplates
{
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
        var sheet = new MicrPrint(Width, DigitRows, scale);
        foreach (MicrBar bar in Face.Bars(symbol))
        {
            sheet.Add(bar, 0, 0, 0);
        }

        GrayImage print = sheet.ToImage();
        float[] template = new float[Rows * Stride];
        for (int y = 0; y < Rows; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                template[(y * Stride) + x] = columnsOnly ? Column(print, x) : Smooth(print, x, y);
            }
        }

        return template;
    }

    private float Column(GrayImage print, int x)
    {
        int most = 0;
        for (int y = 0; y < DigitRows; y++)
        {
            int sum = (2 * print[x, y]) + print[Math.Max(0, x - 1), y] + print[Math.Min(Width - 1, x + 1), y];
            most = Math.Max(most, sum);
        }

        return most / (4 * 255f);
    }

    // Mixed 1-2-1 both ways: the optics of any scanner, about.
    private static float Smooth(GrayImage print, int x, int y)
    {
        int sum = 0;
        for (int j = -1; j <= 1; j++)
        {
            for (int i = -1; i <= 1; i++)
            {
                bool inside = x + i >= 0 && x + i < print.Width && y + j >= 0 && y + j < print.Height;
                sum += inside ? (2 - Math.Abs(i)) * (2 - Math.Abs(j)) * print[x + i, y + j] : 0;
            }
        }

        return sum / (16 * 255f);
    }
}
