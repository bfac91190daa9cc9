namespace Cifra.Imaging.Geometry;

/// <summary>Four corners in a picture, clockwise from the top left: a page, a box or a plate seen from an angle.</summary>
internal sealed record Quadrilateral(PicturePoint TopLeft, PicturePoint TopRight, PicturePoint BottomRight, PicturePoint BottomLeft)
{
    /// <summary>The corners, clockwise from the top left.</summary>
    public PicturePoint[] Corners => [TopLeft, TopRight, BottomRight, BottomLeft];

    /// <summary>Length of the longer one of the upper and the lower side.</summary>
    public double Width => Math.Max(TopLeft.DistanceTo(TopRight), BottomLeft.DistanceTo(BottomRight));

    /// <summary>Length of the longer one of the left and the right side.</summary>
    public double Height => Math.Max(TopLeft.DistanceTo(BottomLeft), TopRight.DistanceTo(BottomRight));

    /// <summary>The area inside; negative where the corners go the other way round.</summary>
    public double Area
    {
        get
        {
            PicturePoint[] corners = Corners;
            double twice = 0;
            for (int i = 0; i < 4; i++)
            {
                twice += Cross(corners[i], corners[(i + 1) % 4]);
            }

            return twice / 2;
        }
    }

    /// <summary>The corners of a rectangle that starts at the picture's own corner.</summary>
    public static Quadrilateral OfSize(double width, double height) => new(new(0, 0), new(width, 0), new(width, height), new(0, height));

    /// <summary>The corners of a box.</summary>
    public static Quadrilateral Of(PixelBox box) =>
        new(new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom));

    /// <summary>Whether every corner turns clockwise, each by an angle between the sides of at least <paramref name="leastDegrees"/>.</summary>
    public bool IsConvex(double leastDegrees = 0)
    {
        double leastSine = Math.Sin(leastDegrees * Math.PI / 180);
        PicturePoint[] corners = Corners;
        for (int i = 0; i < 4; i++)
        {
            PicturePoint here = corners[i];
            PicturePoint from = corners[(i + 3) % 4];
            PicturePoint to = corners[(i + 1) % 4];
            double cross = ((here.X - from.X) * (to.Y - here.Y)) - ((here.Y - from.Y) * (to.X - here.X));
            if (cross <= leastSine * here.DistanceTo(from) * here.DistanceTo(to))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same corners in a picture that is this many times as large.</summary>
    public Quadrilateral Scaled(double x, double y)
    {
        PicturePoint Scale(PicturePoint p) => new(p.X * x, p.Y * y);
        return new Quadrilateral(Scale(TopLeft), Scale(TopRight), Scale(BottomRight), Scale(BottomLeft));
    }

    /// <summary>The smallest box of whole pixels around it, cut at the edges of a picture of that size.</summary>
    public PixelBox Bounds(int width, int height)
    {
        const double Tolerance = 1e-6; // a corner that rounding left just past a pixel's edge does not touch that pixel
        int left = (int)Math.Clamp(Math.Floor(Corners.Min(p => p.X) + Tolerance), 0, width);
        int top = (int)Math.Clamp(Math.Floor(Corners.Min(p => p.Y) + Tolerance), 0, height);
        int right = (int)Math.Clamp(Math.Ceiling(Corners.Max(p => p.X) - Tolerance), 0, width);
        int bottom = (int)Math.Clamp(Math.Ceiling(Corners.Max(p => p.Y) - Tolerance), 0, height);
        return new PixelBox(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    private static double Cross(PicturePoint a, PicturePoint b) => (a.X * b.Y) - (a.Y * b.X);
}
