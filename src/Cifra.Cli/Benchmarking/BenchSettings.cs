namespace Cifra.Cli.Benchmarking;

/// <summary>What is measured and for how long.</summary>
/// <remarks>Every figure is the median of short rounds, so that a burst of other work spoils one round and not the figure.</remarks>
internal sealed record BenchSettings
{
    /// <summary>Threads where a figure is about all of them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Architectures to measure.</summary>
    public IReadOnlyList<string> Networks { get; init; } = ["quick", "example", "standard"];

    /// <summary>Whether to time the kernels of the network that ships inside too.</summary>
    public bool WithShipped { get; init; } = true;

    /// <summary>Pictures a call of the classifier, where a figure is about throughput.</summary>
    public int Batch { get; init; } = 512;

    /// <summary>Pictures that a kernel is given: what a training step takes.</summary>
    public int KernelBatch { get; init; } = 64;

    /// <summary>Pictures of the training set: about MNIST's, and a whole number of any recipe's batches.</summary>
    public int TrainingSet { get; init; } = 59_904;

    /// <summary>Rounds of a measurement.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Least warm-up time: the just-in-time compiler starts to optimize a tenth of a second after the last new method.</summary>
    public TimeSpan ShortestWarmUp { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Time that it runs at the most while it still gets faster.</summary>
    public TimeSpan LongestWarmUp { get; init; } = TimeSpan.FromMilliseconds(1000);

    /// <summary>A look at the speed while it warms up.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <summary>A round of multiply-adds alone.</summary>
    public TimeSpan Peak { get; init; } = TimeSpan.FromMilliseconds(3);

    /// <summary>A round of one kernel.</summary>
    public TimeSpan Kernel { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>A round of inference.</summary>
    public TimeSpan Inference { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>A round of training.</summary>
    public TimeSpan Training { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>A round of one picture after the other.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether to measure how cost grows with batch, threads, channels and depth.</summary>
    public bool Scaling { get; init; }

    /// <summary>Where the batches that scaling tries end; each is twice the one before.</summary>
    public int LargestBatch { get; init; } = 1024;

    /// <summary>Channels that scaling tries.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [8, 16, 24, 32, 48, 64, 96];

    /// <summary>Numbers of convolutions that scaling tries.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [1, 2, 4, 6, 8];
}
