namespace Cifra.Evaluation.Robustness;

/// <summary>How well a network reads pictures that get worse and worse, in many ways: the robustness card.</summary>
/// <remarks>
/// A network that was trained on turned pictures reads turned pictures better, and nobody learns from that how it takes what it never saw. So each
/// curve says whether the training saw something of its kind, and the headline is the mean over those that it did not see, where there are any.
/// </remarks>
public sealed record RobustnessReport
{
    /// <summary>Whether the pictures went through the picture path, from ink to normalizer, or straight to the network.</summary>
    public required bool PicturePath { get; init; }

    /// <summary>Whether damaged pictures were repaired before the network saw them.</summary>
    public bool Repaired { get; init; }

    /// <summary>The pictures as they are, by the same way; strength 0.</summary>
    public required CorruptionPoint Clean { get; init; }

    /// <summary>A curve for each corruption.</summary>
    public required IReadOnlyList<CorruptionCurve> Curves { get; init; }

    /// <summary>The mean over the corruptions of which the training saw nothing of the kind; null where there is none such.</summary>
    public required RobustnessMean? Unseen { get; init; }

    /// <summary>The mean over all corruptions.</summary>
    public required RobustnessMean All { get; init; }

    /// <summary>Number of pictures, each at every strength of every corruption.</summary>
    public int Images => Clean.Images;
}
