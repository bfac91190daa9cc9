namespace Cifra.Reading.Micr;

/// <summary>Matching scores of CMC-7: only the positions of a character's seven bars count, not where they are cut.</summary>
/// <remarks>
/// The strip is split into bands of a few rows. In each band a character is the sum of seven blurred bars, each as dark as the band shows it. A bar b of
/// energy 1, of which the ink i shows c = Σib, explains c², less what overlapping neighbours explain twice. So bars need not be separate, and a bar that is
/// cut in one band is not missed if another band shows it. What a bar explains depends on its column alone: the score of a character is a sum of seven
/// terms.
/// </remarks>
internal sealed class Cmc7Scores : MicrScores
{
    private static readonly MicrMatchOptions Options = MicrMatchOptions.Default;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;

    private Cmc7Scores(MicrStrip strip, MicrRaster raster)
    {
        _strip = strip;
        _raster = raster;
    }

    /// <inheritdoc/>
    public override float MinPart => Options.MinScoreCmc7;

    /// <inheritdoc/>
    public override float MinPartApart => Options.MinScoreApartCmc7;

    /// <summary>The scores on a strip.</summary>
    public static new Cmc7Scores For(MicrStrip strip, MicrRaster raster)
    {
        int bar = Columns(Cmc7Shapes.Bar, raster);
        int near = Columns(Cmc7Shapes.Short, raster);
        int far = Columns(Cmc7Shapes.Long, raster);
        float[][] bands = Bands(strip);
        float[][] bars = [.. bands.Select(band => Bars(band, bar / 2))];
        double dark = Dark(bars);
        float[] alone = new float[strip.Width];
        float[] twice = new float[strip.Width];
        double overlap = 2 * Math.Exp(-near * near / (4 * Options.BarDeviation * Options.BarDeviation));
        for (int x = 0; x < strip.Width; x++)
        {
            double darkest = bars.Max(band => band[x]);
            double pale = Math.Max(0, 1 - (darkest / (Options.PaleBar * dark)));
            alone[x] = (float)(bars.Sum(band => band[x] * band[x]) - (Options.MissingBarCost * dark * dark * pale * pale));
            twice[x] = x + near < strip.Width ? (float)(overlap * bars.Sum(band => band[x] * band[x + near])) : 0;
        }

        return new Cmc7Scores(strip, raster)
        {
            EnergyBefore = Squares(bands, strip.Width),
            Of = [.. raster.Face.Symbols.Select(symbol => Scores(Cmc7Shapes.Gaps(symbol)))],
        };

        float[] Scores(string gaps)
        {
            float[] scores = new float[strip.Width];
            for (int x = 0; x < scores.Length; x++)
            {
                int at = x;
                float score = alone[x];
                foreach (char gap in gaps)
                {
                    score -= gap == '0' && at < strip.Width ? twice[at] : 0;
                    at += gap == '0' ? near : far;
                    score += at < strip.Width ? alone[at] : (float)(-Options.MissingBarCost * dark * dark);
                }

                scores[x] = score;
            }

            return scores;
        }
    }

    /// <inheritdoc/>
    public override float Max(int symbol, int column)
    {
        int from = Math.Max(0, column - Options.ColumnsBeside);
        int to = Math.Min(_strip.Width, column + _raster.Width + Options.ColumnsBeside);
        return (float)(EnergyBefore[to] - EnergyBefore[from]);
    }

    /// <inheritdoc/>
    public override double LogOdds(int column) => Options.LogOddsCmc7 / Math.Max(1, Max(0, column));

    /// <inheritdoc/>
    public override double Row(int symbol, int column) => _strip.RowOfInk(column, _raster.Width);

    private static int Columns(float millimetres, MicrRaster raster) => (int)Math.Round(millimetres * raster.Scale);

    private static float[][] Bands(MicrStrip strip)
    {
        float[][] bands = new float[strip.Rows / Options.BandRows][];
        for (int b = 0; b < bands.Length; b++)
        {
            bands[b] = new float[strip.Width];
            for (int y = b * Options.BandRows; y < (b + 1) * Options.BandRows; y++)
            {
                for (int x = 0; x < strip.Width; x++)
                {
                    bands[b][x] += strip.Ink[(y * strip.Stride) + x] / Options.BandRows;
                }
            }
        }

        return bands;
    }

    // How dark a bar the band shows, by the column of the bar's left edge: the correlation with a bar of energy 1.
    private static float[] Bars(float[] band, int middle)
    {
        int reach = (int)Math.Ceiling(3 * Options.BarDeviation);
        double[] bar = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-i * i / (2 * Options.BarDeviation * Options.BarDeviation)))];
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

    // The darkness of a dark bar; 1 on paper without ink.
    private static double Dark(float[][] bars)
    {
        float[] inked = [.. bars.SelectMany(band => band).Where(shown => shown > Options.MinBar).Order()];
        return inked.Length == 0 ? 1 : inked[(int)(Options.DarkQuantile * (inked.Length - 1))];
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
