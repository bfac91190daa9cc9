using Cifra.Imaging;

namespace Cifra.Data.Formats;

/// <summary>Recognises sets whose digits were stretched until they filled a square frame, and gives them a digit's width again.</summary>
/// <remarks>
/// Sets of 16x16 and 32x32 pictures often have each digit's box stretched to the frame, both ways by itself: a 1 is then as wide as a 0, which no handwriting is. One picture
/// does not tell; a set does. Tuned on MNIST training pictures: their boxes are 0.77 times as wide as high, with a deviation of 0.21 from picture to picture; stretched to
/// frames of 16x16 and 32x32, binary and grey, that is 0.95 to 1 with a deviation of at most 0.07.
/// </remarks>
internal static class StretchedFrames
{
    /// <summary>Width that a stretched digit gets back, as a share of its height. Between 0.6 and 0.7 every stretched set is read best by the shipped networks.</summary>
    public const double Width = 0.65;

    /// <summary>Number of pictures below which nothing is concluded.</summary>
    private const int LeastPictures = 100;

    /// <summary>Share 0..1 of the frame that the boxes' mean width and mean height reach at least.</summary>
    private const double LeastFilled = 0.9;

    /// <summary>Largest deviation of width over height from picture to picture. Half of what handwriting has, and more than stretching leaves.</summary>
    private const double MostDeviation = 0.1;

    private const int Finer = 4; // times finer in each direction while a width is changed, so that strokes of a pixel or two stay whole

    /// <summary>Whether the digits of a stack fill its square frame as no handwriting does.</summary>
    public static bool Recognizes(PictureStack stack)
    {
        double widths = 0;
        double heights = 0;
        double ratios = 0;
        double squares = 0;
        int count = 0;
        var picture = new GrayImage(stack.Width, stack.Height);
        for (int i = 0; i < stack.Count && stack.Width == stack.Height; i++)
        {
            stack.Pixels.AsSpan(i * picture.Pixels.Length, picture.Pixels.Length).CopyTo(picture.Pixels);
            PixelBox box = PixelBox.AroundInk(picture);
            if (!box.IsEmpty)
            {
                double ratio = (double)box.Width / box.Height;
                widths += box.Width;
                heights += box.Height;
                ratios += ratio;
                squares += ratio * ratio;
                count++;
            }
        }

        if (count < LeastPictures)
        {
            return false;
        }

        double deviation = Math.Sqrt(Math.Max(0, (squares / count) - (ratios / count * (ratios / count))));
        double filled = LeastFilled * stack.Width * count;
        return widths >= filled && heights >= filled && deviation <= MostDeviation;
    }

    /// <summary>The digit's box, squeezed to <see cref="Width"/> of its width.</summary>
    /// <param name="picture">Bright ink on black; it is not changed.</param>
    public static GrayImage Squeeze(GrayImage picture)
    {
        PixelBox box = PixelBox.AroundInk(picture);
        if (box.IsEmpty)
        {
            return picture;
        }

        GrayImage fine = Resample.Bilinear(box.CutFrom(picture), box.Width * Finer, box.Height * Finer);
        return Resample.Area(fine, Math.Max(1, (int)Math.Round(fine.Width * Width)), fine.Height);
    }
}
