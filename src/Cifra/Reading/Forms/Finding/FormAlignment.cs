using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Aligns a form's printed lines with the lines of a picture, starting from a place that is about right, and says how well they fit.</summary>
/// <remarks>
/// In each round every sample on a printed line searches for a line across its direction, and all sightings together move the page; the search range
/// shrinks from round to round. This is iterated closest points with point-to-line distances (Chen and Medioni 1992) and Huber's loss against outliers
/// (Huber 1964).
/// </remarks>
/// <param name="even">The picture of even light, ink dark.</param>
/// <param name="structure">The form's printed lines.</param>
/// <param name="options">Optional; the search ranges and tolerances.</param>
internal sealed class FormAlignment(GrayImage even, FormStructure structure, FormAlignmentOptions? options = null)
{
    private readonly FormAlignmentOptions _options = options ?? FormAlignmentOptions.Default;
    private readonly LineProbe _probe = new(even);
    private readonly double _side = Math.Max(even.Width, even.Height);

    /// <summary>The page's place after alignment, judged.</summary>
    /// <param name="start">Where the page is, about.</param>
    /// <param name="by">The anchor that it was found by.</param>
    public FormPlace Align(Homography start, FormAnchor by)
    {
        Homography place = start;
        var centre = new PicturePoint(structure.Page.Width / 2, structure.Page.Height / 2);
        foreach (double reach in _options.Reaches)
        {
            double next = _options.LargestReachOfCell * structure.ShortestSide * place.ScaleAt(centre);
            place = Moved(place, Math.Max(_options.LeastReach, Math.Min(next, reach * _side))) ?? place;
        }

        return Judge(place, by);
    }

    /// <summary>How well the lines fit at a place.</summary>
    /// <param name="place">Where the page is.</param>
    /// <param name="by">The anchor that it was found by.</param>
    /// <param name="step">1 judges by every sample; 8, by every 8th.</param>
    public FormPlace Judge(Homography place, FormAnchor by, int step = 1)
    {
        double tolerance = Math.Max(_options.LeastTolerance, _options.Tolerance * _side);
        int found = 0;
        double squares = 0;
        for (int i = 0; i < structure.Places.Count; i += step)
        {
            (FormLine line, PicturePoint at) = structure.Places[i];
            (PicturePoint seen, double nx, double ny) = Expected(place, line, at);
            if (IsInside(seen) && _probe.Find(seen, nx, ny, tolerance) is { } off)
            {
                found++;
                squares += off * off;
            }
        }

        int judged = Math.Max(1, (structure.Places.Count + step - 1) / step);
        return new FormPlace(place, (double)found / judged, Math.Sqrt(squares / Math.Max(1, found)), by);
    }

    private Homography? Moved(Homography place, double reach)
    {
        Quadrilateral seenPage = place.Apply(structure.Page);
        var fit = new HomographyFit(structure.Page, seenPage);
        foreach (PicturePoint corner in structure.Page.Corners)
        {
            fit.Add(corner, place.Apply(corner), _options.CornerWeight);
        }

        double threshold = _options.HuberShare * reach;
        foreach ((FormLine line, PicturePoint at) in structure.Places)
        {
            (PicturePoint seen, double nx, double ny) = Expected(place, line, at);
            if (IsInside(seen) && _probe.Find(seen, nx, ny, reach) is { } off)
            {
                double weight = Math.Abs(off) <= threshold ? 1 : threshold / Math.Abs(off);
                fit.Add(at, new PicturePoint(seen.X + (off * nx), seen.Y + (off * ny)), nx, ny, weight);
            }
        }

        return fit.Solve() is { } moved && IsSound(moved) ? moved : null;
    }

    // Where a sample on a line is expected in the picture, and the normal of the line there.
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
        return page.Corners.All(p => double.IsFinite(p.X) && double.IsFinite(p.Y)) && page.IsConvex(_options.LeastCornerDegrees);
    }
}
