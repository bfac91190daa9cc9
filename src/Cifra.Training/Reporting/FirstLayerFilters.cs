namespace Cifra.Reporting;

/// <summary>What the first layer of a network looks for, as pictures: its convolution kernels over one grey channel.</summary>
internal sealed record FirstLayerFilters
{
    /// <summary>Filters over the values given, which are kept and not copied.</summary>
    /// <param name="count">Number of filters, 1 or more.</param>
    /// <param name="height">Rows of a filter, 1 or more.</param>
    /// <param name="width">Columns of a filter, 1 or more.</param>
    /// <param name="values">[count x height x width] weights.</param>
    /// <exception cref="ArgumentException">The number of values does not fit.</exception>
    public FirstLayerFilters(int count, int height, int width, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)count * height * width)
        {
            throw new ArgumentException(
                $"{count} filters of {height}x{width} need {(long)count * height * width} values; got {values.Length}.", nameof(values));
        }

        Count = count;
        Height = height;
        Width = width;
        Values = values;
    }

    /// <summary>Number of filters.</summary>
    public int Count { get; }

    /// <summary>Rows of a filter.</summary>
    public int Height { get; }

    /// <summary>Columns of a filter.</summary>
    public int Width { get; }

    /// <summary>[Count x Height x Width] weights.</summary>
    public ReadOnlyMemory<float> Values { get; }
}
