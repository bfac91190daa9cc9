namespace Cifra.Imaging.Repair;

/// <summary>Keeps the large connected parts of the ink and clears the small: dust, drops, dots.</summary>
internal static class LargeParts
{
    /// <summary>The picture with only those parts whose ink is not less than a share of the largest part's, with their soft edges.</summary>
    public static GrayImage Keep(GrayImage ink, RepairOptions options)
    {
        ConnectedComponents parts = ConnectedComponents.Find(ink, options.PartLevel);
        if (parts.All.Count < 2)
        {
            return ink;
        }

        long[] amounts = new long[parts.All.Count + 1];
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            amounts[parts.Labels[i]] += parts.Labels[i] == 0 ? 0 : ink.Pixels[i];
        }

        long largest = amounts.Max();
        HashSet<int> kept = [.. parts.All.Select(part => part.Label).Where(label => amounts[label] >= options.LeastPart * largest)];
        return parts.Cut(ink, new PixelBox(0, 0, ink.Width, ink.Height), kept);
    }
}
