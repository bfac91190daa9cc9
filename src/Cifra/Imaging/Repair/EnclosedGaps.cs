namespace Cifra.Imaging.Repair;

/// <summary>Measures narrow gaps that ink encloses: the inside of a stroke of which only the rim was drawn.</summary>
internal static class EnclosedGaps
{
    /// <summary>Pixels darker than a level that ink encloses and that a 3x3 closing fills, as a share of the pixels from that level upwards.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="level">The faintest level that encloses.</param>
    public static double Share(GrayImage ink, byte level)
    {
        bool[] outside = Outside(ink, level);
        GrayImage filled = StrokeShape.Fill(ink, StrokeShape.Three);
        int gaps = 0;
        int strokes = 0;
        for (int i = 0; i < outside.Length; i++)
        {
            bool isInk = ink.Pixels[i] >= level;
            strokes += isInk ? 1 : 0;
            gaps += !isInk && !outside[i] && filled.Pixels[i] >= level ? 1 : 0;
        }

        return (double)gaps / Math.Max(1, strokes);
    }

    // What can be reached from the border over dark pixels and their four neighbours.
    private static bool[] Outside(GrayImage ink, byte level)
    {
        bool[] outside = new bool[ink.Pixels.Length];
        var open = new Stack<(int X, int Y)>();
        void Visit(int x, int y)
        {
            if ((uint)x < (uint)ink.Width && (uint)y < (uint)ink.Height && !outside[(y * ink.Width) + x] && ink[x, y] < level)
            {
                outside[(y * ink.Width) + x] = true;
                open.Push((x, y));
            }
        }

        for (int x = 0; x < ink.Width; x++)
        {
            Visit(x, 0);
            Visit(x, ink.Height - 1);
        }

        for (int y = 0; y < ink.Height; y++)
        {
            Visit(0, y);
            Visit(ink.Width - 1, y);
        }

        while (open.TryPop(out (int X, int Y) at))
        {
            Visit(at.X - 1, at.Y);
            Visit(at.X + 1, at.Y);
            Visit(at.X, at.Y - 1);
            Visit(at.X, at.Y + 1);
        }

        return outside;
    }
}
