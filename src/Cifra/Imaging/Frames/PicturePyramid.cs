using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>A picture and its halves, quarters and so on, each made when it is first asked for: small parts of a large picture are drawn anew without skipping pixels.</summary>
internal sealed class PicturePyramid(GrayImage picture)
{
    private const int Smallest = 64;
    private readonly List<GrayImage> _levels = [picture];

    /// <summary>Width of the picture.</summary>
    public int Width => picture.Width;

    /// <summary>Its height.</summary>
    public int Height => picture.Height;

    /// <summary>The level of the picture at a place, for a drawing whose pixel covers <paramref name="covered"/> of the picture's each way.</summary>
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

    /// <summary>Takes levels of a picture at places of the full one.</summary>
    internal readonly record struct Sampler(GrayImage Picture, double ScaleX, double ScaleY)
    {
        /// <summary>The level at a place, the edge's beyond the edge.</summary>
        public double Level(PicturePoint place) => Warp.Level(Picture, new PicturePoint(place.X * ScaleX, place.Y * ScaleY));
    }
}
