using Cifra.Numerics;

namespace Cifra.Data;

/// <summary>Deals the pictures of a set into folds, each class as evenly as it goes.</summary>
internal static class StratifiedFolds
{
    /// <summary>[N] the fold of each picture, 0 to <paramref name="folds"/> - 1. The same set and seed give the same folds, everywhere.</summary>
    /// <param name="labels">[N] the classes.</param>
    /// <param name="folds">How many, 2 or more.</param>
    /// <param name="seed">What shuffles each class before it is dealt.</param>
    public static int[] Assign(ReadOnlySpan<byte> labels, int folds, long seed)
    {
        int[] fold = new int[labels.Length];
        int dealt = 0; // goes on from class to class, so that the folds' sizes differ by one at most
        for (int label = 0; label < 10; label++)
        {
            var members = new List<int>();
            for (int i = 0; i < labels.Length; i++)
            {
                if (labels[i] == label)
                {
                    members.Add(i);
                }
            }

            var random = new SeededRandom(seed, label);
            for (int i = 0; i < members.Count; i++)
            {
                int other = random.Next(i, members.Count);
                (members[i], members[other]) = (members[other], members[i]);
                fold[members[i]] = dealt++ % folds;
            }
        }

        return fold;
    }
}
