using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary>Numbers to compute with: between -1 and 1, the same each time.</summary>
internal static class Noise
{
    public static float[] Of(int length, long key)
    {
        var random = new SeededRandom(1, key);
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = random.NextSingle(-1, 1);
        }

        return values;
    }
}
