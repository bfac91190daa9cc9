using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Reading.Lines;

/// <summary>Puts boxes of ink in lines, and the digits of a line in numbers.</summary>
/// <remarks>From left to right, each box joins a line whose end it stands beside, or begins a new one. So a line may slope and wander.</remarks>
internal static class LineFinder
{
    private static readonly LineFinderOptions Options = LineFinderOptions.Default;

    /// <summary>The numbers, lines from top to bottom, each line from left to right.</summary>
    public static List<List<DigitInk>> Find(IReadOnlyList<DigitInk> digits) =>
        [.. Lines(digits).OrderBy(Middle).ThenBy(line => line[0].Box.X).SelectMany(Split)];

    /// <summary>The line whose digits cover the largest area, counted as squares of their heights; null where there is none.</summary>
    public static List<DigitInk>? Main(IReadOnlyList<DigitInk> digits) =>
        Lines(digits).MaxBy(line => line.Sum(digit => (long)digit.Box.Height * digit.Box.Height));

    /// <summary>The lines of what has a box, in the order in which they begin, each from left to right.</summary>
    /// <param name="items">What stands in lines.</param>
    /// <param name="box">The box of an item.</param>
    /// <param name="options">When an item belongs to a line.</param>
    /// <param name="parted">Whether something separates the last box of a line from the next; optional.</param>
    public static List<List<T>> Lines<T>(IEnumerable<T> items, Func<T, PixelBox> box, LineFinderOptions options, Func<PixelBox, PixelBox, bool>? parted = null)
    {
        List<OpenLine<T>> lines = [];
        foreach ((T item, PixelBox next) in items.Select(item => (Item: item, Box: box(item))).OrderBy(one => one.Box.X).ThenBy(one => one.Box.Y))
        {
            OpenLine<T>? best = null;
            double most = double.NegativeInfinity;
            foreach (OpenLine<T> line in lines)
            {
                double common = line.Common(next);
                double merit = options.Nearest ? line.Right - next.X : common;
                if (common >= options.CommonHeight && merit > most && line.Reaches(next) && parted?.Invoke(line.Last, next) != true)
                {
                    (best, most) = (line, merit);
                }
            }

            if (best is null)
            {
                best = new OpenLine<T>(options);
                lines.Add(best);
            }

            best.Add(item, next);
        }

        return [.. lines.Select(line => line.Items)];
    }

    /// <summary>Whether two boxes stand on one line: enough of their rows are common.</summary>
    public static bool AreBeside(PixelBox a, PixelBox b) => Common(a.Y, a.Bottom, b) >= Options.CommonHeight;

    private static List<List<DigitInk>> Lines(IReadOnlyList<DigitInk> digits) => Lines(digits, digit => digit.Box, Options);

    // The rows in common as a part of the lower height; negative where there are rows between.
    private static double Common(double top, double bottom, PixelBox box) =>
        (Math.Min(bottom, box.Bottom) - Math.Max(top, box.Y)) / Math.Min(bottom - top, box.Height);

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
            if (gap > Options.WideGap * height || (gap > Options.NumberGap * height && gap > Options.UnusualGap * usual))
            {
                yield return number;
                number = [];
            }

            number.Add(line[i]);
        }

        yield return number;
    }

    // The lower of two middle values.
    private static int Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }

    // A line that boxes still join.
    private sealed class OpenLine<T>(LineFinderOptions options)
    {
        private readonly List<PixelBox> _boxes = [];
        private int? _height;

        public List<T> Items { get; } = [];

        public PixelBox Last => _boxes[^1];

        public int Right { get; private set; } = int.MinValue;

        public double Common(PixelBox next)
        {
            IEnumerable<PixelBox> end = _boxes.TakeLast(options.End);
            return options.MeanOfEnd
                ? LineFinder.Common(end.Average(box => box.Y), end.Average(box => box.Bottom), next)
                : end.Max(box => LineFinder.Common(box.Y, box.Bottom, next));
        }

        public bool Reaches(PixelBox next)
        {
            if (double.IsPositiveInfinity(options.WidestGap) && double.IsPositiveInfinity(options.MostUnlike))
            {
                return true;
            }

            int height = _height ??= _boxes.Select(box => box.Height).Order().ElementAt(_boxes.Count / 2);
            return next.X - Right <= options.WidestGap * (options.GapOfTaller ? Math.Max(height, next.Height) : height)
                && next.Height <= options.MostUnlike * height && height <= options.MostUnlike * next.Height;
        }

        public void Add(T item, PixelBox box)
        {
            Items.Add(item);
            _boxes.Add(box);
            Right = Math.Max(Right, box.Right);
            _height = null;
        }
    }
}
