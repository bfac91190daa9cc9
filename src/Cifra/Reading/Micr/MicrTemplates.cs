using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>Templates: the characters of a font at the size of its raster, blurred as by a scanner.</summary>
internal sealed class MicrTemplates
{
    private readonly MicrRaster _raster;

    private MicrTemplates(MicrRaster raster)
    {
        _raster = raster;
        All = [.. raster.Face.Symbols.Select(Draw)];
        Energies = [.. All.Select(template => template.Sum(level => level * level))];
    }

    /// <summary>The templates of E-13B. CMC-7 has none: its bars may be cut anywhere.</summary>
    public static MicrTemplates E13B { get; } = new(MicrRaster.E13B);

    /// <summary>Each character's ink, [DigitRows x Stride], 0..1, in the order of the font's symbols.</summary>
    public IReadOnlyList<float[]> All { get; }

    /// <summary>The energy of each template: the sum of its squares.</summary>
    public IReadOnlyList<float> Energies { get; }

    private float[] Draw(char symbol)
    {
        var sheet = new MicrPrint(_raster.Width, _raster.DigitRows, _raster.Scale);
        foreach (MicrBar bar in _raster.Face.Bars(symbol))
        {
            sheet.Add(bar, 0, 0, 0);
        }

        GrayImage print = sheet.ToImage();
        float[] template = new float[_raster.DigitRows * _raster.Stride];
        for (int y = 0; y < print.Height; y++)
        {
            for (int x = 0; x < print.Width; x++)
            {
                template[(y * _raster.Stride) + x] = Smooth(print, x, y);
            }
        }

        return template;
    }

    // The 3x3 binomial filter, 1 2 1 both ways: about the blur of a scanner.
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

        return sum / (16f * 255);
    }
}
