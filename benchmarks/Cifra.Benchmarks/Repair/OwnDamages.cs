using Cifra.Numerics;

namespace Cifra.Benchmarks.Repair;

/// <summary>Ten damages that the repair was developed with, unlike the card's sixteen; each has a physical cause.</summary>
internal static class OwnDamages
{
    private const int Side = 28;
    private const int Size = Side * Side;
    private const double Middle = 13.5;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new("tint", [40, 90, 140], Tint),
        new("sites", [0.04, 0.1, 0.18], Sites),
        new("panels", [1, 2, 3], Panels),
        new("scratches", [1, 2, 3], Scratches),
        new("drops", [2, 4, 7], Drops),
        new("rims", [0, 1, 2], Rims),
        new("squared", [60, 110, 170], Squared),
        new("ghost", [60, 100, 140], Ghost),
        new("weave", [15, 30, 45], Weave),
        new("fax", [0, 0.15, 0.3], Fax),
    ];

    // Paper that is grey in soft patches. Dial: its mean level.
    private static void Tint(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        (double X, double Y, double Height)[] patches = [.. Enumerable.Range(0, 4)
            .Select(_ => (random.NextDouble() * Side, random.NextDouble() * Side, (double)random.NextGaussian()))];
        double width = 6 + (6 * random.NextDouble());
        for (int i = 0; i < Size; i++)
        {
            double sum = patches.Sum(patch => patch.Height * Math.Exp(-Square(i, patch.X, patch.Y) / (2 * width * width)));
            double paper = Math.Clamp(dial * (1 + (0.5 * sum)), 0, 220);
            to[i] = Level(paper + ((255 - paper) * from[i] / 255));
        }
    }

    // Dead sites of a sensor: single pixels and pairs of any level. Dial: their share.
    private static void Sites(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        from.CopyTo(to);
        for (int i = 0; i < Size; i++)
        {
            bool hit = random.NextDouble() < dial;
            byte level = (byte)random.Next(256);
            bool pair = random.Next(4) == 0;
            if (hit)
            {
                to[i] = level;
                to[i + (pair && i % Side < Side - 1 ? 1 : 0)] = level;
            }
        }
    }

    // Rectangles in negative, half of them from edge to edge. Dial: how many.
    private static void Panels(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        from.CopyTo(to);
        for (int k = 0; k < (int)dial; k++)
        {
            int width = 5 + random.Next(10);
            int height = random.Next(2) == 0 ? Side : 8 + random.Next(12);
            (width, height) = random.Next(2) == 0 ? (height, width) : (width, height);
            int left = random.Next(Side - width + 1);
            int top = random.Next(Side - height + 1);
            for (int y = top; y < top + height; y++)
            {
                foreach (ref byte level in to.Slice((y * Side) + left, width))
                {
                    level = (byte)(255 - level);
                }
            }
        }
    }

    // Scratches: arcs a pixel wide, half of them broken. Dial: how many.
    private static void Scratches(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        from.CopyTo(to);
        for (int k = 0; k < (int)dial; k++)
        {
            double radius = 10 + (40 * random.NextDouble());
            (double sin, double cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            double off = 14 * (random.NextDouble() - 0.5);
            (double x, double y) = (Middle + (cos * (radius + off)), Middle + (sin * (radius + off)));
            bool broken = random.Next(2) == 0;
            double bright = 150 + (105 * random.NextDouble());
            double period = 3 + (3 * random.NextDouble());
            for (int i = 0; i < Size; i++)
            {
                double along = Math.Atan2((i / Side) - y, (i % Side) - x) * radius / period;
                double away = Math.Abs(Math.Sqrt(Square(i, x, y)) - radius);
                bool gap = broken && along - Math.Floor(along) > 0.5;
                to[i] = gap ? to[i] : Math.Max(to[i], Level(bright * Math.Clamp(1.1 - away, 0, 1)));
            }
        }
    }

    // Drops of ink, and some of correction fluid, beside and on the digit. Dial: how many.
    private static void Drops(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        from.CopyTo(to);
        for (int k = 0; k < (int)dial; k++)
        {
            (double x, double y) = (random.NextDouble() * Side, random.NextDouble() * Side);
            double radius = 0.7 + (2.2 * random.NextDouble() * random.NextDouble());
            double level = random.Next(4) == 0 ? 0 : 120 + (135 * random.NextDouble());
            for (int i = 0; i < Size; i++)
            {
                double share = Math.Clamp(radius + 0.5 - Math.Sqrt(Square(i, x, y)), 0, 1);
                to[i] = Level(to[i] + (share * (level - to[i])));
            }
        }
    }

    // Only the rims of strokes, as where toner did not hold inside. Dial: 0 on both sides of the rim, 1 within it, 2 within it and black or white.
    private static void Rims(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        for (int i = 0; i < Size; i++)
        {
            int least = 255;
            int most = 0;
            for (int down = -1; down <= 1; down++)
            {
                for (int right = -1; right <= 1; right++)
                {
                    if (dial != 1 || right == 0 || down == 0)
                    {
                        byte level = At(from, (i % Side) + right, (i / Side) + down);
                        (least, most) = (Math.Min(least, level), Math.Max(most, level));
                    }
                }
            }

            to[i] = (byte)(dial == 0 ? most - least : dial == 1 ? from[i] - least : from[i] > 127 && least <= 127 ? 255 : 0);
        }
    }

    // Squared or dotted paper. Dial: the level of its lines.
    private static void Squared(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int period = 4 + random.Next(4);
        (int across, int down) = (random.Next(period), random.Next(period));
        bool dots = random.Next(3) == 0;
        for (int i = 0; i < Size; i++)
        {
            (bool column, bool row) = (i % Side % period == across, i / Side % period == down);
            to[i] = (byte)Math.Max(from[i], (dots ? column && row : column || row) ? dial : 0);
        }
    }

    // A second, fainter exposure of the same digit, moved. Dial: its level.
    private static void Ghost(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int right = (random.Next(2) == 0 ? -1 : 1) * (2 + random.Next(4));
        int down = random.Next(7) - 3;
        for (int i = 0; i < Size; i++)
        {
            to[i] = Math.Max(from[i], Level(At(from, (i % Side) - right, (i / Side) - down) * dial / 255));
        }
    }

    // Woven texture on grey paper, under ink that is not full. Dial: deviation of the texture.
    private static void Weave(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        const int Stride = 30;
        double[] noise = [.. Enumerable.Range(0, Stride * Stride).Select(_ => (double)random.NextGaussian())];
        double paper = 30 + (80 * random.NextDouble());
        double ink = 255 - (60 * random.NextDouble());
        for (int i = 0; i < Size; i++)
        {
            int at = (i / Side * Stride) + (i % Side);
            double texture = noise[at] + noise[at + 1] + noise[at + Stride] + noise[at + Stride + 1];
            to[i] = Level(paper + ((ink - paper) * from[i] / 255) + (dial * texture / 2));
        }
    }

    // A fax: black and white by a threshold that wavers from row to row. Dial: how far.
    private static void Fax(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        for (int i = 0; i < Size; i++)
        {
            double threshold = 127 * (1 + (dial * random.NextGaussian())) * (i / Side % 2 == 0 ? 1 + dial : 1 - dial);
            to[i] = (byte)(from[i] > threshold ? 255 : 0);
        }
    }

    private static double Square(int pixel, double x, double y)
    {
        double right = (pixel % Side) - x;
        double down = (pixel / Side) - y;
        return (right * right) + (down * down);
    }

    private static byte At(ReadOnlySpan<byte> picture, int x, int y) => x < 0 || y < 0 || x >= Side || y >= Side ? (byte)0 : picture[(y * Side) + x];

    private static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
