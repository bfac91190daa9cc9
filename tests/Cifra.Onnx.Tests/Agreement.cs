namespace Cifra.Onnx.Tests;

/// <summary>Compares two rows of numbers that were computed by different programs in 32-bit floats.</summary>
internal static class Agreement
{
    /// <summary>Largest difference that rounding may explain, as a share of the largest expected number, which counts as 1 at least.</summary>
    public const double Tolerance = 1e-5;

    public static bool Holds(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        expected.Length == actual.Length && LargestDifference(expected, actual) <= Tolerance;

    public static void Expect(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double difference = LargestDifference(expected, actual);
        Assert.True(difference <= Tolerance, $"The numbers differ by up to {difference:e2} of the largest; {Tolerance:e0} is allowed.");
    }

    // NaN where one of the numbers is: every comparison with it fails.
    private static double LargestDifference(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        double size = 1;
        double difference = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            size = Math.Max(size, Math.Abs(expected[i]));
            difference = Math.Max(difference, Math.Abs((double)expected[i] - actual[i]));
        }

        return difference / size;
    }
}
