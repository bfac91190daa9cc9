using System.Globalization;

namespace Cifra.Network;

/// <summary>Grey levels of pictures given as floats from 0 (paper) to 1 (ink), as Python programs have them.</summary>
internal static class GrayLevels
{
    /// <summary>The nearest of 256 levels for each value; of two that are equally near, the even one. A level k given as k/255 comes back as k.</summary>
    /// <param name="values">0 to 1 each.</param>
    /// <param name="levels">[values] receives them.</param>
    /// <param name="name">What the caller calls the values.</param>
    /// <exception cref="ArgumentException">A value is no number, or out of range; the message names its index.</exception>
    public static void FromFloats(ReadOnlySpan<float> values, Span<byte> levels, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            float value = values[i];
            if (value is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{name}[{i}] is {value}; expected a grey level from 0 (paper) to 1 (ink)."), name);
            }

            levels[i] = (byte)MathF.Round(255 * value, MidpointRounding.ToEven);
        }
    }
}
