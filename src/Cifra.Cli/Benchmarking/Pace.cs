using System.Diagnostics;

namespace Cifra.Cli.Benchmarking;

/// <summary>Work done, and the time it took.</summary>
internal readonly record struct Pace(double Count, double Seconds)
{
    public double PerSecond => Count / Seconds;

    /// <summary>Repeats something until that much time has passed, at least once.</summary>
    public static Pace Of(Action work, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        long count = 0;
        TimeSpan passed;
        long chunk = 1; // the clock is looked at after chunks, so that looking takes no share of a short piece of work
        do
        {
            for (long i = 0; i < chunk; i++)
            {
                work();
            }

            count += chunk;
            passed = Stopwatch.GetElapsedTime(start);
            chunk = passed.Ticks < time.Ticks / 16 ? chunk * 2 : chunk;
        }
        while (passed < time);

        return new Pace(count, passed.TotalSeconds);
    }

    /// <summary>The middle one; of an even number the mean of the middle two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
