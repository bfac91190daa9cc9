using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Evaluation.Errors;

/// <summary>How closely to look at errors.</summary>
public sealed record ErrorStudyOptions
{
    /// <summary>Errors looked at, the worst first; 0 or more.</summary>
    public int Most { get; init; } = 100;

    /// <summary>Whether to draw where the network looked, which reads each picture 196 times.</summary>
    public bool Looks { get; init; } = true;

    /// <summary>Labelled pictures to find neighbours in, those that the network learned from; null for no neighbours.</summary>
    public DigitSet? Training { get; init; }

    /// <summary>The test-time augmentation that the evaluation read with; null for none.</summary>
    public ShiftedViews? Views { get; init; }

    /// <summary>Threads that look for neighbours, 1 or more; the result does not depend on them.</summary>
    public int Threads { get; init; } = 1;
}
