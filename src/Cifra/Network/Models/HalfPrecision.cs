namespace Cifra.Network.Models;

/// <summary>Numbers of 16 bits (IEEE 754 binary16): half the file for eleven significant bits, more than a trained weight is sure of.</summary>
internal static class HalfPrecision
{
    private const int MostMultiples = 127;
    private const int LeastExponent = -24; // of the least number above 0 in 16 bits

    /// <summary>
    /// Rounds a network's weights to eight bits: each filter's to multiples of a power of two, at most 127 either way. 16 bits hold them, and packed they
    /// take half of those.
    /// </summary>
    /// <remarks>Biases and what belongs to BatchNorm, which are few, stay as they are.</remarks>
    public static void Round(NeuralNetwork network)
    {
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            if (parameter.Dimensions.Count > 1)
            {
                int filter = parameter.Values.Length / parameter.Dimensions[0];
                for (int start = 0; start < parameter.Values.Length; start += filter)
                {
                    Round(parameter.Values.Slice(start, filter));
                }
            }
        }
    }

    /// <summary>Whether 16 bits hold each of the numbers exactly.</summary>
    public static bool Holds(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (BitConverter.SingleToInt32Bits((float)(Half)value) != BitConverter.SingleToInt32Bits(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The numbers in 16 bits each, the nearest.</summary>
    public static Half[] From(ReadOnlySpan<float> values)
    {
        var halves = new Half[values.Length];
        for (int i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)values[i];
        }

        return halves;
    }

    /// <summary>The same numbers in 32 bits each.</summary>
    public static float[] ToSingle(ReadOnlySpan<Half> halves)
    {
        float[] values = new float[halves.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)halves[i];
        }

        return values;
    }

    private static void Round(Span<float> filter)
    {
        float largest = 0;
        foreach (float value in filter)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
        {
            return;
        }

        int exponent = Math.Max(LeastExponent, (int)Math.Ceiling(Math.Log2(largest / MostMultiples)));
        float unit = MathF.ScaleB(1, exponent);
        foreach (ref float value in filter)
        {
            value = MathF.Round(value / unit) * unit;
        }
    }
}
