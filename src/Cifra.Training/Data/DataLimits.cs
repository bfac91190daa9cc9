using Cifra.Network;

namespace Cifra.Data;

/// <summary>What a data set from outside may ask for at the most. Checked from the header, before anything is allocated.</summary>
public sealed record DataLimits
{
    /// <summary>The limits used where none are named.</summary>
    public static DataLimits Default { get; } = new();

    /// <summary>Largest number of pictures in a set (default: 1,000,000, which take 784 MB once they are 28x28).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more pictures than an array holds (about 2.7 million).</exception>
    public int MaxPictures
    {
        get;
        init
        {
            Guard.InRange(value, 0, Array.MaxLength / DigitInput.Size);
            field = value;
        }
    } = 1_000_000;

    /// <summary>Largest width and height of a picture in an IDX file, a CSV or an .npz, in pixels (default: 1,024).</summary>
    public int MaxSide { get; init; } = 1_024;

    /// <summary>Largest content of a file once uncompressed, in bytes (default: 1 GiB).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above the 2 GiB of an array.</exception>
    public int MaxContentBytes
    {
        get;
        init
        {
            Guard.InRange(value, 0, Array.MaxLength);
            field = value;
        }
    } = 1 << 30;
}
