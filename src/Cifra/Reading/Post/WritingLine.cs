using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>A line of writing, letters and digits: its parts from left to right.</summary>
internal sealed class WritingLine
{
    /// <summary>
    /// Letters and digits of one hand differ in height, so a part is compared with the mean of the last three; words are further apart than digits, but
    /// another column of an address is further still. Set by hand on composed envelopes.
    /// </summary>
    private static readonly LineFinderOptions Options = new() { MeanOfEnd = true, WidestGap = 3.5, GapOfTaller = true, MostUnlike = 4 };

    /// <summary>A line with so many bars is a bar code.</summary>
    private const int LeastBars = 16;

    private WritingLine(IReadOnlyList<Component> parts)
    {
        Parts = parts;
        Box = parts.Aggregate(default(PixelBox), (box, part) => box.Union(part.Box));
        Height = parts.Select(part => part.Box.Height).Order().ElementAt(parts.Count / 2);
    }

    /// <summary>The parts, left to right by where they begin.</summary>
    public IReadOnlyList<Component> Parts { get; }

    /// <summary>The box around all of it.</summary>
    public PixelBox Box { get; }

    /// <summary>Height of its usual part.</summary>
    public double Height { get; }

    /// <summary>Whether it is the bars of a code for machines: many, narrow, evenly spaced.</summary>
    public bool IsBarcode => Parts.Count >= LeastBars && Bars.Are(Parts);

    /// <summary>All lines, from top to bottom by their middle.</summary>
    public static IReadOnlyList<WritingLine> Find(IReadOnlyList<Component> parts) =>
        [.. LineFinder.Lines(parts, part => part.Box, Options).Select(line => new WritingLine(line)).OrderBy(line => line.Box.Y + (line.Box.Height / 2.0))];
}
