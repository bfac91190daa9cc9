using Cifra.Imaging.Geometry;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Pages;

/// <summary>Finds the page or label in a photo: the largest quadrilateral with straight sides that is brighter than what it lies on.</summary>
/// <remarks>
/// All combinations of the strongest edges, one for each side, are tried. Levels are not thresholded, so a shadow over page and table does no harm.
/// </remarks>
internal static class PageFinder
{
    /// <summary>The page in pixels of <paramref name="picture"/>; null if there is none.</summary>
    /// <param name="picture">The photo.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    /// <param name="check">Optional; asked within the search.</param>
    public static Quadrilateral? Find(GrayImage picture, PageFinderOptions? options = null, CancellationCheck? check = null)
    {
        options ??= PageFinderOptions.Default;
        Stage fit = Stage.Of(picture).Within(options.FitSide, check);
        Stage search = fit.Within(options.SearchSide);
        GrayImage small = search.Picture;
        if (Math.Min(small.Width, small.Height) < options.MinSide)
        {
            return null;
        }

        Quadrilateral? rough = Search(MedianFilter.Apply(small), options, check);
        if (rough is null)
        {
            return null;
        }

        double up = (double)fit.Picture.Width / small.Width;
        Quadrilateral exact = Place(fit.Picture, rough.Scaled(up, (double)fit.Picture.Height / small.Height), (int)Math.Ceiling(2 * up) + 2, options);
        return fit.ToGiven.Apply(exact);
    }

    private static Quadrilateral? Search(GrayImage small, PageFinderOptions options, CancellationCheck? check)
    {
        int shorter = Math.Min(small.Width, small.Height);
        List<EdgeLine> lines = EdgeLines.Find(small, options.MinVotes * shorter / 3, options.EdgesPerSide, options);
        List<EdgeLine>[] sides = [[], [], [], []]; // left, top, right, bottom; their normals point right, down, left, up
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
                        if (Corners(left, top, right, bottom) is Quadrilateral page && MayBePage(page, small, options)
                            && Score(page, small, bestScore, options) is double score && score > bestScore)
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

    /// <summary>
    /// Whether a quadrilateral has the shape and size of a page. One with a side on the picture's own edge is a scan: there is nothing beside it to be
    /// brighter than.
    /// </summary>
    internal static bool MayBePage(Quadrilateral page, GrayImage picture, PageFinderOptions options)
    {
        bool inside = page.Corners.All(p => p.X >= 1 && p.Y >= 1 && p.X <= picture.Width - 1 && p.Y <= picture.Height - 1);
        double upper = page.TopLeft.DistanceTo(page.TopRight);
        double lower = page.BottomLeft.DistanceTo(page.BottomRight);
        double left = page.TopLeft.DistanceTo(page.BottomLeft);
        double right = page.TopRight.DistanceTo(page.BottomRight);
        return inside
            && page.IsConvex(options.MinCorner)
            && page.Area >= options.MinArea * picture.Width * picture.Height
            && Math.Max(upper, lower) <= options.MaxForeshortening * Math.Min(upper, lower)
            && Math.Max(left, right) <= options.MaxForeshortening * Math.Min(left, right);
    }

    // The area times the mean support of the sides; 0 if a side has too little. Sides are examined only if the area alone could beat the best score.
    private static double Score(Quadrilateral page, GrayImage picture, double best, PageFinderOptions options)
    {
        double sum = 0;
        PicturePoint[] corners = page.Corners;
        for (int i = 0; i < 4 && page.Area > best; i++)
        {
            double support = PageSides.Support(picture, corners[i], corners[(i + 1) % 4], options);
            if (support < options.MinSupport)
            {
                return 0;
            }

            sum += support;
        }

        double mean = sum / 4;
        return mean < options.MinMeanSupport ? 0 : page.Area * mean;
    }

    private static Quadrilateral Place(GrayImage picture, Quadrilateral page, int reach, PageFinderOptions options)
    {
        PicturePoint[] corners = page.Corners;
        EdgeLine[] lines = [.. Enumerable.Range(0, 4).Select(i => PageSides.Fit(picture, corners[i], corners[(i + 1) % 4], reach, options))];
        return Corners(lines[3], lines[0], lines[1], lines[2]) is Quadrilateral placed
            && placed.Corners.Zip(corners, (a, b) => a.DistanceTo(b)).All(moved => moved <= options.MaxCornerShift * reach)
            ? placed
            : page;
    }
}
