using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>A line of writing in a picture: how tall its digits are, where they stand, and how the line slopes.</summary>
/// <param name="Top">Row of the tops of its digits, at the column <paramref name="Left"/>.</param>
/// <param name="Bottom">Row below their feet, there.</param>
/// <param name="Left">Column where it begins.</param>
/// <param name="Right">Column after it.</param>
/// <param name="Slope">Rows down for each column to the right.</param>
internal sealed record TextLine(double Top, double Bottom, double Left, double Right, double Slope)
{
    private static readonly TextLineOptions Options = TextLineOptions.Default;

    /// <summary>Part of the picture's writing, 0..1, that is outside this line although the picture is one field; 0 on a page of numbers.</summary>
    public double Apart { get; init; }

    /// <summary>Height of its digits.</summary>
    public double Height => Bottom - Top;

    /// <summary>The line through boxes of digits, each of one digit or of several that touch.</summary>
    /// <param name="boxes">One or more, in any order.</param>
    public static TextLine Through(IReadOnlyList<PixelBox> boxes)
    {
        int tallest = boxes.Max(box => box.Height);
        PixelBox[] digits = [.. boxes.Where(box => box.Height >= Options.LeastHeight * tallest).OrderBy(box => box.X)];
        double left = boxes.Min(box => box.X);
        double right = boxes.Max(box => box.Right);
        double slope = Slopes(digits);
        double top = Median(digits.Select(box => box.Y - (slope * (Middle(box) - left))));
        double bottom = Median(digits.Select(box => box.Bottom - (slope * (Middle(box) - left))));
        double margin = Options.Margin * Math.Max(1, bottom - top);
        return new TextLine(top - (slope * margin), bottom - (slope * margin), left - margin, right + margin, slope);
    }

    // The median of the slopes between any two digits, by their feet and by their tops (Theil 1950, Sen 1968). One tall or hanging digit does not turn it.
    private static double Slopes(PixelBox[] digits)
    {
        if (digits.Length < Options.LeastForSlope)
        {
            return 0;
        }

        List<double> slopes = [];
        for (int i = 0; i < digits.Length; i++)
        {
            for (int j = i + 1; j < digits.Length; j++)
            {
                double across = Middle(digits[j]) - Middle(digits[i]);
                if (across > 0)
                {
                    slopes.Add((digits[j].Bottom - digits[i].Bottom) / across);
                    slopes.Add((digits[j].Y - digits[i].Y) / across);
                }
            }
        }

        double slope = slopes.Count == 0 ? 0 : Median(slopes);
        return Math.Abs(slope) <= Options.Steepest ? slope : 0;
    }

    private static double Middle(PixelBox box) => box.X + (box.Width / 2.0);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
