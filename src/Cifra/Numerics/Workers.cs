using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Cifra.Numerics;

/// <summary>The threads that a computation may use, and the scratch memory that each of them works in.</summary>
/// <remarks>
/// Work is cut by what it writes: each task owns the values that it computes, in a fixed order. Who runs a task, and how many
/// threads there are, therefore never shows in a result.
/// </remarks>
public sealed class Workers
{
    private readonly ConcurrentBag<Scratch> _idle = [];
    private readonly ParallelOptions _options;

    /// <summary>A team of that many threads.</summary>
    /// <param name="threads">1 or more; the caller's thread is one of them.</param>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Threads = threads;
        _options = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Threads used at the most.</summary>
    public int Threads { get; }

    /// <summary>Runs <paramref name="task"/> for 0..<paramref name="count"/>-1, in any order, and returns when all are done.</summary>
    /// <remarks>What a task throws reaches the caller as it is, for any number of threads; of several, one does.</remarks>
    internal void For(int count, Action<int, Scratch> task)
    {
        if (Threads == 1 || count == 1)
        {
            Scratch scratch = Rent();
            for (int i = 0; i < count; i++)
            {
                task(i, scratch);
            }

            _idle.Add(scratch);
            return;
        }

        try
        {
            Parallel.For(0, count, _options, Rent, (i, _, scratch) => Run(task, i, scratch), _idle.Add);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static Scratch Run(Action<int, Scratch> task, int index, Scratch scratch)
    {
        task(index, scratch);
        return scratch;
    }

    private Scratch Rent() => _idle.TryTake(out Scratch? scratch) ? scratch : new Scratch();
}
