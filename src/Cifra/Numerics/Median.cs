namespace Cifra.Numerics;

/// <summary>The median of a few values. Of an even number of values there are two middle ones; each method says which it takes.</summary>
internal static class Median
{
    /// <summary>The mean of the two middle values, or the middle one.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = Sorted(values);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The lower of the two middle values, or the middle one.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static T Lower<T>(IEnumerable<T> values)
        where T : IComparable<T>
    {
        T[] sorted = Sorted(values);
        return sorted[(sorted.Length - 1) / 2];
    }

    /// <summary>The upper of the two middle values, or the middle one.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static T Upper<T>(IEnumerable<T> values)
        where T : IComparable<T>
    {
        T[] sorted = Sorted(values);
        return sorted[sorted.Length / 2];
    }

    private static T[] Sorted<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted.Length > 0 ? sorted : throw new ArgumentException("At least one value is needed.", nameof(values));
    }
}
