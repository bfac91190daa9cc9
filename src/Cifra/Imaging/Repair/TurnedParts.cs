namespace Cifra.Imaging.Repair;

/// <summary>Finds parts of a picture that are in negative (bands of rows or columns, rectangles, all of it) and turns them back.</summary>
/// <remarks>
/// Along the rim of a turned part a pixel is unlike its neighbour, but like its neighbour's negative. How much likelier "turned" explains each border between two
/// pixels than "even" is summed over the rims of rectangles; the best rectangle is turned back, and the search goes on. What is then mostly bright is a negative.
/// </remarks>
internal static class TurnedParts
{
    private const int Full = 255;
    private const int MiddleLevel = 127;

    /// <summary>The picture with its turned parts turned back; null where none was found.</summary>
    public static GrayImage? TurnBack(GrayImage picture, RepairOptions options)
    {
        var turned = new GrayImage(picture.Width, picture.Height, picture.Pixels.ToArray());
        bool any = false;
        for (int part = 0; part < options.MostTurnedParts && BestPart(turned, options) is { } box; part++)
        {
            Turn(turned, box);
            any = true;
        }

        if (MostlyBright(turned))
        {
            Turn(turned, new PixelBox(0, 0, turned.Width, turned.Height));
            any = true;
        }

        return any ? turned : null;
    }

    private static bool MostlyBright(GrayImage picture)
    {
        int bright = 0;
        foreach (byte level in picture.Pixels)
        {
            bright += level > MiddleLevel ? 1 : 0;
        }

        return 2 * bright > picture.Pixels.Length;
    }

    private static void Turn(GrayImage picture, PixelBox box)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            foreach (ref byte level in picture.Row(y)[box.X..box.Right])
            {
                level = (byte)(Full - level);
            }
        }
    }

    private static PixelBox? BestPart(GrayImage picture, RepairOptions options)
    {
        var borders = new Borders(picture);
        int threshold = (int)(options.TurnedGain * Full);
        int[] rows = borders.Promising(vertical: false, threshold, options.LeastTurnedSide);
        int[] columns = borders.Promising(vertical: true, threshold, options.LeastTurnedSide);
        double best = 0;
        PixelBox? part = null;
        foreach ((int top, int bottom) in Pairs(rows, picture.Height, options.LeastTurnedSide))
        {
            foreach ((int left, int right) in Pairs(columns, picture.Width, options.LeastTurnedSide))
            {
                int rim = ((top > 0 ? 1 : 0) + (bottom < picture.Height ? 1 : 0)) * (right - left);
                rim += ((left > 0 ? 1 : 0) + (right < picture.Width ? 1 : 0)) * (bottom - top);
                int gain = borders.Row(top, left, right) + borders.Row(bottom, left, right) + borders.Column(left, top, bottom) + borders.Column(right, top, bottom);
                if (rim >= options.LeastTurnedRim && gain > threshold * rim && gain > best)
                {
                    best = gain;
                    part = new PixelBox(left, top, right - left, bottom - top);
                }
            }
        }

        return part;
    }

    private static IEnumerable<(int From, int To)> Pairs(int[] places, int side, int least)
    {
        int[] all = [0, .. places, side];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                if (all[j] - all[i] >= least)
                {
                    yield return (all[i], all[j]);
                }
            }
        }
    }

    /// <summary>The gain of every border between two pixels, as sums along rows and columns.</summary>
    private sealed class Borders
    {
        private readonly int[] _rows;    // [(Height + 1) x (Width + 1)]: sums along the border above row y
        private readonly int[] _columns; // [(Width + 1) x (Height + 1)]: sums along the border left of column x
        private readonly int _width;
        private readonly int _height;

        public Borders(GrayImage picture)
        {
            (_width, _height) = (picture.Width, picture.Height);
            _rows = new int[(_height + 1) * (_width + 1)];
            _columns = new int[(_width + 1) * (_height + 1)];
            for (int y = 1; y < _height; y++)
            {
                for (int x = 0; x < _width; x++)
                {
                    int at = (y * (_width + 1)) + x;
                    _rows[at + 1] = _rows[at] + Gain(picture[x, y - 1], picture[x, y]);
                }
            }

            for (int x = 1; x < _width; x++)
            {
                for (int y = 0; y < _height; y++)
                {
                    int at = (x * (_height + 1)) + y;
                    _columns[at + 1] = _columns[at] + Gain(picture[x - 1, y], picture[x, y]);
                }
            }
        }

        public int Row(int y, int left, int right) => _rows[(y * (_width + 1)) + right] - _rows[(y * (_width + 1)) + left];

        public int Column(int x, int top, int bottom) => _columns[(x * (_height + 1)) + bottom] - _columns[(x * (_height + 1)) + top];

        // Borders with a run somewhere that is good enough for a side: all others are none of a rectangle's.
        public int[] Promising(bool vertical, int threshold, int run)
        {
            int across = vertical ? _height : _width;
            int count = vertical ? _width : _height;
            return [.. Enumerable.Range(1, Math.Max(0, count - 1)).Where(place => Enumerable.Range(0, Math.Max(0, across - run + 1)).Any(from =>
                (vertical ? Column(place, from, from + run) : Row(place, from, from + run)) > threshold * run))];
        }

        private static int Gain(int one, int other) => Math.Abs(one - other) - Math.Abs(one - (Full - other));
    }
}
