using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>A line of writing: its parts from left to right, letters as well as digits.</summary>
internal sealed class WritingLine
{
    private readonly WritingOptions _options;

    private WritingLine(IReadOnlyList<Component> parts, WritingOptions options)
    {
        _options = options;
        Parts = parts;
        Box = parts.Aggregate(default(PixelBox), (box, part) => box.Union(part.Box));
        Height = parts.Select(part => part.Box.Height).Order().ElementAt(parts.Count / 2);
    }

    /// <summary>The parts, by their left edges.</summary>
    public IReadOnlyList<Component> Parts { get; }

    /// <summary>The box around all of it.</summary>
    public PixelBox Box { get; }

    /// <summary>Median height of its parts, in pixels.</summary>
    public double Height { get; }

    /// <summary>Whether it is a bar code: many parts, narrow and at even distances.</summary>
    public bool IsBarcode => Parts.Count >= _options.MinBarsOfLine && BarcodeDetector.IsBarcode(Parts, _options);

    /// <summary>The lines of a page, from top to bottom by the middle of their boxes.</summary>
    /// <param name="parts">The page's parts, in any order.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static IReadOnlyList<WritingLine> Find(IReadOnlyList<Component> parts, WritingOptions? options = null)
    {
        options ??= WritingOptions.Default;
        return [.. LineFinder.Lines(parts, part => part.Box, options.Lines)
            .Select(line => new WritingLine(line, options))
            .OrderBy(line => line.Box.Y + (line.Box.Height / 2.0))];
    }
}
