using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Lines under each other that belong together: an address, the sender's, what is stamped over a stamp.</summary>
internal sealed class AddressBlock
{
    /// <summary>Lines of a block lie at most so many heights apart.</summary>
    private const double WidestGap = 1.6;

    /// <summary>They have this share of the shorter one's length in common.</summary>
    private const double CommonWidth = 0.3;

    /// <summary>And differ by this factor in height at most.</summary>
    private const double MostUnlike = 2;

    private AddressBlock(IReadOnlyList<WritingLine> lines)
    {
        Lines = lines;
        Box = lines.Aggregate(default(PixelBox), (box, line) => box.Union(line.Box));
    }

    /// <summary>The lines, top to bottom.</summary>
    public IReadOnlyList<WritingLine> Lines { get; }

    /// <summary>The box around them.</summary>
    public PixelBox Box { get; }

    /// <summary>How much is written in it: the length of its lines in their heights.</summary>
    public double Length => Lines.Sum(line => line.Box.Width / line.Height);

    /// <summary>Puts lines into blocks.</summary>
    /// <param name="lines">Top to bottom.</param>
    public static IReadOnlyList<AddressBlock> Find(IReadOnlyList<WritingLine> lines)
    {
        var sets = new UnionFind(lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            for (int j = i + 1; j < lines.Count; j++)
            {
                if (BelongTogether(lines[i], lines[j]))
                {
                    sets.Join(i, j);
                }
            }
        }

        return [.. Enumerable.Range(0, lines.Count).GroupBy(sets.Root, i => lines[i]).Select(block => new AddressBlock([.. block]))];
    }

    private static bool BelongTogether(WritingLine upper, WritingLine lower)
    {
        double height = Math.Max(upper.Height, lower.Height);
        int gap = lower.Box.Y - upper.Box.Bottom;
        int common = Math.Min(upper.Box.Right, lower.Box.Right) - Math.Max(upper.Box.X, lower.Box.X);
        return gap <= WidestGap * height
            && height <= MostUnlike * Math.Min(upper.Height, lower.Height)
            && common >= CommonWidth * Math.Min(upper.Box.Width, lower.Box.Width);
    }
}
