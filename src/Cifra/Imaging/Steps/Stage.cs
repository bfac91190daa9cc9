using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Steps;

/// <summary>A picture between the steps from the given picture to its ink, with the map back.</summary>
/// <param name="Picture">The picture after the steps so far.</param>
/// <param name="ToGiven">Maps its points to points of the picture as given.</param>
internal sealed record Stage(GrayImage Picture, Homography ToGiven)
{
    /// <summary>The stage before the first step.</summary>
    public static Stage Of(GrayImage given) => new(given, Homography.Identity);

    /// <summary>Another picture of the same geometry.</summary>
    public Stage Showing(GrayImage picture) => this with { Picture = picture };

    /// <summary>A picture of another geometry. <paramref name="toThis"/> maps its points to points of this stage.</summary>
    public Stage Moved(GrayImage picture, Homography toThis) => new(picture, toThis.Then(ToGiven));

    /// <summary>The picture shrunk so that its longer side is at most <paramref name="longerSide"/> pixels; the same stage if it is not longer.</summary>
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
