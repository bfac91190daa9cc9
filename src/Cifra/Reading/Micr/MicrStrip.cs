using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>A line of a picture, resampled to the size of a <see cref="MicrRaster"/>: the ink at each pixel, 0 for paper and 1 for full ink.</summary>
internal sealed class MicrStrip
{
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

    /// <summary>Rows: those of a digit and a margin above and below.</summary>
    public int Rows { get; }

    /// <summary>Length of a row in memory: <see cref="Width"/> and the paper that follows it.</summary>
    public int Stride { get; }

    /// <summary>[Rows x Stride] the ink, 0..1.</summary>
    public float[] Ink { get; }

    /// <summary>Cuts a line out of an evened picture.</summary>
    /// <param name="even">Dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="line">Where the line is.</param>
    /// <param name="raster">The font and its size.</param>
    /// <param name="taller">Factor on the height of the line's digits.</param>
    public static MicrStrip Cut(GrayImage even, TextLine line, MicrRaster raster, double taller)
    {
        double step = line.Height * taller / raster.DigitRows; // pixels of the picture for one of the strip
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

    /// <summary>The line through characters of the strip, in the picture that it was cut from: their mean height, and their slope by least squares.</summary>
    /// <param name="characters">The middle column of each, and the row where it begins.</param>
    /// <param name="stretch">The size of the characters over the size that the strip was cut for.</param>
    public TextLine Refitted(IReadOnlyList<(double Column, double Row)> characters, double stretch)
    {
        double column = characters.Average(character => character.Column);
        double row = characters.Average(character => character.Row);
        double spread = characters.Sum(character => (character.Column - column) * (character.Column - column));
        double slope = spread == 0 ? 0 : characters.Sum(character => (character.Column - column) * (character.Row - row)) / spread;
        double down = (row - (slope * column) - _margin) * _step;
        double beyond = _height * (stretch - 1) / 2;
        return _line with { Top = _top + down - beyond, Bottom = _top + down + _height + beyond, Slope = _line.Slope + slope };
    }

    /// <summary>The row where a character begins, computed from the centre of mass of its ink; the margin on paper without ink.</summary>
    /// <param name="from">Its first column.</param>
    /// <param name="width">Its columns.</param>
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

    /// <summary>Columns of the strip as a box of the picture that it was cut from.</summary>
    /// <param name="from">First column.</param>
    /// <param name="width">Number of columns.</param>
    /// <param name="picture">That picture, at whose edges the box is cut.</param>
    public PixelBox InPicture(int from, int width, GrayImage picture)
    {
        double left = _line.Left + (from * _step);
        double top = _line.Top + (_line.Slope * (left - _line.Left));
        var box = new Quadrilateral(
            new(left, top), new(left + (width * _step), top), new(left + (width * _step), top + _line.Height), new(left, top + _line.Height));
        return box.Bounds(picture.Width, picture.Height);
    }

    // Grey levels stretched from 0 for paper to 1 for full ink, both taken from the strip's own quantiles; grain set to 0.
    private static float[] Stretched(GrayImage cut)
    {
        MicrFinderOptions options = MicrFinderOptions.Default;
        int[] histogram = new int[256];
        foreach (byte level in cut.Pixels)
        {
            histogram[Math.Max(0, EvenLight.Paper - level)]++;
        }

        float paper = Histogram.Quantile(histogram, options.PaperQuantile);
        float full = Math.Max(paper + options.MinContrast, Histogram.Quantile(histogram, options.InkQuantile));
        float[] ink = new float[cut.Pixels.Length];
        for (int i = 0; i < ink.Length; i++)
        {
            float level = Math.Clamp((EvenLight.Paper - cut.Pixels[i] - paper) / (full - paper), 0, 1);
            ink[i] = Math.Max(0, (level - options.Grain) / (1 - options.Grain));
        }

        return ink;
    }
}
