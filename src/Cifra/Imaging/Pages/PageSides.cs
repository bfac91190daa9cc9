using Cifra.Imaging.Geometry;
using Cifra.Numerics;

namespace Cifra.Imaging.Pages;

/// <summary>Examines the sides of a quadrilateral: whether it is brighter inside, and where exactly the edge is.</summary>
internal static class PageSides
{
    /// <summary>
    /// The share of a side along which the inside is brighter, both near the side and further off. A printed line fails further off: paper is on both sides.
    /// </summary>
    public static double Support(GrayImage picture, PicturePoint from, PicturePoint to, PageFinderOptions options)
    {
        (double inX, double inY) = Inside(from, to);
        int found = 0;
        for (int i = 0; i < options.Samples; i++)
        {
            PicturePoint p = Place(from, to, i, options);
            found += IsBrighter(picture, p, inX, inY, options.Near, options) && IsBrighter(picture, p, inX, inY, options.Far, options) ? 1 : 0;
        }

        return (double)found / options.Samples;
    }

    /// <summary>The line through the steepest points across a side, searched up to <paramref name="reach"/> pixels from it.</summary>
    public static EdgeLine Fit(GrayImage picture, PicturePoint from, PicturePoint to, int reach, PageFinderOptions options)
    {
        (double inX, double inY) = Inside(from, to);
        double length = from.DistanceTo(to);
        List<(double Along, double Across)> edge = [];
        for (int i = 0; i < options.Samples; i++)
        {
            PicturePoint p = Place(from, to, i, options);
            (double across, double step) = Steepest(picture, p, inX, inY, reach);
            if (step >= options.MinStep)
            {
                edge.Add((from.DistanceTo(p), across));
            }
        }

        (double start, double slope) = Line(edge, options);
        PicturePoint Moved(PicturePoint p, double across) => new(p.X + (across * inX), p.Y + (across * inY));
        return EdgeLine.Through(Moved(from, start), Moved(to, start + (slope * length)));
    }

    private static PicturePoint Place(PicturePoint from, PicturePoint to, int i, PageFinderOptions options) =>
        from.Towards(to, options.CornerMargin + ((1 - (2 * options.CornerMargin)) * (i + 0.5) / options.Samples));

    // The unit vector to the right of the way, which points inside: the corners go clockwise.
    private static (double X, double Y) Inside(PicturePoint from, PicturePoint to)
    {
        double length = from.DistanceTo(to);
        return ((from.Y - to.Y) / length, (to.X - from.X) / length);
    }

    private static bool IsBrighter(GrayImage picture, PicturePoint p, double inX, double inY, double distance, PageFinderOptions options)
    {
        double inside = Warp.Level(picture, new PicturePoint(p.X + (distance * inX), p.Y + (distance * inY)));
        double outside = Warp.Level(picture, new PicturePoint(p.X - (distance * inX), p.Y - (distance * inY)));
        return inside - outside >= options.MinStep;
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

    // Least squares, repeated without the points off the line, so that a fold or a finger is left out.
    private static (double Start, double Slope) Line(List<(double Along, double Across)> edge, PageFinderOptions options)
    {
        if (edge.Count < options.Samples / 3)
        {
            return (0, 0); // the side stays where it is
        }

        (double start, double slope) = (Median.Upper(edge.Select(place => place.Across)), 0);
        for (double tolerance = 4 * options.Outlier; tolerance >= options.Outlier; tolerance /= 2)
        {
            List<(double Along, double Across)> near = [.. edge.Where(place => Math.Abs(place.Across - start - (slope * place.Along)) <= tolerance)];
            if (near.Count < options.Samples / 4)
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
