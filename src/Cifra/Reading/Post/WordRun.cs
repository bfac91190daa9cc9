using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Consecutive words of a line that may be a postcode together.</summary>
/// <param name="Line">The line.</param>
/// <param name="First">Index of its first part among the line's parts.</param>
/// <param name="Count">Number of its parts.</param>
/// <param name="Outside">The narrower of the gaps before and after it, in heights of the line, at most <see cref="PostcodeOptions.OpenGap"/>.</param>
/// <param name="Inside">The widest gap in it, in heights of the line; 0 if it has none.</param>
internal sealed record WordRun(WritingLine Line, int First, int Count, double Outside, double Inside)
{
    /// <summary>Its parts.</summary>
    public IEnumerable<Component> Parts => Line.Parts.Skip(First).Take(Count);

    /// <summary>The box around them.</summary>
    public PixelBox Box { get; } = Line.Parts.Skip(First).Take(Count).Aggregate(default(PixelBox), (box, part) => box.Union(part.Box));

    /// <summary>Whether the line begins with it.</summary>
    public bool BeginsLine => First == 0;

    /// <summary>Whether the line ends with it.</summary>
    public bool EndsLine => First + Count == Line.Parts.Count;

    /// <summary>Every run of a line that has the width of a postcode and is no piece of a bar code.</summary>
    /// <param name="line">The line; it has a part.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static IEnumerable<WordRun> Of(WritingLine line, PostcodeOptions? options = null)
    {
        options ??= PostcodeOptions.Default;
        double[] gaps = Gaps(line, options.OpenGap);
        int[] begins = [.. Enumerable.Range(0, line.Parts.Count).Where(i => gaps[i] >= options.MinWordGap)];
        foreach (int first in begins)
        {
            double inside = 0;
            for (int end = first + 1; end <= line.Parts.Count && end - first <= options.MaxParts; end++)
            {
                if (gaps[end] >= options.MinWordGap)
                {
                    var run = new WordRun(line, first, end - first, Math.Min(gaps[first], gaps[end]), inside);
                    double width = run.Box.Width / line.Height;
                    if (width > options.MaxWidth)
                    {
                        break;
                    }

                    if (width >= options.MinWidth && !(run.Count >= WritingOptions.Default.MinBarsOfRun && BarcodeDetector.IsBarcode([.. run.Parts])))
                    {
                        yield return run;
                    }
                }

                inside = Math.Max(inside, gaps[end]);
            }
        }
    }

    // [parts + 1] the gap before each part, and the one after the last part. The ends of the line count as open gaps.
    private static double[] Gaps(WritingLine line, double open)
    {
        double[] gaps = new double[line.Parts.Count + 1];
        gaps[0] = gaps[^1] = open;
        int right = line.Parts[0].Box.Right;
        for (int i = 1; i < line.Parts.Count; i++)
        {
            gaps[i] = Math.Min(open, (line.Parts[i].Box.X - right) / line.Height);
            right = Math.Max(right, line.Parts[i].Box.Right);
        }

        return gaps;
    }
}
