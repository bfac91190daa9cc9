namespace Cifra.Evaluation.Strings;

/// <summary>The fewest changes that make one string of another: Levenshtein 1966.</summary>
internal static class EditDistance
{
    /// <summary>The characters of both beside each other, left to right, with as few changes as can be.</summary>
    /// <remarks>Of several such ways the one that changes late: "11" read as "1" lacks its second.</remarks>
    public static IReadOnlyList<Edit> Align(string truth, string read)
    {
        // costs[t, r]: changes from truth[t..] to read[r..]; followed from the front, so that a change is made where it can no longer be put off.
        int[,] costs = new int[truth.Length + 1, read.Length + 1];
        for (int t = truth.Length; t >= 0; t--)
        {
            for (int r = read.Length; r >= 0; r--)
            {
                costs[t, r] = t == truth.Length ? read.Length - r
                    : r == read.Length ? truth.Length - t
                    : Math.Min(costs[t + 1, r + 1] + (truth[t] == read[r] ? 0 : 1), 1 + Math.Min(costs[t + 1, r], costs[t, r + 1]));
            }
        }

        List<Edit> edits = [];
        int i = 0;
        int j = 0;
        while (i < truth.Length || j < read.Length)
        {
            bool both = i < truth.Length && j < read.Length;
            if (both && costs[i, j] == costs[i + 1, j + 1] + (truth[i] == read[j] ? 0 : 1))
            {
                edits.Add(new Edit(truth[i++], read[j++]));
            }
            else if (i < truth.Length && costs[i, j] == 1 + costs[i + 1, j])
            {
                edits.Add(new Edit(truth[i++], null));
            }
            else
            {
                edits.Add(new Edit(null, read[j++]));
            }
        }

        return edits;
    }
}
