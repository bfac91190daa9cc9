using Cifra.Network;

namespace Cifra.Data;

/// <summary>Pictures of digits, each 28x28 with bright ink on black as MNIST has them, and their labels where known.</summary>
public sealed class DigitSet
{
    private readonly byte[] _pixels;
    private readonly byte[]? _labels;
    private readonly string[]? _sources;

    /// <summary>A set over the arrays given, which it keeps and does not copy.</summary>
    /// <param name="name">What to call it in reports: "mnist test".</param>
    /// <param name="pixels">[N x 784] grey levels, 0 paper to 255 ink.</param>
    /// <param name="labels">[N] 0..9, or null where the truth is not known.</param>
    /// <param name="sources">[N] file each picture came from, or null where they have no files of their own.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is above 9.</exception>
    public DigitSet(string name, byte[] pixels, byte[]? labels, string[]? sources = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length % DigitInput.Size != 0)
        {
            throw new ArgumentException($"{pixels.Length} bytes are not a whole number of {DigitInput.Size}-byte pictures.", nameof(pixels));
        }

        Count = pixels.Length / DigitInput.Size;
        ExpectCount(labels?.Length, nameof(labels));
        ExpectCount(sources?.Length, nameof(sources));
        int wrong = labels is null ? -1 : labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (wrong >= 0)
        {
            throw new ArgumentException($"Label {wrong} is {labels![wrong]}; expected 0 to 9.", nameof(labels));
        }

        Name = name;
        _pixels = pixels;
        _labels = labels;
        _sources = sources;
    }

    /// <summary>A set of pictures whose grey levels are floats, as Python programs have them. The pictures are copied.</summary>
    /// <param name="name">What to call it in reports: "mnist test".</param>
    /// <param name="pixels">
    /// [N x 784] from 0 (paper) to 1 (ink). Each is rounded to the nearest of the 256 levels k/255, half-way values to an even k.
    /// </param>
    /// <param name="labels">[N] 0..9, or null where the truth is not known.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or not from 0 to 1 (the message names its index), the lengths do not fit together, or a label is above 9.
    /// </exception>
    public static DigitSet FromFloats(string name, ReadOnlySpan<float> pixels, byte[]? labels)
    {
        byte[] levels = new byte[pixels.Length];
        GrayLevels.FromFloats(pixels, levels, nameof(pixels));
        return new DigitSet(name, levels, labels);
    }

    /// <summary>What to call it in reports.</summary>
    public string Name { get; }

    /// <summary>Number of pictures.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether they came through <see cref="Imaging.DigitNormalizer"/>, as what is found in real pictures does; false for what had MNIST's form already.
    /// </summary>
    public bool Normalized { get; init; }

    /// <summary>Share of their width that digits kept which had been stretched to a square frame; null where none was.</summary>
    public double? SqueezedTo { get; init; }

    /// <summary>Whether the truth is known.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>[Count] the labels; empty where the truth is not known.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>[Count x 784] all pictures, one after the other.</summary>
    public ReadOnlySpan<byte> AllPixels => _pixels;

    /// <summary>[784] one picture, row after row.</summary>
    public ReadOnlySpan<byte> Pixels(int index) => _pixels.AsSpan(index * DigitInput.Size, DigitInput.Size);

    /// <summary>The file that a picture came from, or null.</summary>
    public string? Source(int index) => _sources?[index];

    /// <summary>A new set of the pictures at <paramref name="indices"/>, in that order.</summary>
    public DigitSet Take(ReadOnlySpan<int> indices, string name)
    {
        byte[] pixels = new byte[indices.Length * DigitInput.Size];
        byte[]? labels = _labels is null ? null : new byte[indices.Length];
        string[]? sources = _sources is null ? null : new string[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            Pixels(indices[i]).CopyTo(pixels.AsSpan(i * DigitInput.Size));
            if (labels is not null)
            {
                labels[i] = _labels![indices[i]];
            }

            if (sources is not null)
            {
                sources[i] = _sources![indices[i]];
            }
        }

        return new DigitSet(name, pixels, labels, sources);
    }

    private void ExpectCount(int? length, string name)
    {
        if (length is not null && length != Count)
        {
            throw new ArgumentException($"{Count} pictures need {Count} {name}; got {length}.", name);
        }
    }
}
