using Cifra.Imaging.Geometry;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Pages;

/// <summary>Cuts the page out of a photo and undoes the perspective of the camera's angle.</summary>
internal static class PageFlattening
{
    /// <summary>
    /// The page alone, its longer side at most <paramref name="longerSide"/> pixels; the whole picture, shrunk to the same size, if there is no page in it.
    /// </summary>
    public static Step Apply(Stage stage, int longerSide, CancellationCheck? check = null)
    {
        Quadrilateral? page = PageFinder.Find(stage.Picture, check: check);
        if (page is null)
        {
            Stage whole = stage.Within(longerSide, check);
            string size = whole == stage ? "" : FormattableString.Invariant($"; shrunk to {whole.Picture.Width}x{whole.Picture.Height}");
            return Step.Skipped(whole, $"no bright page with four straight sides lies in the picture: it is taken whole{size}");
        }

        double share = page.Area / ((double)stage.Picture.Width * stage.Picture.Height);
        string corners = string.Join(' ', page.Corners.Select(p => FormattableString.Invariant($"({p.X:F0}, {p.Y:F0})")));
        return Step.Taken(
            Flatten(stage, page, longerSide, check),
            FormattableString.Invariant($"a page fills {share:P0} of the picture, its corners at {corners}: cut out and set upright"));
    }

    /// <summary>The inside of a quadrilateral as an upright picture, as large as its longer sides and at most <paramref name="longerSide"/> pixels.</summary>
    public static Stage Flatten(Stage stage, Quadrilateral page, int longerSide, CancellationCheck? check = null)
    {
        double scale = Math.Min(1, longerSide / Math.Max(page.Width, page.Height));
        int width = Math.Max(1, (int)Math.Round(page.Width * scale));
        int height = Math.Max(1, (int)Math.Round(page.Height * scale));
        double hem = PageFinderOptions.Default.Hem;
        var hemmed = new Quadrilateral(
            new(-hem * width, -hem * height),
            new(width * (1 + hem), -hem * height),
            new(width * (1 + hem), height * (1 + hem)),
            new(-hem * width, height * (1 + hem)));
        var toPicture = Homography.Between(hemmed, page);
        return stage.Moved(Warp.Apply(stage.Picture, toPicture, width, height, check: check), toPicture);
    }
}
