namespace Cifra.Imaging.Formats;

/// <summary>The largest picture file that is accepted. Checked from the header, before memory is allocated.</summary>
public sealed record PictureLimits
{
    /// <summary>The limits that apply if none are given.</summary>
    public static PictureLimits Default { get; } = new();

    /// <summary>Largest width and height, in pixels. Default: 32,768.</summary>
    public int MaxSide { get; init; } = 32_768;

    /// <summary>Largest width times height. Default: 64 million pixels, which take 256 MB decoded.</summary>
    public long MaxPixels { get; init; } = 64_000_000;

    /// <summary>Largest file, in bytes. Default: 256 MiB.</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;
}
