using Cifra.Network;

namespace Cifra.Training;

/// <summary>How far a training has come, apart from its arrays. Everything else follows from the seed and these numbers.</summary>
internal sealed record TrainingState
{
    /// <summary>Steps taken.</summary>
    public long Step { get; set; }

    /// <summary>Sum of the losses of the present epoch's pictures.</summary>
    public double EpochLoss { get; set; }

    /// <summary>Pictures of the present epoch read right.</summary>
    public int EpochCorrect { get; set; }

    /// <summary>Pictures of the present epoch seen.</summary>
    public int EpochSeen { get; set; }

    /// <summary>Seconds spent on the present epoch.</summary>
    public double EpochSeconds { get; set; }

    /// <summary>The epochs that are done.</summary>
    public IReadOnlyList<EpochRecord> History { get; set; } = [];
}
