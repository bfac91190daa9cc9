using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Steps;

namespace Cifra.Reading.Forms;

/// <summary>Proposes a template from a picture of a form, empty or filled in: its combs, boxes, grids and corner marks.</summary>
/// <remarks>The picture is set upright first, and the page cut out where it lies in a photo. Names and grammars are for a person to put in.</remarks>
public static class TemplateLearner
{
    /// <summary>Longer side of the picture that is looked at.</summary>
    private const int WorkingSide = 2000;

    /// <summary>A picture that is turned by more than this, in degrees, is set upright.</summary>
    private const double LeastTurn = 0.05;

    /// <summary>A template for a picture's form; its unit is a pixel of the page.</summary>
    /// <param name="picture">The form.</param>
    /// <param name="name">What to call it.</param>
    /// <exception cref="InvalidDataException">There is no box in the picture.</exception>
    public static FormTemplate Learn(ColorImage picture, string name)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentException.ThrowIfNullOrEmpty(name);
        Stage page = PageFlattening.Apply(InkChannel.Apply(picture).Stage, WorkingSide).Stage;
        GrayImage even = EvenLight.Apply(InkPolarity.Apply(page).Stage).Stage.Picture;
        List<Frame> frames = FrameFinder.Find(LineInk.Of(even));
        double turn = Turn(frames);
        if (Math.Abs(turn) > LeastTurn)
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

    // The median of the slopes of all boxes' upper and lower sides, in degrees, the longest counting most.
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

    // Four solid shapes of one size near the page's corners.
    private static IReadOnlyList<FormMark> Marks(GrayImage even)
    {
        const double NearCorner = 0.2;
        const double SameSize = 1.35;
        (PicturePoint Middle, double Size)[] shapes = [.. MarkMatching.Shapes(even)];
        List<(PicturePoint Middle, double Size)> marks = [];
        foreach (PicturePoint corner in Quadrilateral.OfSize(even.Width, even.Height).Corners)
        {
            double reach = NearCorner * Math.Min(even.Width, even.Height);
            marks.AddRange(shapes.Where(shape => shape.Middle.DistanceTo(corner) <= 1.5 * reach).OrderBy(shape => shape.Middle.DistanceTo(corner)).Take(1));
        }

        return marks.Count == 4 && marks.Distinct().Count() == 4 && marks.Max(mark => mark.Size) <= SameSize * marks.Min(mark => mark.Size)
            ? [.. marks.Select(mark => new FormMark(Math.Round(mark.Middle.X, 1), Math.Round(mark.Middle.Y, 1), Math.Round(mark.Size, 1)))]
            : [];
    }
}
