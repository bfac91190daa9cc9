using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Cifra.Data;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>A training on a thread of its own that runs for as long as it is asked to and then pauses, so that rounds of other work alternate with it.</summary>
/// <remarks>It stands still within the trainer's report of a step; a clock that runs ahead makes the trainer report each.</remarks>
internal sealed class TrainingRun : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _answered = new(0);
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;
    private readonly int _batch;
    private Func<TrainingProgress, bool> _enough = _ => true;
    private ExceptionDispatchInfo? _failure;

    /// <param name="recipe">What to train; its epochs do not matter.</param>
    /// <param name="digits">A whole number of the recipe's batches.</param>
    /// <param name="threads">Threads of a step.</param>
    public TrainingRun(Recipe recipe, DigitSet digits, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digits.Count % recipe.BatchSize, 0, nameof(digits));
        _batch = recipe.BatchSize;
        var options = new TrainingOptions { Threads = threads, Progress = AfterStep, Time = new ClockThatRunsAhead() };
        var trainer = new Trainer(recipe with { Epochs = Recipe.MostEpochs, MildEpochs = 0 }, digits, validation: null, options);
        _thread = new Thread(() => Train(trainer)) { IsBackground = true, Name = "training" };
        _thread.Start();
    }

    /// <summary>Trains for about that long, at least one step.</summary>
    /// <returns>Pictures and seconds.</returns>
    public Pace Run(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        long steps = 0;
        TimeSpan passed = default;
        Ask(_ =>
        {
            steps++;
            passed = Stopwatch.GetElapsedTime(start);
            return passed >= time;
        });
        return new Pace((double)steps * _batch, passed.TotalSeconds);
    }

    /// <summary>Bytes that all threads allocate in a step, once all buffers are there; the reports of the steps are not counted.</summary>
    public double BytesPerStep(int steps)
    {
        long first = -1;
        long before = 0;
        long after = 0;
        long report = 0;
        Ask(progress =>
        {
            if (first < 0)
            {
                long own = GC.GetAllocatedBytesForCurrentThread();
                _ = progress with { Loss = 0 };
                report = GC.GetAllocatedBytesForCurrentThread() - own;
                first = progress.Step;
                before = GC.GetTotalAllocatedBytes(precise: true);
                return false;
            }

            if (progress.Step < first + steps)
            {
                return false;
            }

            after = GC.GetTotalAllocatedBytes(precise: true);
            return true;
        });
        return Math.Max(0, ((double)(after - before) / steps) - report);
    }

    /// <summary>Ends the training after the step under way.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _enough = _ => false;
        _asked.Release();
        _thread.Join();
        _end.Dispose();
        _asked.Dispose();
        _answered.Dispose();
    }

    private void Ask(Func<TrainingProgress, bool> enough)
    {
        _enough = enough;
        _asked.Release();
        _answered.Wait();
        _failure?.Throw();
    }

    private void Train(Trainer trainer)
    {
        _asked.Wait();
        try
        {
            trainer.Run(_end.Token);
            throw new InvalidOperationException($"The training went through its {Recipe.MostEpochs} epochs while it was measured.");
        }
        catch (OperationCanceledException)
        {
            // what Dispose asked for
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            _answered.Release();
        }
    }

    private void AfterStep(TrainingProgress progress)
    {
        if (_enough(progress))
        {
            _answered.Release();
            _asked.Wait();
        }
    }

    // A second passes whenever somebody looks.
    private sealed class ClockThatRunsAhead : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => _now += TimestampFrequency;
    }
}
