namespace Cifra.Data.Mnist;

/// <summary>How to fetch MNIST.</summary>
public sealed record MnistDownloadOptions
{
    /// <summary>Folders of the four .gz files, tried in order.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>Attempts on a mirror for each file before the next mirror's turn (default: 3).</summary>
    public int AttemptsPerMirror { get; init; } = 3;

    /// <summary>Pause before the second attempt on a mirror, doubled before each further one (default: a second).</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a mirror may stay silent (default: 30 seconds).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears of every step, or null.</summary>
    public IProgress<MnistProgress>? Progress { get; init; }

    /// <summary>The clock behind pause and patience.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
