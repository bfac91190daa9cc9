namespace Cifra.Imaging.Ink;

/// <summary>Clears what is left of paper, shadow and dust in a picture of ink.</summary>
internal static class InkCleaner
{
    /// <summary>A stroke somewhere reaches this level; what stays below it from end to end is haze.</summary>
    private const byte StrokeLevel = 112;

    /// <summary>Clears, in place, every connected patch that is nowhere dark enough for a stroke.</summary>
    public static void RemoveHaze(GrayImage ink) => RemoveHaze(ink, StrokeLevel);

    /// <summary>Clears, in place, every connected patch that nowhere reaches a level.</summary>
    public static void RemoveHaze(GrayImage ink, byte strokeLevel)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink);
        Span<byte> pixels = ink.Pixels;
        for (int i = 0; i < pixels.Length; i++)
        {
            int label = components.Labels[i];
            if (label > 0 && components.All[label - 1].Darkest < strokeLevel)
            {
                pixels[i] = 0;
            }
        }
    }
}
