namespace Cifra.Imaging.Geometry;

/// <summary>Four corners in a picture, clockwise from the top left: a page, a box or a plate seen from an angle.</summary>
internal sealed record Quadrilateral(PicturePoint TopLeft, PicturePoint TopRight, PicturePoint BottomRight, PicturePoint BottomLeft)
{
    /// <summary>The corners, clockwise from the top left.</summary>
    public PicturePoint[] Corners => [TopLeft, TopRight, BottomRight, BottomLeft];

    /// <summary>Length of the longer of the upper and the lower side.</summary>
    public double Width => Math.Max(TopLeft.DistanceTo(TopRight), BottomLeft.DistanceTo(BottomRight));

    /// <summary>Length of the longer of the left and the right side.</summary>
    public double Height => Math.Max(TopLeft.DistanceTo(BottomLeft), TopRight.DistanceTo(BottomRight));

    /// <summary>The area inside; negative if the corners go anticlockwise.</summary>
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

    /// <summary>The corners of a rectangle at the picture's top left corner.</summary>
    public static Quadrilateral OfSize(double width, double height) => new(new(0, 0), new(width, 0), new(width, height), new(0, height));

    /// <summary>The corners of a box.</summary>
    public static Quadrilateral Of(PixelBox box) =>
        new(new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom));

    /// <summary>Whether every corner turns clockwise, with an angle between its sides of at least <paramref name="leastDegrees"/>.</summary>
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

    /// <summary>The same corners in a picture scaled by these factors.</summary>
    public Quadrilateral Scaled(double x, double y)
    {
        PicturePoint Scale(PicturePoint p) => new(p.X * x, p.Y * y);
        return new Quadrilateral(Scale(TopLeft), Scale(TopRight), Scale(BottomRight), Scale(BottomLeft));
    }

    /// <summary>The smallest box of whole pixels around it, cut at the edges of a picture of this size.</summary>
    public PixelBox Bounds(int width, int height)
    {
        const double Tolerance = 1e-6; // a corner just past a pixel's edge by rounding does not touch that pixel
        int left = (int)Math.Clamp(Math.Floor(Corners.Min(p => p.X) + Tolerance), 0, width);
        int top = (int)Math.Clamp(Math.Floor(Corners.Min(p => p.Y) + Tolerance), 0, height);
        int right = (int)Math.Clamp(Math.Ceiling(Corners.Max(p => p.X) - Tolerance), 0, width);
        int bottom = (int)Math.Clamp(Math.Ceiling(Corners.Max(p => p.Y) - Tolerance), 0, height);
        return new PixelBox(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }

    private static double Cross(PicturePoint a, PicturePoint b) => (a.X * b.Y) - (a.Y * b.X);
}
