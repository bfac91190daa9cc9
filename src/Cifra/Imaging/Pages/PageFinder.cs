using Cifra.Imaging.Geometry;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Pages;

/// <summary>Finds the page or label in a photo: the largest quadrilateral with straight sides that is brighter than what it lies on.</summary>
/// <remarks>Four edges out of the strongest, one for each side, are tried together; nothing is thresholded, so a shadow over page and table does no harm.</remarks>
internal static class PageFinder
{
    /// <summary>Longer side of the picture that is searched.</summary>
    private const int SearchSide = 320;

    /// <summary>Longer side of the picture on which the sides are placed exactly.</summary>
    private const int FitSide = 1280;

    /// <summary>Edges tried for each side.</summary>
    private const int EdgesPerSide = 8;

    /// <summary>Votes of an edge for each pixel of a third of the picture's shorter side.</summary>
    private const int LeastVotes = 6;

    /// <summary>A page fills at least this share of its picture.</summary>
    private const double LeastArea = 0.15;

    /// <summary>Each side of a page is brighter inside along this share of its length: half of it may be covered, by a finger or by print up to the edge.</summary>
    private const double LeastSupport = 0.5;

    /// <summary>The same for all four sides together.</summary>
    private const double LeastMeanSupport = 0.8;

    /// <summary>The sides of a page meet at no sharper an angle than this, in degrees, nor a blunter one than what it leaves of 180.</summary>
    private const double SharpestCorner = 50;

    /// <summary>Opposite sides of a page seen from an angle differ by this factor at most.</summary>
    private const double MostForeshortened = 2;

    /// <summary>How far from a side the levels are compared, in pixels of the picture that is searched.</summary>
    private const double Near = 2;
    private const double Far = 5;

    /// <summary>The page in pixels of <paramref name="picture"/>, or null where there is none.</summary>
    public static Quadrilateral? Find(GrayImage picture, CancellationCheck? check = null)
    {
        Stage fit = Stage.Of(picture).Within(FitSide, check);
        Stage search = fit.Within(SearchSide);
        GrayImage small = search.Picture;
        if (Math.Min(small.Width, small.Height) < 40)
        {
            return null; // a strip: no page lies in it with room around
        }

        Quadrilateral? rough = Search(MedianFilter.Apply(small), check);
        if (rough is null)
        {
            return null;
        }

        double up = (double)fit.Picture.Width / small.Width;
        Quadrilateral exact = Place(fit.Picture, rough.Scaled(up, (double)fit.Picture.Height / small.Height), (int)Math.Ceiling(2 * up) + 2);
        return fit.ToGiven.Apply(exact);
    }

    private static Quadrilateral? Search(GrayImage small, CancellationCheck? check)
    {
        int shorter = Math.Min(small.Width, small.Height);
        List<EdgeLine> lines = EdgeLines.Find(small, LeastVotes * shorter / 3, EdgesPerSide);
        List<EdgeLine>[] sides = [[], [], [], []]; // left, top, right, bottom: their normals point right, down, left, up
        foreach (EdgeLine line in lines)
        {
            sides[(int)Math.Round(line.Angle / (Math.PI / 2)) % 4].Add(line);
        }

        Quadrilateral? best = null;
        double bestScore = 0;
        foreach (EdgeLine left in sides[0])
        {
            foreach (EdgeLine right in sides[2])
            {
                check?.ThrowIfCancelled();
                foreach (EdgeLine top in sides[1])
                {
                    foreach (EdgeLine bottom in sides[3])
                    {
                        if (Corners(left, top, right, bottom) is Quadrilateral page && MayBePage(page, small) && Score(page, small, bestScore) is double score && score > bestScore)
                        {
                            bestScore = score;
                            best = page;
                        }
                    }
                }
            }
        }

        return best;
    }

    private static Quadrilateral? Corners(EdgeLine left, EdgeLine top, EdgeLine right, EdgeLine bottom) =>
        left.Meet(top) is PicturePoint a && top.Meet(right) is PicturePoint b && right.Meet(bottom) is PicturePoint c && bottom.Meet(left) is PicturePoint d
            ? new Quadrilateral(a, b, c, d)
            : null;

    // A side along the picture's own edge has nothing beside it to be brighter than: what fills its picture is a scan.
    private static bool MayBePage(Quadrilateral page, GrayImage picture)
    {
        bool inside = page.Corners.All(p => p.X >= 1 && p.Y >= 1 && p.X <= picture.Width - 1 && p.Y <= picture.Height - 1);
        double upper = page.TopLeft.DistanceTo(page.TopRight);
        double lower = page.BottomLeft.DistanceTo(page.BottomRight);
        double left = page.TopLeft.DistanceTo(page.BottomLeft);
        double right = page.TopRight.DistanceTo(page.BottomRight);
        return inside
            && page.IsConvex(SharpestCorner)
            && page.Area >= LeastArea * picture.Width * picture.Height
            && Math.Max(upper, lower) <= MostForeshortened * Math.Min(upper, lower)
            && Math.Max(left, right) <= MostForeshortened * Math.Min(left, right);
    }

    // The area, as far as the sides are there; 0 where one is not. Sides are looked at only where the area alone could make the page the best.
    private static double Score(Quadrilateral page, GrayImage picture, double best)
    {
        double sum = 0;
        PicturePoint[] corners = page.Corners;
        for (int i = 0; i < 4 && page.Area > best; i++)
        {
            double support = PageSides.Support(picture, corners[i], corners[(i + 1) % 4], Near, Far);
            if (support < LeastSupport)
            {
                return 0;
            }

            sum += support;
        }

        double mean = sum / 4;
        return mean < LeastMeanSupport ? 0 : page.Area * mean;
    }

    private static Quadrilateral Place(GrayImage picture, Quadrilateral page, int reach)
    {
        PicturePoint[] corners = page.Corners;
        EdgeLine[] lines = [.. Enumerable.Range(0, 4).Select(i => PageSides.Fit(picture, corners[i], corners[(i + 1) % 4], reach))];
        return Corners(lines[3], lines[0], lines[1], lines[2]) is Quadrilateral placed
            && placed.Corners.Zip(corners, (a, b) => a.DistanceTo(b)).All(moved => moved <= 4 * reach)
            ? placed
            : page;
    }
}
