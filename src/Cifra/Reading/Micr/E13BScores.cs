using System.Numerics;

namespace Cifra.Reading.Micr;

/// <summary>Matching scores of E-13B: templates (<see cref="MicrTemplates"/>) are compared with the ink pixel by pixel.</summary>
/// <remarks>A character t over the ink i leaves Σ(i − t)² unexplained, paper leaves Σi². The score is the difference, 2·Σit − Σt².</remarks>
internal sealed class E13BScores : MicrScores
{
    private static readonly MicrMatchOptions Options = MicrMatchOptions.Default;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;

    private E13BScores(MicrStrip strip, MicrRaster raster)
    {
        _strip = strip;
        _raster = raster;
    }

    /// <inheritdoc/>
    public override float MinPart => Options.MinScoreE13B;

    /// <inheritdoc/>
    public override float MinPartApart => Options.MinScoreApartE13B;

    /// <summary>The scores on a strip.</summary>
    public static new E13BScores For(MicrStrip strip, MicrRaster raster)
    {
        MicrTemplates templates = MicrTemplates.E13B;
        double[] before = Squares(strip);
        return new E13BScores(strip, raster)
        {
            EnergyBefore = before,
            Of = [.. templates.All.Select((template, i) => Scores(template, templates.Energies[i], strip, raster, before))],
        };
    }

    /// <inheritdoc/>
    public override float Max(int symbol, int column) => MicrTemplates.E13B.Energies[symbol];

    /// <inheritdoc/>
    public override double LogOdds(int column) => Options.LogOddsE13B;

    /// <inheritdoc/>
    public override double Row(int symbol, int column)
    {
        int heights = _strip.Rows - _raster.DigitRows + 1;
        return Enumerable.Range(0, heights).MaxBy(y => Product(MicrTemplates.E13B.All[symbol], _strip, _raster, column, y));
    }

    // The score at the best of every other row. Σit is at most √(Σi²·Σt²), so where the ink cannot reach the least score it is not compared.
    private static float[] Scores(float[] template, float energy, MicrStrip strip, MicrRaster raster, double[] before)
    {
        float[] scores = new float[strip.Width];
        int heights = strip.Rows - raster.DigitRows + 1;
        double leastInk = (1 + Options.MinScoreE13B) * (1 + Options.MinScoreE13B) / 4 * energy;
        for (int x = 0; x < scores.Length; x++)
        {
            float best = 0;
            bool enough = before[Math.Min(strip.Width, x + raster.Width)] - before[x] >= leastInk;
            for (int y = 1; enough && y < heights; y += 2)
            {
                best = Math.Max(best, Product(template, strip, raster, x, y));
            }

            scores[x] = (2 * best) - energy;
        }

        return scores;
    }

    private static double[] Squares(MicrStrip strip)
    {
        double[] before = new double[strip.Width + 1];
        for (int x = 0; x < strip.Width; x++)
        {
            before[x + 1] = before[x];
            for (int y = 0; y < strip.Rows; y++)
            {
                float level = strip.Ink[(y * strip.Stride) + x];
                before[x + 1] += level * level;
            }
        }

        return before;
    }

    private static float Product(float[] template, MicrStrip strip, MicrRaster raster, int x, int y)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int row = 0; row < raster.DigitRows; row++)
        {
            ReadOnlySpan<float> ink = strip.Ink.AsSpan(((y + row) * strip.Stride) + x, raster.Stride);
            ReadOnlySpan<float> shape = template.AsSpan(row * raster.Stride, raster.Stride);
            for (int i = 0; i < shape.Length; i += Vector<float>.Count)
            {
                sum += new Vector<float>(ink[i..]) * new Vector<float>(shape[i..]);
            }
        }

        return Vector.Sum(sum);
    }
}
