namespace Cifra.Imaging.Formats;

/// <summary>What a picture from outside may ask for at the most. Checked from the header, before anything is allocated.</summary>
public sealed record PictureLimits
{
    /// <summary>The limits used where none are named.</summary>
    public static PictureLimits Default { get; } = new();

    /// <summary>Largest width and height, in pixels; 32,768 unless said otherwise.</summary>
    public int MaxSide { get; init; } = 32_768;

    /// <summary>Largest width times height; 64 million pixels unless said otherwise (256 MB decoded).</summary>
    public long MaxPixels { get; init; } = 64_000_000;

    /// <summary>Largest file, in bytes; 256 MiB unless said otherwise.</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;
}
