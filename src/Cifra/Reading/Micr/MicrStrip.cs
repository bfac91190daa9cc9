using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>A line at the size that templates have: how much ink there is at each place, 0 for paper and 1 for full ink.</summary>
internal sealed class MicrStrip
{
    /// <summary>Less ink than this is grain or a pattern.</summary>
    private const float Grain = 0.2f;

    private readonly TextLine _line;
    private readonly double _step;
    private readonly int _margin;
    private readonly double _top;
    private readonly double _height;

    private MicrStrip(TextLine line, double taller, double step, int width, int rows, MicrRaster raster)
    {
        _margin = raster.Margin;
        _line = line;
        _step = step;
        _height = line.Height * taller;
        _top = line.Top - (line.Height * (taller - 1) / 2);
        Width = width;
        Rows = rows;
        Stride = width + raster.Stride;
        Ink = new float[Stride * rows];
    }

    /// <summary>Columns that show the line.</summary>
    public int Width { get; }

    /// <summary>Rows: of a digit and of some room above and below.</summary>
    public int Rows { get; }

    /// <summary>Columns with what follows them in memory, which is paper.</summary>
    public int Stride { get; }

    /// <summary>[Rows x Stride] the ink.</summary>
    public float[] Ink { get; }

    /// <summary>Cuts a line out of an evened picture.</summary>
    /// <param name="even">Dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="line">Where the line is.</param>
    /// <param name="raster">The font, and how large it is here.</param>
    /// <param name="taller">How many times as tall as the line says its digits are taken to be.</param>
    public static MicrStrip Cut(GrayImage even, TextLine line, MicrRaster raster, double taller)
    {
        double step = line.Height * taller / raster.DigitRows; // pixels of the picture for one here
        int width = (int)((line.Right - line.Left) / step) + 1;
        int rows = raster.DigitRows + (2 * raster.Margin);
        double top = line.Top - (line.Height * (taller - 1) / 2) - (raster.Margin * step);
        GrayImage cut = Warp.Apply(even, Homography.Affine(step, 0, line.Left, line.Slope * step, step, top), width, rows, EvenLight.Paper);
        float[] ink = Stretched(cut);
        var strip = new MicrStrip(line, taller, step, width, rows, raster);
        for (int y = 0; y < rows; y++)
        {
            ink.AsSpan(y * width, width).CopyTo(strip.Ink.AsSpan(y * strip.Stride));
        }

        return strip;
    }

    /// <summary>The line that goes through characters of the strip.</summary>
    /// <param name="characters">The middle column of each, and how many rows down it begins.</param>
    /// <param name="stretch">How many times as large as the strip takes them to be they are.</param>
    public TextLine Refitted(IReadOnlyList<(double Column, double Row)> characters, double stretch)
    {
        double column = characters.Average(character => character.Column);
        double row = characters.Average(character => character.Row);
        double spread = characters.Sum(character => (character.Column - column) * (character.Column - column));
        double slope = spread == 0 ? 0 : characters.Sum(character => (character.Column - column) * (character.Row - row)) / spread;
        double down = (row - (slope * column) - _margin) * _step;
        double more = _height * (stretch - 1) / 2;
        return _line with { Top = _top + down - more, Bottom = _top + down + _height + more, Slope = _line.Slope + slope };
    }

    /// <summary>The row at which a character begins, by the middle of its ink.</summary>
    public double RowOfInk(int from, int width)
    {
        double sum = 0;
        double moment = 0;
        for (int y = 0; y < Rows; y++)
        {
            for (int x = from; x < Math.Min(Width, from + width); x++)
            {
                sum += Ink[(y * Stride) + x];
                moment += Ink[(y * Stride) + x] * (y + 0.5);
            }
        }

        return _margin + (sum == 0 ? 0 : (moment / sum) - (Rows / 2.0));
    }

    /// <summary>Where a box of columns is in the picture that was cut.</summary>
    public PixelBox InPicture(int from, int width, GrayImage picture)
    {
        double left = _line.Left + (from * _step);
        double top = _line.Top + (_line.Slope * (left - _line.Left));
        var box = new Quadrilateral(
            new(left, top), new(left + (width * _step), top), new(left + (width * _step), top + _line.Height), new(left, top + _line.Height));
        return box.Bounds(picture.Width, picture.Height);
    }

    private static float[] Stretched(GrayImage cut)
    {
        int[] histogram = new int[256];
        foreach (byte level in cut.Pixels)
        {
            histogram[Math.Max(0, EvenLight.Paper - level)]++;
        }

        float paper = Histogram.Quantile(histogram, 0.4);
        float full = Math.Max(paper + 16, Histogram.Quantile(histogram, 0.93));
        float[] ink = new float[cut.Pixels.Length];
        for (int i = 0; i < ink.Length; i++)
        {
            float level = Math.Clamp((EvenLight.Paper - cut.Pixels[i] - paper) / (full - paper), 0, 1);
            ink[i] = Math.Max(0, (level - Grain) / (1 - Grain));
        }

        return ink;
    }
}
