namespace Cifra.Evaluation.Robustness;

/// <summary>How robustness is measured.</summary>
public sealed record RobustnessOptions
{
    /// <summary>Pictures to measure with, 1 or more: as many of each digit as its share of the set is. All of a set that has fewer.</summary>
    public int Images { get; init; } = 2000;

    /// <summary>What picks the pictures and pushes them.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Whether a corrupted picture goes through all that a picture file goes through (ink taken off its paper, the digit isolated and normalized)
    /// before the network sees it. Without that it goes straight to the network, as it is.
    /// </summary>
    public bool PicturePath { get; init; }

    /// <summary>Whether damaged pictures are repaired first, as an evaluation does; of no meaning with <see cref="PicturePath"/>.</summary>
    public bool Repair { get; init; } = true;

    /// <summary>Threads that corrupt pictures, 1 or more; the result does not depend on them.</summary>
    public int Threads { get; init; } = 1;

    internal void Check()
    {
        Guard.InRange(Images, 1, int.MaxValue);
        Guard.InRange(Threads, 1, int.MaxValue);
    }
}
