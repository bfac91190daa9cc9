namespace Cifra.Imaging.Ink;

/// <summary>The three channels of a colour picture as grey pictures, shrunk so that they are judged quickly.</summary>
internal sealed record ChannelPlanes(GrayImage Red, GrayImage Green, GrayImage Blue)
{
    /// <summary>Columns.</summary>
    public int Width => Red.Width;

    /// <summary>Rows.</summary>
    public int Height => Red.Height;

    /// <summary>
    /// The channels of a picture on white paper, shrunk by a whole factor so that the longer side is about <paramref name="longerSide"/> pixels at most.
    /// </summary>
    public static ChannelPlanes Of(ColorImage picture, int longerSide, CancellationCheck? check = null)
    {
        int step = Math.Max(1, (Math.Max(picture.Width, picture.Height) + longerSide - 1) / longerSide);
        int width = Math.Max(1, picture.Width / step);
        int height = Math.Max(1, picture.Height / step);
        var planes = new ChannelPlanes(new GrayImage(width, height), new GrayImage(width, height), new GrayImage(width, height));
        int[] sums = new int[3 * width];
        for (int y = 0; y < height; y++)
        {
            check?.ThrowIfCancelled();
            Array.Clear(sums);
            int rows = Math.Min(step, picture.Height - (y * step));
            int columns = Math.Min(step, picture.Width);
            for (int v = 0; v < rows; v++)
            {
                AddRow(picture.Pixels.Slice(((y * step) + v) * picture.Width * 4, picture.Width * 4), sums, columns);
            }

            for (int x = 0; x < width; x++)
            {
                planes.Red.Row(y)[x] = (byte)(sums[3 * x] / (rows * columns));
                planes.Green.Row(y)[x] = (byte)(sums[(3 * x) + 1] / (rows * columns));
                planes.Blue.Row(y)[x] = (byte)(sums[(3 * x) + 2] / (rows * columns));
            }
        }

        return planes;
    }

    /// <summary>The share of the pixels whose channels differ by more than a tolerance.</summary>
    public double ShareOfColour(int tolerance)
    {
        int coloured = 0;
        for (int i = 0; i < Red.Pixels.Length; i++)
        {
            int r = Red.Pixels[i];
            int g = Green.Pixels[i];
            int b = Blue.Pixels[i];
            coloured += Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b)) > tolerance ? 1 : 0;
        }

        return (double)coloured / Red.Pixels.Length;
    }

    /// <summary>The three channels mixed to one grey picture.</summary>
    public GrayImage Mix(GreyMix mix) => mix.Apply(Red, Green, Blue);

    /// <summary>The negative.</summary>
    public ChannelPlanes Inverted() => Each(Morphology.Invert);

    /// <summary>Applies a function to each channel.</summary>
    public ChannelPlanes Each(Func<GrayImage, GrayImage> change) => new(change(Red), change(Green), change(Blue));

    private static void AddRow(ReadOnlySpan<byte> row, Span<int> sums, int step)
    {
        for (int x = 0; x < sums.Length / 3; x++)
        {
            for (int u = 0; u < step; u++)
            {
                ReadOnlySpan<byte> pixel = row.Slice(((x * step) + u) * 4, 4);
                int alpha = pixel[3];
                for (int c = 0; c < 3; c++)
                {
                    sums[(3 * x) + c] += alpha == 255 ? pixel[c] : ((pixel[c] * alpha) + (255 * (255 - alpha)) + 127) / 255;
                }
            }
        }
    }
}
