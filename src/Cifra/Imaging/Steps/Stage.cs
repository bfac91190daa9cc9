using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Steps;

/// <summary>A picture on its way from what was given to ink, and the way back.</summary>
/// <param name="Picture">What the steps so far made of it.</param>
/// <param name="ToGiven">Where a place of it lies in the picture as it was given.</param>
internal sealed record Stage(GrayImage Picture, Homography ToGiven)
{
    /// <summary>The start of the way.</summary>
    public static Stage Of(GrayImage given) => new(given, Homography.Identity);

    /// <summary>The same places, shown otherwise.</summary>
    public Stage Showing(GrayImage picture) => this with { Picture = picture };

    /// <summary>Other places: a picture whose places <paramref name="toThis"/> takes to places of this one.</summary>
    public Stage Moved(GrayImage picture, Homography toThis) => new(picture, toThis.Then(ToGiven));

    /// <summary>The picture made smaller, if its longer side is above that many pixels.</summary>
    public Stage Within(int longerSide, CancellationCheck? check = null)
    {
        int longer = Math.Max(Picture.Width, Picture.Height);
        if (longer <= longerSide)
        {
            return this;
        }

        int width = (int)Math.Max(1, (long)Picture.Width * longerSide / longer);
        int height = (int)Math.Max(1, (long)Picture.Height * longerSide / longer);
        return Moved(Resample.Area(Picture, width, height, check), Homography.Scale((double)Picture.Width / width, (double)Picture.Height / height));
    }
}
