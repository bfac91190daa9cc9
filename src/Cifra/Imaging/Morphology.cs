namespace Cifra.Imaging;

/// <summary>Grey-level morphology with a square window.</summary>
/// <remarks>
/// Running maxima by van Herk 1992 and Gil and Werman 1993: two passes over blocks as long as the window, so the cost of a pixel does not depend on the window.
/// At the picture's edge the window is cut off.
/// </remarks>
internal static class Morphology
{
    /// <summary>Closing: fills what is darker than its surroundings and narrower than the window. Leaves the paper without its dark strokes.</summary>
    public static GrayImage Close(GrayImage picture, int radius) => Erode(Dilate(picture, radius), radius);

    /// <summary>Each pixel becomes the brightest of the square around it.</summary>
    public static GrayImage Dilate(GrayImage picture, int radius)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        var line = new RunningMaximum(Math.Max(picture.Width, picture.Height), radius);
        for (int y = 0; y < picture.Height; y++)
        {
            line.Apply(picture.Row(y), result.Row(y));
        }

        byte[] column = new byte[picture.Height];
        byte[] changed = new byte[picture.Height];
        for (int x = 0; x < picture.Width; x++)
        {
            for (int y = 0; y < column.Length; y++)
            {
                column[y] = result[x, y];
            }

            line.Apply(column, changed);
            for (int y = 0; y < column.Length; y++)
            {
                result[x, y] = changed[y];
            }
        }

        return result;
    }

    /// <summary>Each pixel becomes the darkest of the square around it.</summary>
    public static GrayImage Erode(GrayImage picture, int radius) => Invert(Dilate(Invert(picture), radius));

    /// <summary>The negative: 255 minus each level.</summary>
    public static GrayImage Invert(GrayImage picture)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        ReadOnlySpan<byte> from = picture.Pixels;
        Span<byte> to = result.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = (byte)(255 - from[i]);
        }

        return result;
    }

    /// <summary>The maximum over 2·radius + 1 neighbours along a line.</summary>
    private sealed class RunningMaximum(int longest, int radius)
    {
        private readonly byte[] _line = new byte[longest + (2 * Math.Min(radius, longest - 1))]; // padding, the line, padding
        private readonly byte[] _forward = new byte[longest + (2 * Math.Min(radius, longest - 1))];  // from the start of its block up to here
        private readonly byte[] _backward = new byte[longest + (2 * Math.Min(radius, longest - 1))]; // from here to the end of its block

        public void Apply(ReadOnlySpan<byte> from, Span<byte> to)
        {
            int reach = Math.Min(radius, from.Length - 1); // a longer reach sees no more
            int block = (2 * reach) + 1;
            int length = from.Length + (2 * reach);
            _line.AsSpan(0, length).Clear();
            from.CopyTo(_line.AsSpan(reach));
            for (int start = 0; start < length; start += block)
            {
                int end = Math.Min(start + block, length);
                byte most = 0;
                for (int i = start; i < end; i++)
                {
                    _forward[i] = most = Math.Max(most, _line[i]);
                }

                most = 0;
                for (int i = end - 1; i >= start; i--)
                {
                    _backward[i] = most = Math.Max(most, _line[i]);
                }
            }

            // A window is as long as a block: it is one block, or the end of one and the beginning of the next.
            for (int i = 0; i < from.Length; i++)
            {
                to[i] = Math.Max(_backward[i], _forward[i + block - 1]);
            }
        }
    }
}
