namespace Cifra.Cli.Benchmarking;

/// <summary>What <c>cifra bench</c> measured.</summary>
/// <param name="SchemaVersion">Version of the JSON document.</param>
/// <param name="Machine">Where.</param>
/// <param name="Threads">How many threads a figure about all of them means.</param>
/// <param name="Peak">Most operations a second that the machine reached meanwhile.</param>
/// <param name="Kernels">Each different convolution and dense layer, one thread.</param>
/// <param name="Networks">Inference and training.</param>
/// <param name="Latency">One picture at a time, one thread.</param>
/// <param name="Memory">Memory taken and allocated.</param>
/// <param name="Scaling">How cost grows; null if it was not asked for.</param>
/// <param name="Seconds">How long all of it took.</param>
internal sealed record BenchReport(
    int SchemaVersion,
    MachineFacts Machine,
    int Threads,
    PeakResult Peak,
    IReadOnlyList<KernelResult> Kernels,
    IReadOnlyList<NetworkResult> Networks,
    IReadOnlyList<LatencyResult> Latency,
    IReadOnlyList<MemoryResult> Memory,
    ScalingResult? Scaling,
    double Seconds);

/// <summary>The speed limit: multiply-adds in registers and nothing else.</summary>
internal sealed record PeakResult(double OneThreadGigaFlops, double AllThreadsGigaFlops);

/// <summary>A speed, and its share of what the machine could do in the same seconds, counting the direct method's operations.</summary>
internal sealed record Speed(double ImagesPerSecond, double GigaFlops, double PercentOfPeak);

/// <summary>One computation of one layer.</summary>
internal sealed record KernelResult(
    string Networks, string Layer, string Input, string Output, string Direction, string Method, double MegaFlops, double GigaFlops, double PercentOfPeak);

/// <summary>One network: batches of inference by one and by all threads, and training by all.</summary>
internal sealed record NetworkResult(
    string Network,
    double MegaFlops,
    int InferenceBatch,
    Speed OneThread,
    Speed AllThreads,
    int TrainingBatch,
    string Optimizer,
    bool Augmented,
    Speed Training);

/// <summary>Microseconds for one picture.</summary>
internal sealed record LatencyResult(string Network, double MedianMicroseconds, double Percentile99Microseconds);

/// <summary>Memory of one piece of work: the process's peak when it was done, and what it allocates again and again.</summary>
/// <param name="Network">Which.</param>
/// <param name="Work">"inference" or "training".</param>
/// <param name="PeakResidentMegabytes">Most memory that the process had until the end of this work, in 10⁶ bytes.</param>
/// <param name="AllocatedBytes">For one picture of inference, or one step of training.</param>
internal sealed record MemoryResult(string Network, string Work, double PeakResidentMegabytes, double AllocatedBytes);

/// <summary>How cost grows.</summary>
internal sealed record ScalingResult(
    IReadOnlyList<BatchPoint> Batch, IReadOnlyList<ThreadPoint> Threads, IReadOnlyList<SizePoint> Channels, IReadOnlyList<SizePoint> Depth);

/// <summary>Inference by one thread and by all at one batch size.</summary>
internal sealed record BatchPoint(string Network, int Batch, double OneThreadImagesPerSecond, double AllThreadsImagesPerSecond);

/// <summary>Inference and training at one number of threads.</summary>
internal sealed record ThreadPoint(string Network, int Threads, double InferenceImagesPerSecond, double TrainingImagesPerSecond);

/// <summary>Inference by one thread at one size of network.</summary>
internal sealed record SizePoint(int Size, double MegaFlops, Speed OneThread);
