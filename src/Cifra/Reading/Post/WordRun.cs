using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Words of a line that follow one another and may be a postcode together.</summary>
/// <param name="Line">The line.</param>
/// <param name="First">Its first part among the line's.</param>
/// <param name="Count">How many parts it has.</param>
/// <param name="Outside">The lesser of the gaps before and after it, in heights of the line; <see cref="Open"/> where it begins and ends the line.</param>
/// <param name="Inside">The widest gap in it, in heights; 0 where there is none.</param>
internal sealed record WordRun(WritingLine Line, int First, int Count, double Outside, double Inside)
{
    /// <summary>A gap that is as good as the end of a line, in heights.</summary>
    public const double Open = 1.5;

    /// <summary>A gap from here on may part two words, in heights of the line.</summary>
    private const double WordGap = 0.2;

    /// <summary>A postcode is no narrower than this, in heights: four narrow digits.</summary>
    private const double Narrowest = 1.1;

    /// <summary>And no wider: nine digits apart from each other.</summary>
    private const double Widest = 12;

    /// <summary>A postcode of nine digits, each broken, has no more parts.</summary>
    private const int MostParts = 18;

    /// <summary>So many bars in a row are a piece of a bar code, and no row of ones.</summary>
    private const int LeastBars = 5;

    /// <summary>Its parts.</summary>
    public IEnumerable<Component> Parts => Line.Parts.Skip(First).Take(Count);

    /// <summary>The box around them.</summary>
    public PixelBox Box { get; } = Line.Parts.Skip(First).Take(Count).Aggregate(default(PixelBox), (box, part) => box.Union(part.Box));

    /// <summary>Whether the line begins with it.</summary>
    public bool BeginsLine => First == 0;

    /// <summary>Whether the line ends with it.</summary>
    public bool EndsLine => First + Count == Line.Parts.Count;

    /// <summary>Every run of a line that has the shape of a postcode.</summary>
    public static IEnumerable<WordRun> Of(WritingLine line)
    {
        double[] gaps = Gaps(line);
        int[] begins = [.. Enumerable.Range(0, line.Parts.Count).Where(i => gaps[i] >= WordGap)];
        foreach (int first in begins)
        {
            double inside = 0;
            for (int end = first + 1; end <= line.Parts.Count && end - first <= MostParts; end++)
            {
                if (gaps[end] >= WordGap)
                {
                    var run = new WordRun(line, first, end - first, Math.Min(gaps[first], gaps[end]), inside);
                    double width = run.Box.Width / line.Height;
                    if (width > Widest)
                    {
                        break;
                    }

                    if (width >= Narrowest && !(run.Count >= LeastBars && Bars.Are([.. run.Parts])))
                    {
                        yield return run;
                    }
                }

                inside = Math.Max(inside, gaps[end]);
            }
        }
    }

    // [parts + 1] the gap before each part, and the one after the last.
    private static double[] Gaps(WritingLine line)
    {
        double[] gaps = new double[line.Parts.Count + 1];
        gaps[0] = gaps[^1] = Open;
        int right = line.Parts[0].Box.Right;
        for (int i = 1; i < line.Parts.Count; i++)
        {
            gaps[i] = Math.Min(Open, (line.Parts[i].Box.X - right) / line.Height);
            right = Math.Max(right, line.Parts[i].Box.Right);
        }

        return gaps;
    }
}
