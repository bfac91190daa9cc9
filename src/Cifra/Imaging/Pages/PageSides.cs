using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Pages;

/// <summary>Looks along the sides of a quadrilateral: is it brighter inside, and where exactly is the edge?</summary>
internal static class PageSides
{
    /// <summary>Places looked at along a side.</summary>
    private const int Places = 48;

    /// <summary>The corners of real pages are rounded or folded; so much of a side at either end is not looked at.</summary>
    private const double Corner = 0.04;

    /// <summary>Paper differs from what it lies on by at least so many levels.</summary>
    private const double LeastStep = 12;

    /// <summary>Places of an edge that lie further than this from its line, in pixels, do not count.</summary>
    private const double Outlier = 2;

    /// <summary>The share of a side along which it is brighter inside, near the side and further off: a printed line is not, for beyond it is paper again.</summary>
    public static double Support(GrayImage picture, PicturePoint from, PicturePoint to, double near, double far)
    {
        (double inX, double inY) = Inside(from, to);
        int found = 0;
        for (int i = 0; i < Places; i++)
        {
            PicturePoint p = Place(from, to, i);
            found += IsBrighter(picture, p, inX, inY, near) && IsBrighter(picture, p, inX, inY, far) ? 1 : 0;
        }

        return (double)found / Places;
    }

    /// <summary>The line through the steepest places across a side, looked for up to <paramref name="reach"/> pixels from it.</summary>
    public static EdgeLine Fit(GrayImage picture, PicturePoint from, PicturePoint to, int reach)
    {
        (double inX, double inY) = Inside(from, to);
        double length = from.DistanceTo(to);
        List<(double Along, double Across)> edge = [];
        for (int i = 0; i < Places; i++)
        {
            PicturePoint p = Place(from, to, i);
            (double across, double step) = Steepest(picture, p, inX, inY, reach);
            if (step >= LeastStep)
            {
                edge.Add((from.DistanceTo(p), across));
            }
        }

        (double start, double slope) = Line(edge);
        PicturePoint Moved(PicturePoint p, double across) => new(p.X + (across * inX), p.Y + (across * inY));
        return EdgeLine.Through(Moved(from, start), Moved(to, start + (slope * length)));
    }

    private static PicturePoint Place(PicturePoint from, PicturePoint to, int i) =>
        from.Towards(to, Corner + ((1 - (2 * Corner)) * (i + 0.5) / Places));

    // One pixel to the right of the way, which is inside where the corners go clockwise.
    private static (double X, double Y) Inside(PicturePoint from, PicturePoint to)
    {
        double length = from.DistanceTo(to);
        return ((from.Y - to.Y) / length, (to.X - from.X) / length);
    }

    private static bool IsBrighter(GrayImage picture, PicturePoint p, double inX, double inY, double distance)
    {
        double inside = Warp.Level(picture, new PicturePoint(p.X + (distance * inX), p.Y + (distance * inY)));
        double outside = Warp.Level(picture, new PicturePoint(p.X - (distance * inX), p.Y - (distance * inY)));
        return inside - outside >= LeastStep;
    }

    private static (double Across, double Step) Steepest(GrayImage picture, PicturePoint p, double inX, double inY, int reach)
    {
        double Level(double across) => Warp.Level(picture, new PicturePoint(p.X + (across * inX), p.Y + (across * inY)));
        (double Across, double Step) best = (0, double.NegativeInfinity);
        for (int across = -reach; across <= reach; across++)
        {
            double step = (Level(across + 1) + Level(across + 2) - Level(across - 1) - Level(across - 2)) / 2;
            best = step > best.Step ? (across, step) : best;
        }

        return best;
    }

    // Least squares, again without what lies off the line, as often as it takes for a fold or a finger to be left out.
    private static (double Start, double Slope) Line(List<(double Along, double Across)> edge)
    {
        if (edge.Count < Places / 3)
        {
            return (0, 0); // the side stays where it is
        }

        double[] sorted = [.. edge.Select(place => place.Across).Order()];
        (double start, double slope) = (sorted[sorted.Length / 2], 0);
        for (double tolerance = 4 * Outlier; tolerance >= Outlier; tolerance /= 2)
        {
            List<(double Along, double Across)> near = [.. edge.Where(place => Math.Abs(place.Across - start - (slope * place.Along)) <= tolerance)];
            if (near.Count < Places / 4)
            {
                break;
            }

            double alongMean = near.Average(place => place.Along);
            double acrossMean = near.Average(place => place.Across);
            double spread = near.Sum(place => (place.Along - alongMean) * (place.Along - alongMean));
            double together = near.Sum(place => (place.Along - alongMean) * (place.Across - acrossMean));
            slope = spread > 0 ? together / spread : 0;
            start = acrossMean - (slope * alongMean);
        }

        return (start, slope);
    }
}
