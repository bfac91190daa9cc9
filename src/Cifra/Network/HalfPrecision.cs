namespace Cifra.Network;

/// <summary>Numbers of 16 bits (IEEE 754 binary16): half the file for eleven significant bits, more than a trained weight is sure of.</summary>
internal static class HalfPrecision
{
    /// <summary>Rounds a network's weights to what 16 bits hold. Biases and what belongs to BatchNorm, which are few, stay as they are.</summary>
    public static void Round(NeuralNetwork network)
    {
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            if (parameter.Dimensions.Count > 1)
            {
                foreach (ref float value in parameter.Values)
                {
                    value = (float)(Half)value;
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
}
