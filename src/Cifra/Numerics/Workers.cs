using System.Collections.Concurrent;

namespace Cifra.Numerics;

/// <summary>The threads that a computation may use, and the scratch memory that each of them works in.</summary>
/// <remarks>
/// Work is cut by what it writes: each task owns the values that it computes, in a fixed order. Who runs a task, and how many
/// threads there are, therefore never shows in a result. Threads start at the first work for more than one, and end with this object.
/// </remarks>
public sealed class Workers
{
    private readonly ConcurrentBag<Scratch> _idle = [];
    private readonly WorkerTeam? _team;

    /// <summary>A team of that many threads.</summary>
    /// <param name="threads">1 or more; the caller's thread is one of them.</param>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Threads = threads;
        _team = threads == 1 ? null : new WorkerTeam(threads - 1);
    }

    /// <summary>Ends the threads.</summary>
    ~Workers() => _team?.Stop();

    /// <summary>Threads used at the most.</summary>
    public int Threads { get; }

    /// <summary>Runs <paramref name="task"/> for 0..<paramref name="count"/>-1, in any order, and returns when all are done.</summary>
    /// <remarks>
    /// What a task throws reaches the caller as it is, for any number of threads; of several, one does. Where the team is at work
    /// already (for another caller, or for the task that calls), the caller does the work alone.
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
