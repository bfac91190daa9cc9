using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

/// <summary>Small pictures for tests: drawn as text, or random.</summary>
internal static class Pictures
{
    /// <summary>A picture of 0 and 255 from rows of text: a dot or a blank is 0, anything else 255.</summary>
    public static GrayImage FromText(params ReadOnlySpan<string> rows)
    {
        var picture = new GrayImage(rows[0].Length, rows.Length);
        for (int y = 0; y < rows.Length; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
            {
                picture[x, y] = (byte)(rows[y][x] is '.' or ' ' ? 0 : 255);
            }
        }

        return picture;
    }

    /// <summary>Independent levels, each as likely as any other.</summary>
    public static GrayImage Noise(int width, int height, SeededRandom random)
    {
        var picture = new GrayImage(width, height);
        random.NextBytes(picture.Pixels);
        return picture;
    }

    /// <summary>One level all over.</summary>
    public static GrayImage Flat(int width, int height, byte level)
    {
        var picture = new GrayImage(width, height);
        picture.Pixels.Fill(level);
        return picture;
    }

    /// <summary>The negative.</summary>
    public static GrayImage Negative(GrayImage picture)
    {
        byte[] pixels = picture.Pixels.ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(255 - pixels[i]);
        }

        return new GrayImage(picture.Width, picture.Height, pixels);
    }

    /// <summary>A picture of any content and size up to 60x60, the odd one long and thin.</summary>
    public static GrayImage Any(SeededRandom random)
    {
        int width = random.Next(4) == 0 ? 1 + random.Next(3) : 1 + random.Next(60);
        int height = random.Next(4) == 0 ? 1 + random.Next(3) : 1 + random.Next(60);
        GrayImage picture = Noise(width, height, random);
        switch (random.Next(4))
        {
            case 0:
                return picture;
            case 1:
                return Flat(width, height, (byte)random.Next(256));
            case 2: // two levels, few of one of them
                byte share = (byte)random.Next(256);
                foreach (ref byte pixel in picture.Pixels)
                {
                    pixel = (byte)(pixel < share ? 30 : 220);
                }

                return picture;
            default: // a bar on a slope
                int from = random.Next(width);
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        picture[x, y] = (byte)((x >= from && x < from + 3 ? 20 : 120) + ((x + y) % 100));
                    }
                }

                return picture;
        }
    }

    /// <summary>The sum of all levels.</summary>
    public static long Sum(GrayImage picture)
    {
        long sum = 0;
        foreach (byte pixel in picture.Pixels)
        {
            sum += pixel;
        }

        return sum;
    }
}
