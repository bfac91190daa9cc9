using Cifra.Numerics;

namespace Cifra.Data;

/// <summary>Holds some pictures of a set out, so many of each class as its share is.</summary>
public static class StratifiedSplit
{
    /// <summary>Splits a set in two. The same set and seed give the same split, everywhere.</summary>
    /// <param name="set">Labelled pictures.</param>
    /// <param name="held">How many to hold out: exactly so many, 0 to all.</param>
    /// <param name="seed">What picks them.</param>
    /// <returns>The two parts, each in the order of the set.</returns>
    /// <remarks>A class gives its exact share rounded down; the places left go to the classes with the largest fractions (Hamilton's method).</remarks>
    /// <exception cref="ArgumentException">The set has no labels, or fewer pictures than are to be held out.</exception>
    public static (DigitSet Train, DigitSet Held) Split(DigitSet set, int held, long seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        Guard.InRange(held, 0, set.Count);
        if (!set.HasLabels)
        {
            throw new ArgumentException($"{set.Name} has no labels; a stratified split needs them.", nameof(set));
        }

        List<int>[] members = Members(set.Labels);
        int[] quotas = Quotas([.. members.Select(list => list.Count)], held);
        bool[] isHeld = new bool[set.Count];
        for (int label = 0; label < members.Length; label++)
        {
            Pick(members[label], quotas[label], new SeededRandom(seed, label), isHeld);
        }

        return (set.Take(Indices(isHeld, false), $"{set.Name}, {set.Count - held} to learn from"),
            set.Take(Indices(isHeld, true), $"{set.Name}, {held} held out"));
    }

    private static List<int>[] Members(ReadOnlySpan<byte> labels)
    {
        List<int>[] members = [.. Enumerable.Range(0, 10).Select(_ => new List<int>())];
        for (int i = 0; i < labels.Length; i++)
        {
            members[labels[i]].Add(i);
        }

        return members;
    }

    private static int[] Quotas(int[] counts, int held)
    {
        long total = Math.Max(1, counts.Sum());
        int[] quotas = [.. counts.Select(count => (int)((long)count * held / total))];
        int left = held - quotas.Sum();
        foreach (int label in Enumerable.Range(0, counts.Length).OrderByDescending(k => (long)counts[k] * held % total).Take(left))
        {
            quotas[label]++;
        }

        return quotas;
    }

    // The first steps of Fisher and Yates' shuffle.
    private static void Pick(List<int> members, int quota, SeededRandom random, bool[] isHeld)
    {
        for (int i = 0; i < quota; i++)
        {
            int other = random.Next(i, members.Count);
            (members[i], members[other]) = (members[other], members[i]);
            isHeld[members[i]] = true;
        }
    }

    private static int[] Indices(bool[] isHeld, bool wanted) => [.. Enumerable.Range(0, isHeld.Length).Where(i => isHeld[i] == wanted)];
}
