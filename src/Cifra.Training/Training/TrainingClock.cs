namespace Cifra.Training;

/// <summary>Measures a training: its speed, the time of an epoch over several sittings, and when a checkpoint is due.</summary>
internal sealed class TrainingClock
{
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly long _firstStep;
    private long _lastProgress;
    private long _lastCheckpoint;
    private long _lastStamp;

    public TrainingClock(TimeProvider time, TrainingState state)
    {
        _time = time;
        _firstStep = state.Step;
        _started = time.GetTimestamp();
        _lastProgress = _started;
        _lastCheckpoint = _started;
        _lastStamp = _started;
    }

    /// <summary>Whether the training continues an earlier one.</summary>
    public bool Resumed => _firstStep > 0;

    /// <summary>Whether that much time has passed since it last had.</summary>
    public bool Passed(TimeSpan interval) => Due(ref _lastProgress, interval);

    /// <summary>Whether a checkpoint is due.</summary>
    public bool CheckpointDue(TimeSpan interval) => Due(ref _lastCheckpoint, interval);

    /// <summary>Adds the time since the last stamp to the present epoch.</summary>
    public void Stamp(TrainingState state)
    {
        long now = _time.GetTimestamp();
        state.EpochSeconds += _time.GetElapsedTime(_lastStamp, now).TotalSeconds;
        _lastStamp = now;
    }

    /// <summary>Speed since this sitting began.</summary>
    public double StepsPerSecond(long step)
    {
        double seconds = _time.GetElapsedTime(_started).TotalSeconds;
        return seconds > 0 ? (step - _firstStep) / seconds : 0;
    }

    private bool Due(ref long last, TimeSpan interval)
    {
        if (_time.GetElapsedTime(last) < interval)
        {
            return false;
        }

        last = _time.GetTimestamp();
        return true;
    }
}
