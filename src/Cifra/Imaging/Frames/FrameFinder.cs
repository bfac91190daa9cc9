using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>Finds the boxes of a form: the paper inside closed lines, and the outlines of lines that hang together; under any perspective, turned by less than 45°.</summary>
internal static class FrameFinder
{
    /// <summary>Boxes have sides of at least this many pixels.</summary>
    private const int Shortest = 8;

    /// <summary>The paper of a cell fills at least this share of its quadrilateral; what is written in it takes the rest.</summary>
    private const double LeastPaper = 0.5;

    /// <summary>Ink lies along at least this share of each side of an outline.</summary>
    private const double LeastSide = 0.7;

    /// <summary>A side's ink may be off from the straight line between its corners by this part of its length, as paper bends; and by the least anyway.</summary>
    private const double Bent = 0.015;
    private const int LeastBent = 2;

    /// <summary>The paper of a cell reaches out of its corners' box by at most this part of its shorter side.</summary>
    private const double Round = 0.07;

    /// <summary>Most boxes of each kind, the largest ones; this bounds the work.</summary>
    private const int Most = 600;

    /// <summary>Most of a picture that a box covers.</summary>
    private const double Largest = 0.98;

    /// <summary>The boxes, the largest first.</summary>
    /// <param name="ink">White where there is ink, as <see cref="LineInk"/> gives it.</param>
    public static List<Frame> Find(GrayImage ink)
    {
        double largest = Largest * ink.Width * ink.Height;
        IEnumerable<Frame> outlines = Quadrilaterals(ConnectedComponents.Find(ink))
            .Where(found => found.Corners.Area < largest && IsOutline(ink, found.Corners))
            .Select(found => new Frame(found.Corners, IsCell: false)).OrderByDescending(frame => frame.Size).Take(Most);

        // Lines are made thicker by a pixel: paper must not leak through a line that stands askew, or is broken by a grain.
        GrayImage paper = Morphology.Invert(Morphology.Dilate(ink, 1));
        IEnumerable<Frame> cells = Quadrilaterals(ConnectedComponents.Find(paper))
            .Where(found => found.Corners.Area < largest && found.Area >= LeastPaper * found.Corners.Area && IsAngular(found.Corners, found.Box))
            .Select(found => new Frame(found.Corners, IsCell: true)).OrderByDescending(frame => frame.Size).Take(Most);
        return [.. outlines.Concat(cells).OrderByDescending(frame => frame.Size)];
    }

    // The corners of a component are its pixels that reach furthest along the diagonals; true for quadrilaterals turned by less than 45°.
    private static IEnumerable<(Quadrilateral Corners, int Area, PixelBox Box)> Quadrilaterals(ConnectedComponents components)
    {
        var extremes = new Extremes[components.All.Count];
        for (int i = 0; i < extremes.Length; i++)
        {
            PixelBox box = components.All[i].Box;
            extremes[i] = new Extremes(box.Width >= Shortest && box.Height >= Shortest);
        }

        for (int y = 0; y < components.Height; y++)
        {
            ReadOnlySpan<int> row = components.Labels.Slice(y * components.Width, components.Width);
            for (int x = 0; x < row.Length; x++)
            {
                if (row[x] != 0 && extremes[row[x] - 1].Wanted)
                {
                    extremes[row[x] - 1].Add(x, y);
                }
            }
        }

        for (int i = 0; i < extremes.Length; i++)
        {
            if (extremes[i].Wanted && extremes[i].Corners is { } corners && corners.IsConvex(leastDegrees: 20)
                && Math.Min(corners.TopLeft.DistanceTo(corners.BottomLeft), corners.TopLeft.DistanceTo(corners.TopRight)) >= Shortest)
            {
                yield return (corners, components.All[i].Area, components.All[i].Box);
            }
        }
    }

    // The box around a quadrilateral is the box around its corners; what is round reaches out of it.
    private static bool IsAngular(Quadrilateral corners, PixelBox box)
    {
        PixelBox around = corners.Bounds(int.MaxValue, int.MaxValue);
        double tolerance = Math.Max(LeastBent, Round * Math.Min(box.Width, box.Height));
        return around.X - box.X <= tolerance && around.Y - box.Y <= tolerance && box.Right - around.Right <= tolerance && box.Bottom - around.Bottom <= tolerance;
    }

    private static bool IsOutline(GrayImage ink, Quadrilateral corners)
    {
        PicturePoint[] points = corners.Corners;
        for (int i = 0; i < 4; i++)
        {
            PicturePoint from = points[i];
            PicturePoint to = points[(i + 1) % 4];
            int samples = Math.Max(8, (int)(from.DistanceTo(to) / 3));
            int reach = Math.Max(LeastBent, (int)(Bent * from.DistanceTo(to)));
            int hits = 0;
            for (int s = 0; s < samples; s++)
            {
                hits += HasInk(ink, from.Towards(to, (s + 0.5) / samples), reach) ? 1 : 0;
            }

            if (hits < LeastSide * samples)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasInk(GrayImage ink, PicturePoint place, int reach)
    {
        int left = Math.Max(0, (int)place.X - reach);
        int right = Math.Min(ink.Width, (int)place.X + reach + 1);
        for (int y = Math.Max(0, (int)place.Y - reach); y < Math.Min(ink.Height, (int)place.Y + reach + 1); y++)
        {
            if (left < right && ink.Row(y)[left..right].Contains(byte.MaxValue))
            {
                return true;
            }
        }

        return false;
    }

    // The pixels of a component that reach furthest to each corner.
    private struct Extremes(bool wanted)
    {
        private (int Value, int X, int Y) _topLeft = (int.MaxValue, 0, 0);
        private (int Value, int X, int Y) _bottomRight = (int.MinValue, 0, 0);
        private (int Value, int X, int Y) _topRight = (int.MinValue, 0, 0);
        private (int Value, int X, int Y) _bottomLeft = (int.MaxValue, 0, 0);

        public readonly bool Wanted => wanted;

        public readonly Quadrilateral Corners => new(
            new(_topLeft.X, _topLeft.Y), new(_topRight.X + 1, _topRight.Y), new(_bottomRight.X + 1, _bottomRight.Y + 1), new(_bottomLeft.X, _bottomLeft.Y + 1));

        public void Add(int x, int y)
        {
            int sum = x + y;
            int difference = x - y;
            _topLeft = sum < _topLeft.Value ? (sum, x, y) : _topLeft;
            _bottomRight = sum > _bottomRight.Value ? (sum, x, y) : _bottomRight;
            _topRight = difference > _topRight.Value ? (difference, x, y) : _topRight;
            _bottomLeft = difference < _bottomLeft.Value ? (difference, x, y) : _bottomLeft;
        }
    }
}
