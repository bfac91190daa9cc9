using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>A line of writing: its parts from left to right, letters as well as digits.</summary>
internal sealed class WritingLine
{
    private readonly WritingOptions _options;
    private readonly List<Component> _parts = [];

    private WritingLine(WritingOptions options) => _options = options;

    /// <summary>The parts, by their left edges.</summary>
    public IReadOnlyList<Component> Parts => _parts;

    /// <summary>The box around all of it.</summary>
    public PixelBox Box { get; private set; }

    /// <summary>Median height of its parts, in pixels.</summary>
    public double Height { get; private set; }

    /// <summary>Whether it is a bar code: many parts, narrow and at even distances.</summary>
    public bool IsBarcode => _parts.Count >= _options.MinBarsOfLine && BarcodeDetector.IsBarcode(_parts, _options);

    /// <summary>The lines of a page, from top to bottom by the middle of their boxes.</summary>
    /// <param name="parts">The page's parts, in any order. From left to right, each joins the line whose end shares most of its height.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static IReadOnlyList<WritingLine> Find(IReadOnlyList<Component> parts, WritingOptions? options = null)
    {
        options ??= WritingOptions.Default;
        List<WritingLine> lines = [];
        foreach (Component part in parts.OrderBy(part => part.Box.X).ThenBy(part => part.Box.Y))
        {
            WritingLine? best = lines.Where(line => line.Overlap(part.Box) >= options.CommonHeight).MaxBy(line => line.Overlap(part.Box));
            if (best is null)
            {
                best = new WritingLine(options);
                lines.Add(best);
            }

            best.Add(part);
        }

        return [.. lines.OrderBy(line => line.Box.Y + (line.Box.Height / 2.0))];
    }

    // The part of the lower one's height that the box and the line's end have in common; 0 if the box is too far away, too tall or too low.
    private double Overlap(PixelBox box)
    {
        double ratio = _options.MaxHeightRatioInLine;
        if (box.X - Box.Right > _options.MaxGapInLine * Math.Max(Height, box.Height) || box.Height > ratio * Height || Height > ratio * box.Height)
        {
            return 0;
        }

        IEnumerable<PixelBox> last = _parts.TakeLast(_options.PartsAtEnd).Select(part => part.Box);
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
