using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Steps;
using Cifra.Reading.Forms.Finding;
using Cifra.Reading.Forms.Templates;

namespace Cifra.Reading.Forms;

/// <summary>Proposes a template from a picture of a form, empty or filled in: its combs, boxes, grids and corner marks.</summary>
/// <remarks>The page is cut out of a photo and turned upright first. Names, grammars and constraints are for a person to fill in.</remarks>
public static class TemplateLearner
{
    private static readonly TemplateLearnerOptions Options = TemplateLearnerOptions.Default;

    /// <summary>A template of the form in a picture; its unit is a pixel of the page.</summary>
    /// <param name="picture">The form, scanned or photographed.</param>
    /// <param name="name">The template's name.</param>
    /// <exception cref="InvalidDataException">There is no box in the picture.</exception>
    public static FormTemplate Learn(ColorImage picture, string name)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentException.ThrowIfNullOrEmpty(name);
        Stage page = PageFlattening.Apply(InkChannel.Apply(picture).Stage, Options.WorkingSide).Stage;
        GrayImage even = EvenLight.Apply(InkPolarity.Apply(page).Stage).Stage.Picture;
        List<Frame> frames = FrameFinder.Find(LineInk.Of(even));
        double turn = Turn(frames);
        if (Math.Abs(turn) > Options.LeastTurn)
        {
            even = Upright(even, turn);
            frames = FrameFinder.Find(LineInk.Of(even));
        }

        IReadOnlyList<FormField> fields = CellGrouping.Fields(frames, even.Width, even.Height);
        if (fields.Count == 0)
        {
            throw new InvalidDataException("expected a form with boxes, combs or grids, found none: its lines may be too faint, or the picture too small.");
        }

        return new FormTemplate(name, even.Width, even.Height, fields)
        {
            Unit = "px",
            Marks = Marks(even),
        };
    }

    // The slope of the form in degrees: the median over the upper and lower sides of all boxes, weighted by length.
    private static double Turn(List<Frame> frames)
    {
        (double Angle, double Weight)[] sides =
        [
            .. frames.SelectMany(frame => new[] { (frame.Corners.TopLeft, frame.Corners.TopRight), (frame.Corners.BottomLeft, frame.Corners.BottomRight) })
                .Select(side => (Math.Atan2(side.Item2.Y - side.Item1.Y, side.Item2.X - side.Item1.X) * 180 / Math.PI, side.Item1.DistanceTo(side.Item2)))
                .OrderBy(side => side.Item1),
        ];
        double half = sides.Sum(side => side.Weight) / 2;
        double seen = 0;
        foreach ((double angle, double weight) in sides)
        {
            seen += weight;
            if (seen >= half)
            {
                return angle;
            }
        }

        return 0;
    }

    private static GrayImage Upright(GrayImage even, double degrees)
    {
        double c = Math.Cos(degrees * Math.PI / 180);
        double s = Math.Sin(degrees * Math.PI / 180);
        double x = even.Width / 2.0;
        double y = even.Height / 2.0;
        return Warp.Apply(even, Homography.Affine(c, -s, x - (c * x) + (s * y), s, c, y - (s * x) - (c * y)), even.Width, even.Height, EvenLight.Paper);
    }

    // Four solid shapes of about one size, each the nearest to a corner of the page; none if there are no such four.
    private static IReadOnlyList<FormMark> Marks(GrayImage even)
    {
        (PicturePoint Centre, double Size)[] shapes = [.. MarkMatching.Shapes(even)];
        List<(PicturePoint Centre, double Size)> marks = [];
        foreach (PicturePoint corner in Quadrilateral.OfSize(even.Width, even.Height).Corners)
        {
            double reach = Options.MarkReach * Math.Min(even.Width, even.Height);
            marks.AddRange(shapes.Where(shape => shape.Centre.DistanceTo(corner) <= reach).OrderBy(shape => shape.Centre.DistanceTo(corner)).Take(1));
        }

        bool found = marks.Count == 4 && marks.Distinct().Count() == 4;
        return found && marks.Max(mark => mark.Size) <= Options.MarkSizeTolerance * marks.Min(mark => mark.Size)
            ? [.. marks.Select(mark => new FormMark(Math.Round(mark.Centre.X, 1), Math.Round(mark.Centre.Y, 1), Math.Round(mark.Size, 1)))]
            : [];
    }
}
