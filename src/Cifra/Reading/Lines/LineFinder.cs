using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Reading.Lines;

/// <summary>Puts digits in lines, and lines in numbers.</summary>
internal static class LineFinder
{
    /// <summary>A digit follows another of its line if this share of the lower one's height is common.</summary>
    private const double CommonHeight = 0.4;

    /// <summary>So many of a line's last digits may stand beside the next.</summary>
    private const int Last = 3;

    /// <summary>A gap wider than this many digit heights may separate numbers.</summary>
    private const double Gap = 0.75;

    /// <summary>It does if it is also this many times the usual gap of its line: in a comb, wide gaps are usual.</summary>
    private const double UnusualGap = 2.5;

    /// <summary>A gap wider than this many digit heights always separates numbers.</summary>
    private const double WideGap = 3;

    /// <summary>The numbers, lines from top to bottom, each line from left to right.</summary>
    public static List<List<DigitInk>> Find(IReadOnlyList<DigitInk> digits) =>
        [.. Lines(digits).OrderBy(Middle).ThenBy(line => line[0].Box.X).SelectMany(Split)];

    /// <summary>The line with the most ink of digits; null where there is none.</summary>
    public static List<DigitInk>? Main(IReadOnlyList<DigitInk> digits) =>
        Lines(digits).MaxBy(line => line.Sum(digit => (long)digit.Box.Height * digit.Box.Height));

    /// <summary>The lines, in no order, each from left to right.</summary>
    // From left to right, each digit joins the line whose last digit is beside it. So a line may slope and wander.
    public static List<List<DigitInk>> Lines(IReadOnlyList<DigitInk> digits)
    {
        List<List<DigitInk>> lines = [];
        foreach (DigitInk digit in digits.OrderBy(digit => digit.Box.X).ThenBy(digit => digit.Box.Y))
        {
            List<DigitInk>? best = lines.Where(line => Beside(line, digit) >= CommonHeight).MaxBy(line => Beside(line, digit));
            if (best is null)
            {
                lines.Add([digit]);
            }
            else
            {
                best.Add(digit);
            }
        }

        return lines;
    }

    // The last of a line may be a comma that hangs below the next digit's foot, or a dash: what stands before it counts as well.
    private static double Beside(List<DigitInk> line, DigitInk digit) => line.TakeLast(Last).Max(before => Beside(before.Box, digit.Box));

    private static double Beside(PixelBox a, PixelBox b) =>
        (double)(Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y)) / Math.Min(a.Height, b.Height);

    private static double Middle(List<DigitInk> line) => line.Average(digit => digit.Box.Y + (digit.Box.Height / 2.0));

    private static IEnumerable<List<DigitInk>> Split(List<DigitInk> line)
    {
        int height = Median(line.Select(digit => digit.Box.Height));
        int[] gaps = [.. line.Zip(line.Skip(1), (left, right) => right.Box.X - left.Box.Right)];
        int usual = gaps.Length == 0 ? 0 : Math.Max(0, Median(gaps));
        List<DigitInk> number = [line[0]];
        for (int i = 1; i < line.Count; i++)
        {
            int gap = gaps[i - 1];
            if (gap > WideGap * height || (gap > Gap * height && gap > UnusualGap * usual))
            {
                yield return number;
                number = [];
            }

            number.Add(line[i]);
        }

        yield return number;
    }

    private static int Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
