using Cifra.Cli.Benchmarking;

namespace Cifra.Benchmarks.Peers;

/// <summary>One piece of work that both sides do in every round.</summary>
/// <param name="Work">What it is: "inference quick, batches of 64".</param>
/// <param name="Threads">Threads of either side.</param>
/// <param name="Unit">Of the figures: <see cref="ImagesPerSecond"/>, or a time.</param>
/// <param name="Target">How many times faster ours is to be.</param>
/// <param name="Ours">Works for about a round, and says how fast in <paramref name="Unit"/>.</param>
/// <param name="Theirs">The same by the peer.</param>
internal sealed record Comparison(string Work, int Threads, string Unit, double Target, Func<double> Ours, Func<double> Theirs)
{
    public const string ImagesPerSecond = "images/s";
    public const string Microseconds = "µs an image";
    public const string Seconds = "s";

    // A peer's threads look for more work for a while before they sleep.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    /// <summary>Alternates; who begins alternates too.</summary>
    public PeerRow Run(string peer, int rounds, CancellationToken cancellation)
    {
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (round % 2 == 0)
            {
                ours.Add(Rested(Ours));
                theirs.Add(Rested(Theirs));
            }
            else
            {
                theirs.Add(Rested(Theirs));
                ours.Add(Rested(Ours));
            }
        }

        double[] ratios = [.. ours.Zip(theirs, (our, their) => Unit == ImagesPerSecond ? our / their : their / our)];
        double ratio = Pace.Median(ratios);
        return new PeerRow(
            Work,
            Threads,
            peer,
            Unit,
            Significant.Round(Pace.Median(ours)),
            Significant.Round(Pace.Median(theirs)),
            Significant.Round(ratio),
            [.. ratios.Select(Significant.Round)],
            Significant.Round(Target),
            ratio >= Target);
    }

    private static double Rested(Func<double> side)
    {
        Thread.Sleep(Rest);
        return side();
    }
}
