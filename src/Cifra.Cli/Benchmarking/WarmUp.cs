using System.Diagnostics;

namespace Cifra.Cli.Benchmarking;

/// <summary>Runs work until it gets no faster: then the just-in-time compiler has finished with it.</summary>
internal static class WarmUp
{
    private const int QuietWindows = 3;
    private const double Gain = 1.03;

    /// <param name="speed">Works for about that long, and says how fast.</param>
    /// <param name="settings">How long to watch it.</param>
    /// <param name="cancellation">Stops between two windows.</param>
    public static void Run(Func<TimeSpan, double> speed, BenchSettings settings, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        double best = 0;
        int quiet = 0;
        TimeSpan passed;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            double now = speed(settings.Window);
            quiet = now > best * Gain ? 0 : quiet + 1;
            best = Math.Max(best, now);
            passed = Stopwatch.GetElapsedTime(start);
        }
        while (passed < settings.LongestWarmUp && (passed < settings.ShortestWarmUp || quiet < QuietWindows));
    }
}
