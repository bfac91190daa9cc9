using System.Runtime.ExceptionServices;

namespace Cifra.Numerics;

/// <summary>Threads that help a caller with numbered tasks. They allocate nothing once they run, and sleep when there is no work for a while.</summary>
/// <remarks>
/// A layer's work takes a fraction of a millisecond. Threads therefore spin for a while before they sleep: waking one costs as much as the work itself.
/// </remarks>
internal sealed class WorkerTeam
{
    private const int LooksBeforeSleep = 2000;

    private readonly Helper[] _helpers;
    private int _busy; // 1 while a caller has the team
    private bool _started;
    private volatile bool _stopped;

    // The current work.
    private Action<int, Scratch>? _task;
    private int _count;
    private int _next;
    private int _atWork;
    private ExceptionDispatchInfo? _error;

    /// <summary>Makes a team of this many threads in addition to the caller's.</summary>
    public WorkerTeam(int helpers)
    {
        _helpers = new Helper[helpers];
        for (int i = 0; i < helpers; i++)
        {
            _helpers[i] = new Helper(this);
        }
    }

    /// <summary>Runs the tasks with the caller's help, if the team is free.</summary>
    /// <returns>False if the team is busy; nothing was done.</returns>
    public bool TryRun(int count, Action<int, Scratch> task, Scratch scratch)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return false;
        }

        if (!_started)
        {
            _started = true;
            foreach (Helper helper in _helpers)
            {
                helper.Start();
            }
        }

        int helpers = Math.Min(_helpers.Length, count - 1);
        _task = task;
        _count = count;
        _next = 0;
        _error = null;
        _atWork = helpers;
        for (int i = 0; i < helpers; i++)
        {
            _helpers[i].Wake();
        }

        TakeTasks(scratch);
        var wait = new SpinWait();
        while (Volatile.Read(ref _atWork) > 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        ExceptionDispatchInfo? error = _error;
        _task = null;
        Volatile.Write(ref _busy, 0);
        error?.Throw();
        return true;
    }

    /// <summary>Ends the threads.</summary>
    public void Stop()
    {
        _stopped = true;
        foreach (Helper helper in _helpers)
        {
            helper.Wake();
        }
    }

    private void TakeTasks(Scratch scratch)
    {
        try
        {
            for (int i = Interlocked.Increment(ref _next) - 1; i < _count; i = Interlocked.Increment(ref _next) - 1)
            {
                _task!(i, scratch);
            }
        }
        catch (Exception e)
        {
            Volatile.Write(ref _next, _count); // nobody begins another
            Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(e), null);
        }
    }

    // One thread, with its memory. It is woken once for each piece of work.
    private sealed class Helper(WorkerTeam team)
    {
        private readonly Scratch _scratch = new();
        private readonly object _bell = new();
        private int _calls; // that were made and not yet answered

        public void Start() => new Thread(Live) { IsBackground = true, Name = "Cifra worker" }.Start();

        public void Wake()
        {
            Interlocked.Increment(ref _calls);
            lock (_bell)
            {
                Monitor.Pulse(_bell);
            }
        }

        private void Live()
        {
            while (true)
            {
                WaitForCall();
                if (team._stopped)
                {
                    return;
                }

                team.TakeTasks(_scratch);
                Interlocked.Decrement(ref team._atWork);
            }
        }

        private void WaitForCall()
        {
            for (int look = 0; look < LooksBeforeSleep; look++)
            {
                if (Volatile.Read(ref _calls) > 0)
                {
                    Interlocked.Decrement(ref _calls);
                    return;
                }

                Thread.SpinWait(8);
            }

            lock (_bell)
            {
                while (Volatile.Read(ref _calls) == 0)
                {
                    Monitor.Wait(_bell);
                }
            }

            Interlocked.Decrement(ref _calls);
        }
    }
}
