using Cifra.Imaging;

namespace Cifra.Reading.Micr;

/// <summary>How the characters of a font look at one small size, as a scanner would see them.</summary>
internal sealed class MicrTemplates
{
    private readonly MicrRaster _raster;

    private MicrTemplates(MicrRaster raster)
    {
        _raster = raster;
        All = [.. raster.Face.Symbols.Select(Draw)];
        Energies = [.. All.Select(template => template.Sum(level => level * level))];
    }

    /// <summary>E-13B. CMC-7 has none: how its bars are cut differs.</summary>
    public static MicrTemplates E13B { get; } = new(MicrRaster.E13B);

    /// <summary>[DigitRows x Stride] each character's ink, in the order of the face's symbols.</summary>
    public IReadOnlyList<float[]> All { get; }

    /// <summary>The sum of the squares of each.</summary>
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

    // Mixed with its neighbours, the nearer the more: the optics of any scanner, about.
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
