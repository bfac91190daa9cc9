using Cifra.Data;

namespace Cifra.Cli.Benchmarking;

/// <summary>What all measurements of one run share: how long they take, who watches, when to stop, and the machine's peak at each moment.</summary>
/// <param name="settings">What is measured and for how long.</param>
/// <param name="show">Hears what is going on.</param>
/// <param name="cancellation">Stops between two rounds.</param>
internal sealed class Meter(BenchSettings settings, Action<string> show, CancellationToken cancellation)
{
    private readonly Dictionary<int, double> _peaks = [];
    private DigitSet? _trainingSet;

    public BenchSettings Settings { get; } = settings;

    /// <summary>The pictures that trainings learn from.</summary>
    public DigitSet TrainingSet => _trainingSet ??= BenchPictures.Create(Settings.TrainingSet);

    /// <summary>Operations a second that the machine does at this moment with that many threads.</summary>
    public double Peak(int threads)
    {
        cancellation.ThrowIfCancellationRequested();
        double now = FmaPeak.Measure(threads, Settings.Peak);
        _peaks[threads] = Math.Max(now, _peaks.GetValueOrDefault(threads));
        return now;
    }

    /// <summary>The best of all peaks so far.</summary>
    public double BestPeak(int threads) => _peaks.TryGetValue(threads, out double best) ? best : Peak(threads);

    /// <summary>Says what is being measured; stops here when that was asked for.</summary>
    public void Begin(string what)
    {
        cancellation.ThrowIfCancellationRequested();
        show(what);
    }

    /// <summary>Waits until work gets no faster.</summary>
    public void WarmUp(Func<TimeSpan, Pace> run) => Benchmarking.WarmUp.Run(time => run(time).PerSecond, Settings, cancellation);

    /// <summary>Times work in rounds, each beside a measurement of the peak.</summary>
    /// <param name="run">Works for about that long; counts pictures.</param>
    /// <param name="time">Length of a round.</param>
    /// <param name="threads">Threads that it uses.</param>
    /// <param name="flops">Operations for one picture.</param>
    public Speed Measure(Func<TimeSpan, Pace> run, TimeSpan time, int threads, double flops) =>
        MeasureInTurn([new Contender(run, time, threads, flops)])[0];

    /// <summary>Times several pieces of work, all of them in every round.</summary>
    public IReadOnlyList<Speed> MeasureInTurn(IReadOnlyList<Contender> contenders)
    {
        List<(double Images, double Share)>[] rounds = [.. contenders.Select(_ => new List<(double, double)>())];
        for (int round = 0; round < Settings.Rounds; round++)
        {
            for (int c = 0; c < contenders.Count; c++)
            {
                double peak = Peak(contenders[c].Threads);
                double images = contenders[c].Run(contenders[c].Time).PerSecond;
                rounds[c].Add((images, images * contenders[c].Flops / peak));
            }
        }

        return [.. contenders.Select((contender, c) =>
        {
            double images = Pace.Median(rounds[c].Select(round => round.Images));
            return new Speed(
                Significant.Round(images),
                Significant.Round(images * contender.Flops / 1e9),
                Significant.Round(100 * Pace.Median(rounds[c].Select(round => round.Share))));
        })];
    }

    /// <summary>Work to be timed: see <see cref="Measure"/>.</summary>
    internal readonly record struct Contender(Func<TimeSpan, Pace> Run, TimeSpan Time, int Threads, double Flops);
}
