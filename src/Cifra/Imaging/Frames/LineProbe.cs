using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;

namespace Cifra.Imaging.Frames;

/// <summary>Looks for a printed line near a place where one is expected.</summary>
/// <remarks>
/// Levels are taken across the line, each the mean of some along it: a stroke that crosses it fades in the mean, the line does not. A line is where they
/// dip below both sides.
/// </remarks>
internal sealed class LineProbe(GrayImage even)
{
    /// <summary>Steps across, in a pixel.</summary>
    private const int StepsPerPixel = 2;

    /// <summary>Samples along the line for each step across, and their distance in pixels.</summary>
    private const int AlongSamples = 7;
    private const double AlongStep = 2;

    /// <summary>The levels beside a line are taken so far from its middle, in pixels: for a thin line, and for a thick one.</summary>
    private const int Thin = 3;
    private const int Thick = 6;

    /// <summary>A line is darker than both of its sides by this many levels at least.</summary>
    private const double LeastContrast = 9;

    /// <summary>What a pixel's distance from the expected place costs, in levels.</summary>
    private const double Distance = 0.5;

    /// <summary>How often a line's middle is sought anew.</summary>
    private const int Rounds = 3;

    private double[] _levels = [];

    /// <summary>How far from the place the line's middle is along the normal, or null where there is none.</summary>
    /// <param name="place">Where it is expected.</param>
    /// <param name="nx">Right of the normal, whose length is 1.</param>
    /// <param name="ny">Down of the normal.</param>
    /// <param name="reach">It is looked for so far to both sides, in pixels.</param>
    public double? Find(PicturePoint place, double nx, double ny, double reach)
    {
        int half = (int)Math.Ceiling(reach * StepsPerPixel);
        int margin = Thick * StepsPerPixel;
        int count = (2 * (half + margin)) + 1;
        if (_levels.Length < count)
        {
            _levels = new double[count];
        }

        for (int i = 0; i < count; i++)
        {
            double across = (double)(i - half - margin) / StepsPerPixel;
            _levels[i] = Along(new PicturePoint(place.X + (across * nx), place.Y + (across * ny)), nx, ny);
        }

        int best = -1;
        double bestValue = 0;
        for (int i = margin; i < count - margin; i++)
        {
            double contrast = Contrast(i);
            double value = contrast - (Distance * Math.Abs(i - half - margin) / StepsPerPixel);
            if (contrast >= LeastContrast && (best < 0 || value > bestValue))
            {
                best = i;
                bestValue = value;
            }
        }

        return best < 0 ? null : (Middle(best, count) - half - margin) / StepsPerPixel;
    }

    private double Contrast(int i) => Math.Max(
        Math.Min(_levels[i - (Thin * StepsPerPixel)], _levels[i + (Thin * StepsPerPixel)]),
        Math.Min(_levels[i - (Thick * StepsPerPixel)], _levels[i + (Thick * StepsPerPixel)])) - _levels[i];

    // The centre of what is dark around a step, and around that centre again: the step may lie at the line's edge.
    private double Middle(int step, int count)
    {
        int reach = Thin * StepsPerPixel;
        double middle = step;
        for (int round = 0; round < Rounds; round++)
        {
            int centre = Math.Clamp((int)Math.Round(middle), reach, count - 1 - reach);
            double paper = Math.Max(_levels[centre - reach], _levels[centre + reach]);
            double mass = 0;
            double moment = 0;
            for (int i = centre - reach; i <= centre + reach; i++)
            {
                double dark = Math.Max(0, paper - _levels[i]);
                mass += dark;
                moment += dark * i;
            }

            middle = mass > 0 ? moment / mass : middle;
        }

        return middle;
    }

    private double Along(PicturePoint place, double nx, double ny)
    {
        double sum = 0;
        for (int s = 0; s < AlongSamples; s++)
        {
            double along = (s - ((AlongSamples - 1) / 2.0)) * AlongStep;
            sum += Level(place.X - (along * ny), place.Y + (along * nx));
        }

        return sum / AlongSamples;
    }

    private double Level(double x, double y)
    {
        int column = (int)Math.Floor(x);
        int row = (int)Math.Floor(y);
        return (uint)column < even.Width && (uint)row < even.Height ? even.Pixels[(row * even.Width) + column] : EvenLight.Paper;
    }
}
