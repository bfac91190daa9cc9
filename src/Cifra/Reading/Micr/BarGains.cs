namespace Cifra.Reading.Micr;

/// <summary>Gains of CMC-7, of whose characters only the places of their seven bars are compared, not how they are cut.</summary>
/// <remarks>
/// The strip is taken in bands of a few rows. In each a character is the sum of seven blurred bars, each as dark as the band has it: a bar b of one unit of energy,
/// of which the ink i shows c = Σib, explains c², less what overlapping neighbours explain twice. Blur adds up, so bars need not be apart, and a bar that is cut in one
/// band is not missed where another shows it. What a bar explains depends on its column alone, hence one sum of seven terms a character.
/// </remarks>
internal sealed class BarGains : MicrGains
{
    /// <summary>Rows of a band: about the ninth part of a digit, in which the published shapes are cut.</summary>
    private const int Band = 6;

    /// <summary>How blurred a bar is, in columns of 0.05 mm: the standard deviation of the normal curve that it is taken for.</summary>
    private const double Blur = 1.9;

    /// <summary>A bar that is nowhere darker than this part of the darkest bars is missing, the more the paler.</summary>
    private const double Pale = 0.3;

    /// <summary>What a missing bar costs, in darkest bars of one band.</summary>
    private const double Missing = 0.5;

    /// <summary>Bars paler than this say nothing about how dark bars are.</summary>
    private const double Grain = 0.05;

    /// <summary>Columns beside a character whose ink must be explained too.</summary>
    private const int Beside = 3;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;

    private BarGains(MicrStrip strip, MicrRaster raster)
    {
        _strip = strip;
        _raster = raster;
    }

    /// <inheritdoc/>
    public override float Least => 0.45f;

    /// <inheritdoc/>
    public override float LeastAlone => 0.65f;

    /// <summary>The gains in a strip.</summary>
    public static new BarGains For(MicrStrip strip, MicrRaster raster)
    {
        int bar = Columns(Cmc7Shapes.Bar, raster);
        int near = Columns(Cmc7Shapes.Short, raster);
        int far = Columns(Cmc7Shapes.Long, raster);
        float[][] bands = Bands(strip);
        float[][] bars = [.. bands.Select(band => Bars(band, bar / 2))];
        double dark = Dark(bars);
        float[] alone = new float[strip.Width];
        float[] twice = new float[strip.Width];
        double overlap = 2 * Math.Exp(-near * near / (4 * Blur * Blur));
        for (int x = 0; x < strip.Width; x++)
        {
            double darkest = bars.Max(band => band[x]);
            double pale = Math.Max(0, 1 - (darkest / (Pale * dark)));
            alone[x] = (float)(bars.Sum(band => band[x] * band[x]) - (Missing * dark * dark * pale * pale));
            twice[x] = x + near < strip.Width ? (float)(overlap * bars.Sum(band => band[x] * band[x + near])) : 0;
        }

        return new BarGains(strip, raster)
        {
            InkBefore = Squares(bands, strip.Width),
            Of = [.. raster.Face.Symbols.Select(symbol => Gains(Cmc7Shapes.Gaps(symbol)))],
        };

        float[] Gains(string gaps)
        {
            float[] gains = new float[strip.Width];
            for (int x = 0; x < gains.Length; x++)
            {
                int at = x;
                float gain = alone[x];
                foreach (char gap in gaps)
                {
                    gain -= gap == '0' && at < strip.Width ? twice[at] : 0;
                    at += gap == '0' ? near : far;
                    gain += at < strip.Width ? alone[at] : (float)(-Missing * dark * dark);
                }

                gains[x] = gain;
            }

            return gains;
        }
    }

    /// <inheritdoc/>
    public override float Most(int symbol, int column) =>
        (float)(InkBefore[Math.Min(_strip.Width, column + _raster.Width + Beside)] - InkBefore[Math.Max(0, column - Beside)]);

    /// <inheritdoc/>
    public override double Certainty(int column) => 300 / Math.Max(1, Most(0, column)); // the next best of a sound print gains three parts in a hundred less

    /// <inheritdoc/>
    public override double Row(int symbol, int column) => _strip.RowOfInk(column, _raster.Width);

    private static int Columns(float millimetres, MicrRaster raster) => (int)Math.Round(millimetres * raster.Scale);

    private static float[][] Bands(MicrStrip strip)
    {
        float[][] bands = new float[strip.Rows / Band][];
        for (int b = 0; b < bands.Length; b++)
        {
            bands[b] = new float[strip.Width];
            for (int y = b * Band; y < (b + 1) * Band; y++)
            {
                for (int x = 0; x < strip.Width; x++)
                {
                    bands[b][x] += strip.Ink[(y * strip.Stride) + x] / Band;
                }
            }
        }

        return bands;
    }

    // How much of a bar a band shows, by the column where the bar's left edge would be.
    private static float[] Bars(float[] band, int middle)
    {
        int reach = (int)Math.Ceiling(3 * Blur);
        double[] bar = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-i * i / (2 * Blur * Blur)))];
        double norm = Math.Sqrt(bar.Sum(level => level * level));
        float[] shown = new float[band.Length];
        for (int x = 0; x < band.Length; x++)
        {
            double sum = 0;
            for (int i = Math.Max(-reach, -x - middle); i <= reach && x + middle + i < band.Length; i++)
            {
                sum += band[x + middle + i] * bar[i + reach];
            }

            shown[x] = (float)(sum / norm);
        }

        return shown;
    }

    private static double Dark(float[][] bars)
    {
        float[] inked = [.. bars.SelectMany(band => band).Where(shown => shown > Grain).Order()];
        return inked.Length == 0 ? 1 : inked[(int)(0.95 * (inked.Length - 1))];
    }

    private static double[] Squares(float[][] bands, int width)
    {
        double[] before = new double[width + 1];
        for (int x = 0; x < width; x++)
        {
            before[x + 1] = before[x] + bands.Sum(band => (double)band[x] * band[x]);
        }

        return before;
    }
}
