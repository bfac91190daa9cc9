using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>A picture at full, half, quarter size and so on, each made on first use. Lets parts of a large picture be shrunk without skipping pixels.</summary>
/// <remarks>Belongs to one thread at a time.</remarks>
internal sealed class PicturePyramid(GrayImage picture)
{
    private const int Smallest = 64; // shorter side of the smallest level, in pixels
    private readonly List<GrayImage> _levels = [picture];

    /// <summary>Width of the picture.</summary>
    public int Width => picture.Width;

    /// <summary>Its height.</summary>
    public int Height => picture.Height;

    /// <summary>A sampler of the level that suits a drawing of which one pixel covers <paramref name="covered"/> pixels of the picture each way.</summary>
    public Sampler For(double covered)
    {
        int level = 0;
        for (; covered > 1.5; covered /= 2)
        {
            if (level + 1 == _levels.Count)
            {
                GrayImage last = _levels[^1];
                if (Math.Min(last.Width, last.Height) < 2 * Smallest)
                {
                    break;
                }

                _levels.Add(Resample.Area(last, last.Width / 2, last.Height / 2));
            }

            level++;
        }

        GrayImage chosen = _levels[level];
        return new Sampler(chosen, (double)chosen.Width / picture.Width, (double)chosen.Height / picture.Height);
    }

    /// <summary>Samples a smaller version of a picture by coordinates of the full one.</summary>
    internal readonly record struct Sampler(GrayImage Picture, double ScaleX, double ScaleY)
    {
        /// <summary>The grey level at a point; beyond the edge, that of the edge.</summary>
        public double Level(PicturePoint place) => Warp.Level(Picture, new PicturePoint(place.X * ScaleX, place.Y * ScaleY));
    }
}
