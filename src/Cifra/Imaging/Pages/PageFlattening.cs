using Cifra.Imaging.Geometry;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Pages;

/// <summary>Cuts the page out of a photo and sets it upright: what the camera's angle did to it is undone.</summary>
internal static class PageFlattening
{
    /// <summary>So much of the page's size is left out along each side: its edge is never quite straight.</summary>
    private const double Hem = 0.004;

    /// <summary>The page alone, its longer side <paramref name="longerSide"/> pixels at most; or the whole picture, as large at most, where there is no page in it.</summary>
    public static Step Apply(Stage stage, int longerSide, CancellationCheck? check = null)
    {
        Quadrilateral? page = PageFinder.Find(stage.Picture, check);
        if (page is null)
        {
            Stage whole = stage.Within(longerSide, check);
            string size = whole == stage ? "" : FormattableString.Invariant($"; shrunk to {whole.Picture.Width}x{whole.Picture.Height}");
            return Step.Skipped(whole, $"no bright page with four straight sides lies in the picture: it is taken whole{size}");
        }

        return Step.Taken(Flatten(stage, page, longerSide, check), FormattableString.Invariant(
            $"a page fills {page.Area / ((double)stage.Picture.Width * stage.Picture.Height):P0} of the picture, its corners at {string.Join(' ', page.Corners.Select(p => FormattableString.Invariant($"({p.X:F0}, {p.Y:F0})")))}: cut out and set upright"));
    }

    /// <summary>What lies in a quadrilateral of the picture as an upright picture; as large as its longest sides, at most <paramref name="longerSide"/>.</summary>
    public static Stage Flatten(Stage stage, Quadrilateral page, int longerSide, CancellationCheck? check = null)
    {
        double scale = Math.Min(1, longerSide / Math.Max(page.Width, page.Height));
        int width = Math.Max(1, (int)Math.Round(page.Width * scale));
        int height = Math.Max(1, (int)Math.Round(page.Height * scale));
        var hemmed = new Quadrilateral(
            new(-Hem * width, -Hem * height), new(width * (1 + Hem), -Hem * height), new(width * (1 + Hem), height * (1 + Hem)), new(-Hem * width, height * (1 + Hem)));
        var toPicture = Homography.Between(hemmed, page);
        return stage.Moved(Warp.Apply(stage.Picture, toPicture, width, height, check: check), toPicture);
    }
}
