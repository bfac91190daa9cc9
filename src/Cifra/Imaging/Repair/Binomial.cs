namespace Cifra.Imaging.Repair;

/// <summary>Smooths with the weights 1 2 1 along rows and columns, once or more; past the picture's edge its last pixel goes on.</summary>
/// <remarks>n passes come close to a Gaussian of deviation √(n/2), in whole numbers.</remarks>
internal static class Binomial
{
    /// <summary>The smoothed picture.</summary>
    public static GrayImage Smooth(GrayImage picture, int passes)
    {
        GrayImage from = picture;
        for (int pass = 0; pass < passes; pass++)
        {
            var to = new GrayImage(picture.Width, picture.Height);
            for (int y = 0; y < to.Height; y++)
            {
                ReadOnlySpan<byte> above = from.Row(Math.Max(0, y - 1));
                ReadOnlySpan<byte> own = from.Row(y);
                ReadOnlySpan<byte> below = from.Row(Math.Min(to.Height - 1, y + 1));
                for (int x = 0; x < to.Width; x++)
                {
                    int left = Math.Max(0, x - 1);
                    int right = Math.Min(to.Width - 1, x + 1);
                    int sum = Column(above, own, below, left) + (2 * Column(above, own, below, x)) + Column(above, own, below, right);
                    to[x, y] = (byte)((sum + 8) / 16);
                }
            }

            from = to;
        }

        return from;
    }

    private static int Column(ReadOnlySpan<byte> above, ReadOnlySpan<byte> own, ReadOnlySpan<byte> below, int x) => above[x] + (2 * own[x]) + below[x];
}
