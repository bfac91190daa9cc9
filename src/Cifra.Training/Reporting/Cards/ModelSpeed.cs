namespace Cifra.Reporting.Cards;

/// <summary>How fast a network reads, and on what that was measured.</summary>
/// <param name="ImagesPerSecond">In batches, on one core.</param>
/// <param name="LatencyMicroseconds">Of one picture at a time, on one core: the median.</param>
/// <param name="Machine">Processor, cores, vectors and runtime, in words.</param>
public sealed record ModelSpeed(double ImagesPerSecond, double LatencyMicroseconds, string Machine);
