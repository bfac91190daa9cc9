namespace Cifra.Tests.Training;

/// <summary>A clock on which a second passes each time that somebody looks, so that a trainer reports after every step.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
}
