namespace Cifra.Imaging.Ink;

/// <summary>Clears remains of paper, shadow and dust in a picture of ink.</summary>
internal static class InkCleaner
{
    /// <summary>Clears, in place, every connected patch that reaches <paramref name="strokeLevel"/> nowhere.</summary>
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
