using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;

namespace Cifra.Imaging.Frames;

/// <summary>Searches for a printed line near an expected position.</summary>
/// <remarks>
/// Levels are sampled across the line, each the mean of some samples along it: in the mean a crossing stroke fades and the line does not. A line is a dip
/// below both sides. A probe belongs to one thread at a time.
/// </remarks>
/// <param name="even">Dark lines on paper of level <see cref="EvenLight.Paper"/>.</param>
/// <param name="options">Hand-set numbers; null for the default ones.</param>
internal sealed class LineProbe(GrayImage even, LineProbeOptions? options = null)
{
    private readonly LineProbeOptions _options = options ?? LineProbeOptions.Default;

    private double[] _levels = [];

    /// <summary>The distance of the line's middle from the expected position along the normal, in pixels; null if there is no line.</summary>
    /// <param name="place">The expected position.</param>
    /// <param name="nx">The normal's component to the right. The normal has length 1.</param>
    /// <param name="ny">The normal's component down.</param>
    /// <param name="reach">Greatest distance to both sides that is searched, in pixels.</param>
    public double? Find(PicturePoint place, double nx, double ny, double reach)
    {
        int half = (int)Math.Ceiling(reach * _options.StepsPerPixel);
        int margin = _options.ThickReach * _options.StepsPerPixel;
        int count = (2 * (half + margin)) + 1;
        if (_levels.Length < count)
        {
            _levels = new double[count];
        }

        for (int i = 0; i < count; i++)
        {
            double across = (double)(i - half - margin) / _options.StepsPerPixel;
            _levels[i] = Along(new PicturePoint(place.X + (across * nx), place.Y + (across * ny)), nx, ny);
        }

        int best = -1;
        double bestValue = 0;
        for (int i = margin; i < count - margin; i++)
        {
            double contrast = Contrast(i);
            double value = contrast - (_options.DistanceCost * Math.Abs(i - half - margin) / _options.StepsPerPixel);
            if (contrast >= _options.MinContrast && (best < 0 || value > bestValue))
            {
                best = i;
                bestValue = value;
            }
        }

        return best < 0 ? null : (Middle(best, count) - half - margin) / _options.StepsPerPixel;
    }

    private double Contrast(int i)
    {
        int thin = _options.ThinReach * _options.StepsPerPixel;
        int thick = _options.ThickReach * _options.StepsPerPixel;
        return Math.Max(Math.Min(_levels[i - thin], _levels[i + thin]), Math.Min(_levels[i - thick], _levels[i + thick])) - _levels[i];
    }

    // The centre of mass of the darkness around a step, computed again around that centre: the step may lie at the line's edge.
    private double Middle(int step, int count)
    {
        int reach = _options.ThinReach * _options.StepsPerPixel;
        double middle = step;
        for (int round = 0; round < _options.Rounds; round++)
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
        for (int s = 0; s < _options.AlongSamples; s++)
        {
            double along = (s - ((_options.AlongSamples - 1) / 2.0)) * _options.AlongStep;
            sum += Level(place.X - (along * ny), place.Y + (along * nx));
        }

        return sum / _options.AlongSamples;
    }

    private double Level(double x, double y)
    {
        int column = (int)Math.Floor(x);
        int row = (int)Math.Floor(y);
        return (uint)column < even.Width && (uint)row < even.Height ? even.Pixels[(row * even.Width) + column] : EvenLight.Paper;
    }
}
