namespace Cifra.Tests;

/// <summary>Compares floats by their bits: +0 is not -0. Every NaN counts as the same, since which one a sum gives is nobody's contract.</summary>
internal static class Bits
{
    public static void AssertSame(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Of(expected[i]) != Of(actual[i]))
            {
                Assert.Fail($"{what} value {i}: expected {expected[i]:R} ({Of(expected[i]):X8}), found {actual[i]:R} ({Of(actual[i]):X8})");
            }
        }
    }

    private static int Of(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
