using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Lines of similar height below each other: an address, a sender, the print on a stamp.</summary>
internal sealed class AddressBlock
{
    private AddressBlock(IReadOnlyList<WritingLine> lines)
    {
        Lines = lines;
        Box = lines.Aggregate(default(PixelBox), (box, line) => box.Union(line.Box));
    }

    /// <summary>The lines, top to bottom.</summary>
    public IReadOnlyList<WritingLine> Lines { get; }

    /// <summary>The box around them.</summary>
    public PixelBox Box { get; }

    /// <summary>Groups lines into blocks: two lines that belong together are in one block, directly or through others.</summary>
    /// <param name="lines">Top to bottom.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static IReadOnlyList<AddressBlock> Find(IReadOnlyList<WritingLine> lines, WritingOptions? options = null)
    {
        options ??= WritingOptions.Default;
        var sets = new UnionFind(lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            for (int j = i + 1; j < lines.Count; j++)
            {
                if (BelongTogether(lines[i], lines[j], options))
                {
                    sets.Join(i, j);
                }
            }
        }

        return [.. Enumerable.Range(0, lines.Count).GroupBy(sets.Root, i => lines[i]).Select(block => new AddressBlock([.. block]))];
    }

    private static bool BelongTogether(WritingLine upper, WritingLine lower, WritingOptions options)
    {
        double height = Math.Max(upper.Height, lower.Height);
        int gap = lower.Box.Y - upper.Box.Bottom;
        int common = Math.Min(upper.Box.Right, lower.Box.Right) - Math.Max(upper.Box.X, lower.Box.X);
        return gap <= options.MaxGapInBlock * height
            && height <= options.MaxHeightRatioInBlock * Math.Min(upper.Height, lower.Height)
            && common >= options.CommonWidth * Math.Min(upper.Box.Width, lower.Box.Width);
    }
}
