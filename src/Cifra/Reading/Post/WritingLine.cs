using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>A line of writing, letters and digits: its parts from left to right.</summary>
internal sealed class WritingLine
{
    /// <summary>Two parts are beside each other if this share of the lower one's height is common.</summary>
    private const double CommonHeight = 0.4;

    /// <summary>What follows further off than this many heights begins another line.</summary>
    private const double WidestGap = 3.5;

    /// <summary>Parts of one line differ by this factor in height at most.</summary>
    private const double MostUnlike = 4;

    /// <summary>So many parts at the end say where the line is there; it may slope.</summary>
    private const int Last = 3;

    /// <summary>A line with so many bars is a bar code.</summary>
    private const int LeastBars = 16;

    private readonly List<Component> _parts = [];

    /// <summary>The parts, left to right by where they begin.</summary>
    public IReadOnlyList<Component> Parts => _parts;

    /// <summary>The box around all of it.</summary>
    public PixelBox Box { get; private set; }

    /// <summary>Height of its usual part.</summary>
    public double Height { get; private set; }

    /// <summary>Whether it is the bars of a code for machines: many, narrow, evenly spaced.</summary>
    public bool IsBarcode => _parts.Count >= LeastBars && Bars.Are(_parts);

    /// <summary>All lines, from top to bottom by their middle.</summary>
    public static IReadOnlyList<WritingLine> Find(IReadOnlyList<Component> parts)
    {
        List<WritingLine> lines = [];
        foreach (Component part in parts.OrderBy(part => part.Box.X).ThenBy(part => part.Box.Y))
        {
            WritingLine? best = lines.Where(line => line.Beside(part.Box) >= CommonHeight).MaxBy(line => line.Beside(part.Box));
            if (best is null)
            {
                best = new WritingLine();
                lines.Add(best);
            }

            best.Add(part);
        }

        return [.. lines.OrderBy(line => line.Box.Y + (line.Box.Height / 2.0))];
    }

    // The share of the lower one's height that the box and the line's end have in common; 0 where the box is out of reach.
    private double Beside(PixelBox box)
    {
        if (box.X - Box.Right > WidestGap * Math.Max(Height, box.Height) || box.Height > MostUnlike * Height || Height > MostUnlike * box.Height)
        {
            return 0;
        }

        IEnumerable<PixelBox> last = _parts.TakeLast(Last).Select(part => part.Box);
        double top = last.Average(part => part.Y);
        double bottom = last.Average(part => part.Bottom);
        return (Math.Min(bottom, box.Bottom) - Math.Max(top, box.Y)) / Math.Min(bottom - top, box.Height);
    }

    private void Add(Component part)
    {
        _parts.Add(part);
        Box = Box.Union(part.Box);
        int[] heights = [.. _parts.Select(one => one.Box.Height).Order()];
        Height = heights[heights.Length / 2];
    }
}
