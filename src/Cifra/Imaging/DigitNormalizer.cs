namespace Cifra.Imaging;

/// <summary>Scales and places the ink of one digit as MNIST's pictures have it. The only definition of this step.</summary>
/// <remarks>
/// MNIST's recipe (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", section III.A): the box around the ink is fitted into 20x20
/// with its aspect kept, resampled to grey levels, and the centre of mass is placed in the middle of 28x28. Measured on MNIST's own test pictures: the longer
/// side is 20 in all but three, and the centre of mass in pixel indices lies in [13.5, 14.5) both ways, so the shift is by whole pixels. An MNIST picture
/// therefore stays as it is.
/// </remarks>
public static class DigitNormalizer
{
    /// <summary>Width and height of a normalized digit.</summary>
    public const int Side = 28;

    /// <summary>Longer side of the ink's box in it.</summary>
    public const int InkSide = 20;

    private const int Middle = Side / 2;

    /// <summary>One digit, normalized.</summary>
    /// <param name="ink">Bright ink on black, of any size; every pixel above 0 is ink. It is not changed.</param>
    /// <returns>28x28, bright ink on black; all black if there is no ink.</returns>
    public static GrayImage Normalize(GrayImage ink)
    {
        var result = new GrayImage(Side, Side);
        Normalize(ink, result.Pixels);
        return result;
    }

    /// <summary>One digit, normalized into the caller's memory.</summary>
    /// <param name="ink">Bright ink on black, of any size; every pixel above 0 is ink. It is not changed.</param>
    /// <param name="pixels">[784] receives the 28x28 picture, row after row.</param>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> is not 784 long.</exception>
    public static void Normalize(GrayImage ink, Span<byte> pixels)
    {
        ArgumentNullException.ThrowIfNull(ink);
        if (pixels.Length != Side * Side)
        {
            throw new ArgumentException($"A normalized digit has {Side * Side} pixels; got {pixels.Length}.", nameof(pixels));
        }

        pixels.Clear();
        PixelBox box = PixelBox.AroundInk(ink);
        if (box.IsEmpty)
        {
            return;
        }

        GrayImage fitted = Fit(box.CutFrom(ink));
        (int left, int top) = PlaceByCentreOfMass(fitted);
        for (int y = 0; y < fitted.Height; y++)
        {
            fitted.Row(y).CopyTo(pixels.Slice(((top + y) * Side) + left, fitted.Width));
        }
    }

    private static GrayImage Fit(GrayImage ink)
    {
        int longer = Math.Max(ink.Width, ink.Height);
        if (longer == InkSide)
        {
            return ink;
        }

        int width = Scaled(ink.Width, longer);
        int height = Scaled(ink.Height, longer);
        return longer > InkSide ? Resample.Area(ink, width, height) : Resample.Bilinear(ink, width, height);
    }

    private static int Scaled(int side, int longer) => Math.Max(1, (int)(((2L * side * InkSide) + longer) / (2L * longer)));

    private static (int Left, int Top) PlaceByCentreOfMass(GrayImage ink)
    {
        long mass = 0;
        long alongX = 0;
        long alongY = 0;
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> row = ink.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                mass += row[x];
                alongX += row[x] * x;
                alongY += row[x] * y;
            }
        }

        // Ink so faint that it was averaged away has no centre of mass; any position will do.
        return mass == 0 ? (0, 0) : (Offset(alongX, mass, ink.Width), Offset(alongY, mass, ink.Height));
    }

    // The shift s with centre + s in [Middle − ½, Middle + ½), kept such that no ink is cut off.
    private static int Offset(long moment, long mass, int side)
    {
        double centre = (double)moment / mass;
        int shift = (int)Math.Ceiling(Middle + 0.5 - centre) - 1;
        return Math.Clamp(shift, 0, Side - side);
    }
}
