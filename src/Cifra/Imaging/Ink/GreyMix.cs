namespace Cifra.Imaging.Ink;

/// <summary>The weights of the channels in a conversion from colour to grey.</summary>
/// <param name="Name">Its name in messages, such as "red and green".</param>
/// <param name="Red">Weight of red; the three weights sum to 1.</param>
/// <param name="Green">Weight of green.</param>
/// <param name="Blue">Weight of blue.</param>
internal sealed record GreyMix(string Name, double Red, double Green, double Blue)
{
    private const int One = 1 << 16;

    /// <summary>Luma, the brightness that people see: ITU-R BT.601.</summary>
    public static GreyMix Luma { get; } = new("luma", 0.299, 0.587, 0.114);

    /// <summary>The picture in grey; transparent parts are white.</summary>
    public GrayImage Apply(ColorImage picture, CancellationCheck? check = null)
    {
        (int red, int green, int blue) = Weights();
        var grey = new GrayImage(picture.Width, picture.Height);
        ReadOnlySpan<byte> from = picture.Pixels;
        for (int y = 0; y < grey.Height; y++)
        {
            check?.ThrowIfCancelled();
            Span<byte> to = grey.Row(y);
            for (int x = 0; x < to.Length; x++, from = from[4..])
            {
                int level = Mixed(from[0], from[1], from[2], red, green, blue);
                int alpha = from[3];
                to[x] = (byte)(alpha == 255 ? level : ((level * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return grey;
    }

    /// <summary>Mixes three channels of equal size.</summary>
    public GrayImage Apply(GrayImage redPlane, GrayImage greenPlane, GrayImage bluePlane)
    {
        (int red, int green, int blue) = Weights();
        var grey = new GrayImage(redPlane.Width, redPlane.Height);
        for (int i = 0; i < grey.Pixels.Length; i++)
        {
            grey.Pixels[i] = (byte)Mixed(redPlane.Pixels[i], greenPlane.Pixels[i], bluePlane.Pixels[i], red, green, blue);
        }

        return grey;
    }

    private (int Red, int Green, int Blue) Weights()
    {
        int red = (int)Math.Round(Red * One);
        int blue = (int)Math.Round(Blue * One);
        return (red, One - red - blue, blue);
    }

    private static int Mixed(int r, int g, int b, int red, int green, int blue) => ((r * red) + (g * green) + (b * blue) + (One / 2)) >> 16;
}
