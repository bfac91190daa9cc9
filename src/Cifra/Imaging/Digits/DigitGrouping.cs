namespace Cifra.Imaging.Digits;

/// <summary>Joins the parts of broken digits: the loose bar of a 5, the two strokes of a 4, halves of an 8.</summary>
internal static class DigitGrouping
{
    /// <summary>Parts of one digit lie above one another: this share of the narrower one's width is common.</summary>
    private const double CommonWidth = 0.5;

    /// <summary>A digit put together is at most this many times as high as the usual one.</summary>
    private const double TallestDigit = 1.3;

    /// <summary>The same where the parts stand beside one another in some rows: if the only digit is broken, its parts are the usual height.</summary>
    private const double TallestOverlapping = 2;

    /// <summary>Parts of a digit lie at most this part of its height apart.</summary>
    private const double WidestBreak = 0.25;

    /// <summary>Digits: each of one part or more, in the order of their first part.</summary>
    public static List<DigitInk> Group(DigitParts parts)
    {
        Component[] all = [.. parts.All.OrderBy(part => part.Box.X).ThenBy(part => part.Box.Y)];
        var sets = new UnionFind(all.Length);
        PixelBox[] boxes = [.. all.Select(part => part.Box)];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length && all[j].Box.X < all[i].Box.Right; j++)
            {
                PixelBox a = boxes[sets.Root(i)];
                PixelBox b = boxes[sets.Root(j)];
                if (sets.Root(i) != sets.Root(j) && BelongTogether(a, b, parts.DigitHeight))
                {
                    sets.Join(i, j);
                    boxes[sets.Root(i)] = a.Union(b);
                }
            }
        }

        return [.. all.Select((part, i) => (part, Root: sets.Root(i))).GroupBy(pair => pair.Root, pair => pair.part).Select(Collect)];
    }

    private static bool BelongTogether(PixelBox a, PixelBox b, int digitHeight)
    {
        int common = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        int apart = Math.Max(a.Y, b.Y) - Math.Min(a.Bottom, b.Bottom);
        return common >= CommonWidth * Math.Min(a.Width, b.Width)
            && apart <= WidestBreak * digitHeight
            && a.Union(b).Height <= (apart < 0 ? TallestOverlapping : TallestDigit) * digitHeight;
    }

    private static DigitInk Collect(IEnumerable<Component> parts)
    {
        PixelBox box = default;
        int area = 0;
        HashSet<int> labels = [];
        foreach (Component part in parts)
        {
            box = box.Union(part.Box);
            area += part.Area;
            labels.Add(part.Label);
        }

        return new DigitInk(box, area, labels);
    }
}
