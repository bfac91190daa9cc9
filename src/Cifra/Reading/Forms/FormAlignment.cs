using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Lays a form's printed lines exactly over those of a picture, from a place that is about right, and says how well they fit.</summary>
/// <remarks>
/// Step by step each place on a printed line looks for a line across its direction, less far each time, and all of them together move the page: iterated closest
/// points with the distance to lines (Chen and Medioni 1992), outliers weighing less the further off they are (Huber 1964).
/// </remarks>
internal sealed class FormAlignment(GrayImage even, FormStructure structure)
{
    /// <summary>How far lines are looked for, as parts of the picture's longer side.</summary>
    private static readonly double[] Reaches = [0.012, 0.007, 0.004, 0.003];

    /// <summary>Lines are looked for within this part of the shortest side of a cell.</summary>
    private const double MostOfCell = 0.4;

    /// <summary>A line is where it belongs if it is no further off than this part of the longer side, and at least the least.</summary>
    private const double Tolerance = 0.0022;
    private const double LeastTolerance = 2;

    /// <summary>What holds the page where it is, beside the weight of one sighting.</summary>
    private const double Inertia = 0.02;

    private readonly LineProbe _probe = new(even);
    private readonly double _side = Math.Max(even.Width, even.Height);

    /// <summary>The place after moving.</summary>
    /// <param name="start">Where the page is, about.</param>
    /// <param name="by">What it was found by.</param>
    public FormPlace Align(Homography start, FormAnchor by)
    {
        Homography place = start;
        foreach (double reach in Reaches)
        {
            // No further than to the next line of a cell, or lines would be taken for their neighbours.
            double next = MostOfCell * structure.ShortestSide * place.ScaleAt(new PicturePoint(structure.Page.Width / 2, structure.Page.Height / 2));
            place = Moved(place, Math.Max(3, Math.Min(next, reach * _side))) ?? place;
        }

        return Judge(place, by);
    }

    /// <summary>How well the lines fit.</summary>
    /// <param name="place">Where the page is.</param>
    /// <param name="by">What it was found by.</param>
    /// <param name="every">Looks at every so manieth place only, for a first impression.</param>
    public FormPlace Judge(Homography place, FormAnchor by, int every = 1)
    {
        double tolerance = Math.Max(LeastTolerance, Tolerance * _side);
        int found = 0;
        double squares = 0;
        for (int i = 0; i < structure.Places.Count; i += every)
        {
            (FormLine line, PicturePoint at) = structure.Places[i];
            (PicturePoint seen, double nx, double ny) = Expected(place, line, at);
            if (IsInside(seen) && _probe.Find(seen, nx, ny, tolerance) is { } off)
            {
                found++;
                squares += off * off;
            }
        }

        return new FormPlace(place, (double)found / Math.Max(1, (structure.Places.Count + every - 1) / every), Math.Sqrt(squares / Math.Max(1, found)), by);
    }

    private Homography? Moved(Homography place, double reach)
    {
        Quadrilateral seenPage = place.Apply(structure.Page);
        var fit = new HomographyFit(structure.Page, seenPage);
        foreach (PicturePoint corner in structure.Page.Corners)
        {
            fit.Add(corner, place.Apply(corner), Inertia);
        }

        double robust = reach / 4;
        foreach ((FormLine line, PicturePoint at) in structure.Places)
        {
            (PicturePoint seen, double nx, double ny) = Expected(place, line, at);
            if (IsInside(seen) && _probe.Find(seen, nx, ny, reach) is { } off)
            {
                double weight = Math.Abs(off) <= robust ? 1 : robust / Math.Abs(off);
                fit.Add(at, new PicturePoint(seen.X + (off * nx), seen.Y + (off * ny)), nx, ny, weight);
            }
        }

        return fit.Solve() is { } moved && IsSound(moved) ? moved : null;
    }

    // Where a place on a line is seen, and the direction across the line there.
    private static (PicturePoint Seen, double Nx, double Ny) Expected(Homography place, FormLine line, PicturePoint at)
    {
        PicturePoint seen = place.Apply(at);
        PicturePoint ahead = place.Apply(at.Towards(new PicturePoint(at.X + line.X2 - line.X1, at.Y + line.Y2 - line.Y1), 0.01));
        double length = Math.Max(1e-9, seen.DistanceTo(ahead));
        return (seen, (seen.Y - ahead.Y) / length, (ahead.X - seen.X) / length);
    }

    private bool IsInside(PicturePoint place) => place.X >= 1 && place.Y >= 1 && place.X < even.Width - 1 && place.Y < even.Height - 1;

    private bool IsSound(Homography place)
    {
        Quadrilateral page = place.Apply(structure.Page);
        return page.Corners.All(p => double.IsFinite(p.X) && double.IsFinite(p.Y)) && page.IsConvex(leastDegrees: 20);
    }
}
