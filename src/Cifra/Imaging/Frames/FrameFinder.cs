using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>Finds the boxes of a form: the paper inside closed lines, and the outlines of connected lines. Any perspective; turned by less than 45°.</summary>
internal static class FrameFinder
{
    /// <summary>The boxes, the largest first.</summary>
    /// <param name="ink">White where there is ink, as <see cref="LineInk"/> gives it.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<Frame> Find(GrayImage ink, FrameFinderOptions? options = null)
    {
        options ??= FrameFinderOptions.Default;
        double largest = options.MaxArea * ink.Width * ink.Height;
        IEnumerable<Frame> outlines = Quadrilaterals(ConnectedComponents.Find(ink), options)
            .Where(found => found.Corners.Area < largest && IsOutline(ink, found.Corners, options))
            .Select(found => new Frame(found.Corners, IsCell: false)).OrderByDescending(frame => frame.Size).Take(options.MaxBoxes);

        // Lines are thickened by a pixel: paper must not leak through a line that is slightly slanted, or broken by a grain.
        GrayImage paper = Morphology.Invert(Morphology.Dilate(ink, 1));
        IEnumerable<Frame> cells = Quadrilaterals(ConnectedComponents.Find(paper), options)
            .Where(found => found.Corners.Area < largest && found.Area >= options.MinPaper * found.Corners.Area && IsAngular(found.Corners, found.Box, options))
            .Select(found => new Frame(found.Corners, IsCell: true)).OrderByDescending(frame => frame.Size).Take(options.MaxBoxes);
        return [.. outlines.Concat(cells).OrderByDescending(frame => frame.Size)];
    }

    // The corners of a component are its extreme pixels along the diagonals. This holds for quadrilaterals turned by less than 45°.
    private static IEnumerable<(Quadrilateral Corners, int Area, PixelBox Box)> Quadrilaterals(
        ConnectedComponents components, FrameFinderOptions options)
    {
        var extremes = new Extremes[components.All.Count];
        for (int i = 0; i < extremes.Length; i++)
        {
            PixelBox box = components.All[i].Box;
            extremes[i] = new Extremes(box.Width >= options.MinSide && box.Height >= options.MinSide);
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
            if (extremes[i].Wanted && extremes[i].Corners is { } corners && corners.IsConvex(options.MinCorner)
                && Math.Min(corners.TopLeft.DistanceTo(corners.BottomLeft), corners.TopLeft.DistanceTo(corners.TopRight)) >= options.MinSide)
            {
                yield return (corners, components.All[i].Area, components.All[i].Box);
            }
        }
    }

    // A quadrilateral lies in the box around its corners; a round shape reaches out of it.
    private static bool IsAngular(Quadrilateral corners, PixelBox box, FrameFinderOptions options)
    {
        PixelBox around = corners.Bounds(int.MaxValue, int.MaxValue);
        double tolerance = Math.Max(options.MaxBendPixels, options.MaxRoundness * Math.Min(box.Width, box.Height));
        return around.X - box.X <= tolerance && around.Y - box.Y <= tolerance
            && box.Right - around.Right <= tolerance && box.Bottom - around.Bottom <= tolerance;
    }

    private static bool IsOutline(GrayImage ink, Quadrilateral corners, FrameFinderOptions options)
    {
        PicturePoint[] points = corners.Corners;
        for (int i = 0; i < 4; i++)
        {
            PicturePoint from = points[i];
            PicturePoint to = points[(i + 1) % 4];
            int samples = Math.Max(options.MinSamples, (int)(from.DistanceTo(to) / options.SampleDistance));
            int reach = Math.Max(options.MaxBendPixels, (int)(options.MaxBend * from.DistanceTo(to)));
            int hits = 0;
            for (int s = 0; s < samples; s++)
            {
                hits += HasInk(ink, from.Towards(to, (s + 0.5) / samples), reach) ? 1 : 0;
            }

            if (hits < options.MinInkOnSide * samples)
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

    // The extreme pixels of a component towards each corner.
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
