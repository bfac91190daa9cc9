namespace Cifra.Imaging.Digits;

/// <summary>Joins the parts of broken digits: the loose bar of a 5, the two strokes of a 4, the halves of an 8.</summary>
internal static class DigitGrouping
{
    /// <summary>The digits, each of one part or more, in the order of their leftmost parts.</summary>
    /// <param name="parts">What may be a digit or a part of one.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<DigitInk> Group(DigitParts parts, DigitIsolationOptions? options = null)
    {
        options ??= DigitIsolationOptions.Default;
        Component[] all = [.. parts.All.OrderBy(part => part.Box.X).ThenBy(part => part.Box.Y)];
        var sets = new UnionFind(all.Length);
        PixelBox[] boxes = [.. all.Select(part => part.Box)];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length && all[j].Box.X < all[i].Box.Right; j++)
            {
                PixelBox a = boxes[sets.Root(i)];
                PixelBox b = boxes[sets.Root(j)];
                if (sets.Root(i) != sets.Root(j) && BelongTogether(a, b, parts.DigitHeight, options))
                {
                    sets.Join(i, j);
                    boxes[sets.Root(i)] = a.Union(b);
                }
            }
        }

        return [.. all.Select((part, i) => (part, Root: sets.Root(i))).GroupBy(pair => pair.Root, pair => pair.part).Select(Collect)];
    }

    /// <summary>Whether two boxes may be parts of one digit: one above the other, close, and together not too high.</summary>
    internal static bool BelongTogether(PixelBox a, PixelBox b, int digitHeight, DigitIsolationOptions options)
    {
        int common = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        int apart = Math.Max(a.Y, b.Y) - Math.Min(a.Bottom, b.Bottom);
        return common >= options.MinCommonWidth * Math.Min(a.Width, b.Width)
            && apart <= options.MaxBreak * digitHeight
            && a.Union(b).Height <= (apart < 0 ? options.MaxJoinedHeightOverlapping : options.MaxJoinedHeight) * digitHeight;
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
