using System.Globalization;

namespace Cifra.Cli.Terminal;

/// <summary>How far a batch of pictures is, in words.</summary>
internal static class Progress
{
    /// <summary>"120 of 400 pictures  35/s  0:00:08 left".</summary>
    /// <param name="done">Pictures that are done.</param>
    /// <param name="all">All of them.</param>
    /// <param name="read">How many of those done took time: the others were done before.</param>
    /// <param name="elapsed">The time that they took.</param>
    public static string Text(int done, int all, int read, TimeSpan elapsed)
    {
        double rate = read / Math.Max(elapsed.TotalSeconds, 1e-3);
        TimeSpan left = rate > 0 ? TimeSpan.FromSeconds(Math.Min((all - done) / rate, 1e8)) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{done} of {all} pictures  {rate:0.#}/s{(rate > 0 ? $"  {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left" : "")}");
    }
}
