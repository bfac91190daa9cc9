using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Output;

/// <summary>All that a picture says as one text: lines from top to bottom with a bar between them, numbers of a line with a space.</summary>
public static class PictureText
{
    /// <summary>The text, how sure all of it is, and whether all of it is accepted. What is no digit is left out.</summary>
    public static StringAnswer Of(PictureReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        IReadOnlyList<IReadOnlyList<ReadNumber>> lines = Lines([.. reading.Numbers.Where(number => number.Decision != Decision.NotADigit)]);
        if (lines.Count == 0)
        {
            return new StringAnswer("", 0, Accepted: false);
        }

        // As with the digits of a number: right only where each is, errors taken for independent.
        double confidence = lines.SelectMany(line => line).Aggregate(1.0, (product, number) => product * number.Confidence);
        return new StringAnswer(
            string.Join('|', lines.Select(line => string.Join(' ', line.Select(number => number.Text)))),
            confidence,
            lines.All(line => line.All(number => number.Decision == Decision.Accept)));
    }

    // Not a line finder: the numbers come line by line already. A line ends where the next number is not beside the last one, or starts left of it.
    internal static IReadOnlyList<IReadOnlyList<ReadNumber>> Lines(IReadOnlyList<ReadNumber> numbers)
    {
        List<List<ReadNumber>> lines = [];
        foreach (ReadNumber number in numbers)
        {
            if (lines.Count == 0 || !GoesOn(lines[^1][^1], number))
            {
                lines.Add([]);
            }

            lines[^1].Add(number);
        }

        return lines;
    }

    // A line may slope, so what counts is the last digit of one number and the first of the next.
    private static bool GoesOn(ReadNumber left, ReadNumber right)
    {
        PixelBox last = left.Digits.Count > 0 ? left.Digits[^1].Box : left.Box;
        PixelBox first = right.Digits.Count > 0 ? right.Digits[0].Box : right.Box;
        return first.X > last.X && LineFinder.AreBeside(last, first);
    }
}
