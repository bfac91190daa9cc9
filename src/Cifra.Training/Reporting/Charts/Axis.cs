using System.Diagnostics;

namespace Cifra.Reporting.Charts;

/// <summary>The numbers along one side of a chart: where it begins and ends, and which values are marked.</summary>
internal sealed class Axis
{
    private Axis(double low, double high, double[] ticks, int decimals, bool logarithmic)
    {
        Debug.Assert(high > low, "an axis has a length");
        Low = low;
        High = high;
        Ticks = ticks;
        Decimals = decimals;
        Logarithmic = logarithmic;
    }

    public double Low { get; }

    public double High { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Decimals that tell the ticks of a linear axis apart.</summary>
    public int Decimals { get; }

    public bool Logarithmic { get; }

    /// <summary>A linear axis that reaches outward to the next marked value; about five values are marked.</summary>
    public static Axis Reaching(double low, double high)
    {
        (low, high) = Widen(low, high);
        double step = NiceStep((high - low) / 5);
        return Linear(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>A linear axis over exactly these whole numbers, with whole numbers marked inside.</summary>
    public static Axis Whole(int first, int last) => first == last
        ? new Axis(first - 1.0, first + 1.0, [first], 0, logarithmic: false)
        : Linear(first, last, Math.Max(1, NiceStep(((double)last - first) / 6)));

    /// <summary>
    /// A logarithmic axis around positive values, marked at 1, 2 and 5 of each power of ten; at the powers alone, or at some of them,
    /// where there are many.
    /// </summary>
    public static Axis Powers(double low, double high)
    {
        int first = (int)Math.Floor(Math.Log10(low));
        int last = (int)Math.Floor(Math.Log10(high)) + 1;
        int[] marks = last - first <= 3 ? [1, 2, 5] : [1];
        int stride = 1 + ((last - first) / 8);
        double[] all = [.. Enumerable.Range(0, ((last - first) / stride) + 2)
            .SelectMany(i => marks.Select(mark => mark * Math.Pow(10, first + (i * stride))))];
        double from = all.Last(tick => tick <= low * 1.000001);
        double to = all.First(tick => tick >= high && tick > from);
        return new Axis(from, to, [.. all.Where(tick => tick >= from && tick <= to)], 0, logarithmic: true);
    }

    /// <summary>Where a value lies: 0 at the low end, 1 at the high end.</summary>
    public double Fraction(double value) => Logarithmic
        ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
        : (value - Low) / (High - Low);

    private static Axis Linear(double low, double high, double step)
    {
        var ticks = new List<double>();
        for (long i = (long)Math.Ceiling((low / step) - 1e-9); i <= (long)Math.Floor((high / step) + 1e-9); i++)
        {
            ticks.Add(i * step);
        }

        return new Axis(low, high, [.. ticks], Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9)), logarithmic: false);
    }

    private static (double Low, double High) Widen(double low, double high)
    {
        double least = 1e-6 * Math.Max(1, Math.Max(Math.Abs(low), Math.Abs(high)));
        return high - low >= least ? (low, high) : (low - least, high + least);
    }

    // 1, 2 or 5 times a power of ten, the first that is not smaller.
    private static double NiceStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double lead = step / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
