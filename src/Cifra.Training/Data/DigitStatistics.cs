using Cifra.Network;

namespace Cifra.Data;

/// <summary>A data set in numbers.</summary>
/// <param name="Count">Pictures in it.</param>
/// <param name="ClassCounts">[10] pictures of each digit; empty where the truth is not known.</param>
/// <param name="Mean">Of all pixels, 0 paper to 1 ink; 0 for an empty set.</param>
/// <param name="Deviation">Standard deviation of all pixels on the same scale.</param>
public sealed record DigitStatistics(int Count, IReadOnlyList<int> ClassCounts, double Mean, double Deviation)
{
    /// <summary>Counts the set. The sums are exact, so that the result does not depend on any order.</summary>
    public static DigitStatistics Of(DigitSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        int[] counts = new int[set.HasLabels ? 10 : 0];
        foreach (byte label in set.Labels)
        {
            counts[label]++;
        }

        long[] levels = new long[256];
        for (int i = 0; i < set.Count; i++)
        {
            foreach (byte pixel in set.Pixels(i))
            {
                levels[pixel]++;
            }
        }

        long sum = 0;
        long squares = 0;
        for (int level = 0; level < levels.Length; level++)
        {
            sum += level * levels[level];
            squares += (long)level * level * levels[level];
        }

        double pixels = Math.Max(1, (double)set.Count * DigitInput.Size);
        double mean = sum / pixels;
        double variance = Math.Max(0, (squares / pixels) - (mean * mean));
        return new DigitStatistics(set.Count, counts, mean / 255, Math.Sqrt(variance) / 255);
    }
}
