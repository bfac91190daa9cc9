using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

/// <summary>Straight strokes and filled shapes, drawn where a test wants them.</summary>
internal static class Drawing
{
    /// <summary>A stroke: every pixel whose middle is within half a thickness of the line between two places.</summary>
    public static void Stroke(GrayImage picture, double x0, double y0, double x1, double y1, double thickness, byte level)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                if (Distance(x + 0.5, y + 0.5, x0, y0, x1, y1) <= thickness / 2)
                {
                    picture[x, y] = level;
                }
            }
        }
    }

    /// <summary>A ring: every pixel whose middle is within half a thickness of the circle.</summary>
    public static void Ring(GrayImage picture, double centreX, double centreY, double radius, double thickness, byte level)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                double fromCentre = new PicturePoint(x + 0.5, y + 0.5).DistanceTo(new PicturePoint(centreX, centreY));
                if (Math.Abs(fromCentre - radius) <= thickness / 2)
                {
                    picture[x, y] = level;
                }
            }
        }
    }

    /// <summary>A sheet of one level inside a quadrilateral whose corners go clockwise.</summary>
    public static void Sheet(GrayImage picture, Quadrilateral sheet, byte level)
    {
        PicturePoint[] corners = sheet.Corners;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                bool inside = true;
                for (int i = 0; i < 4; i++)
                {
                    PicturePoint from = corners[i];
                    PicturePoint to = corners[(i + 1) % 4];
                    inside &= ((to.X - from.X) * (y + 0.5 - from.Y)) - ((to.Y - from.Y) * (x + 0.5 - from.X)) >= 0;
                }

                if (inside)
                {
                    picture[x, y] = level;
                }
            }
        }
    }

    /// <summary>Grain of a deviation, and light that falls off to the right by a share.</summary>
    public static void Light(GrayImage picture, double fall, double grain, long seed)
    {
        var random = new SeededRandom(seed);
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                picture[x, y] = (byte)Math.Clamp((picture[x, y] * (1 - (fall * x / picture.Width))) + (grain * random.NextGaussian()), 0, 255);
            }
        }
    }

    private static double Distance(double x, double y, double x0, double y0, double x1, double y1)
    {
        double length = ((x1 - x0) * (x1 - x0)) + ((y1 - y0) * (y1 - y0));
        double along = length == 0 ? 0 : Math.Clamp((((x - x0) * (x1 - x0)) + ((y - y0) * (y1 - y0))) / length, 0, 1);
        return new PicturePoint(x, y).DistanceTo(new PicturePoint(x0, y0).Towards(new PicturePoint(x1, y1), along));
    }
}
