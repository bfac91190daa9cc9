namespace Cifra.Imaging;

/// <summary>Median filter: each pixel becomes the median of the 5x5 square around it. At the picture's edge the square is cut off.</summary>
/// <remarks>
/// The square's levels are counted; from one pixel to the next a column leaves the counts and a column enters: Huang, Yang and Tang 1979, "A fast
/// two-dimensional median filtering algorithm". Of an even number of levels the upper of the two middle ones is taken.
/// </remarks>
internal static class MedianFilter
{
    private const int Radius = 2;

    /// <summary>The filtered picture.</summary>
    public static GrayImage Apply(GrayImage picture)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        var square = new Square();
        for (int y = 0; y < picture.Height; y++)
        {
            square.Clear();
            int top = Math.Max(0, y - Radius);
            int bottom = Math.Min(picture.Height - 1, y + Radius);
            for (int x = 0; x < Math.Min(Radius, picture.Width); x++)
            {
                square.Enter(picture, x, top, bottom);
            }

            Span<byte> to = result.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                if (x + Radius < picture.Width)
                {
                    square.Enter(picture, x + Radius, top, bottom);
                }

                if (x > Radius)
                {
                    square.Leave(picture, x - Radius - 1, top, bottom);
                }

                to[x] = square.Median();
            }
        }

        return result;
    }

    private sealed class Square
    {
        private readonly int[] _counts = new int[256];
        private int _count;
        private int _median; // the last median; the next one is near
        private int _below;  // number of pixels below it

        public void Clear()
        {
            Array.Clear(_counts);
            _count = 0;
            _below = 0;
        }

        public void Enter(GrayImage picture, int x, int top, int bottom)
        {
            for (int y = top; y <= bottom; y++)
            {
                int level = picture.Pixels[(y * picture.Width) + x];
                _counts[level]++;
                _below += level < _median ? 1 : 0;
            }

            _count += bottom - top + 1;
        }

        public void Leave(GrayImage picture, int x, int top, int bottom)
        {
            for (int y = top; y <= bottom; y++)
            {
                int level = picture.Pixels[(y * picture.Width) + x];
                _counts[level]--;
                _below -= level < _median ? 1 : 0;
            }

            _count -= bottom - top + 1;
        }

        public byte Median()
        {
            int rank = _count / 2;
            while (_below > rank)
            {
                _median--;
                _below -= _counts[_median];
            }

            while (_below + _counts[_median] <= rank)
            {
                _below += _counts[_median];
                _median++;
            }

            return (byte)_median;
        }
    }
}
