using Cifra.Imaging.Formats;

namespace Cifra.Data;

/// <summary>How to open a data set.</summary>
public sealed record DigitSourceOptions
{
    /// <summary>Where MNIST lies, for the set of that name. The usual is an empty place: the environment is read at a program's edge.</summary>
    public MnistLocation Mnist { get; init; } = new();

    /// <summary>Which pictures go through the normalizer.</summary>
    public Normalize Normalize { get; init; } = Normalize.Auto;

    /// <summary>Whether digits that were stretched to a square frame keep that width. Otherwise such sets are recognised, and their digits squeezed.</summary>
    public bool KeepAspect { get; init; }

    /// <summary>Which part to load, where a set has two.</summary>
    public DigitPart Part { get; init; } = DigitPart.Both;

    /// <summary>What the files may ask for.</summary>
    public DataLimits Limits { get; init; } = DataLimits.Default;

    /// <summary>What each picture of a folder may ask for.</summary>
    public PictureLimits PictureLimits { get; init; } = PictureLimits.Default;
}
