using System.Collections.Concurrent;

namespace Cifra.Numerics;

/// <summary>The threads that a computation may use, and the scratch memory that each of them works in.</summary>
/// <remarks>
/// Work is divided by what it writes: each task computes its own values in a fixed order. Results therefore do not depend on the number of threads or on which
/// thread runs a task. Threads start with the first work for more than one, and end with this object.
/// </remarks>
public sealed class Workers
{
    private readonly ConcurrentBag<Scratch> _idle = [];
    private readonly WorkerTeam? _team;

    /// <summary>Makes a team of <paramref name="threads"/> threads.</summary>
    /// <param name="threads">1 or more; the caller's thread is one of them.</param>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Threads = threads;
        _team = threads == 1 ? null : new WorkerTeam(threads - 1);
    }

    /// <summary>Ends the threads.</summary>
    ~Workers() => _team?.Stop();

    /// <summary>Greatest number of threads used.</summary>
    public int Threads { get; }

    /// <summary>Runs <paramref name="task"/> for 0..<paramref name="count"/>-1, in any order, and returns when all are done.</summary>
    /// <remarks>
    /// An exception of a task reaches the caller unchanged, for any number of threads; of several exceptions one does. If the team is busy (with another
    /// caller, or with the task that calls), the caller does the work alone.
    /// </remarks>
    internal void For(int count, Action<int, Scratch> task)
    {
        if (!_idle.TryTake(out Scratch? scratch))
        {
            scratch = new Scratch();
        }

        try
        {
            if (_team is null || count < 2 || !_team.TryRun(count, task, scratch))
            {
                for (int i = 0; i < count; i++)
                {
                    task(i, scratch);
                }
            }
        }
        finally
        {
            _idle.Add(scratch);
            GC.KeepAlive(this);
        }
    }
}
