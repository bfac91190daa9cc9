namespace Cifra.Reading.Grammars;

/// <summary>Aligns two texts so that as few places as possible differ (Levenshtein 1966).</summary>
internal static class TextAlignment
{
    /// <summary>
    /// The places in order: an index into each text, -1 in the one that has nothing there. Of equally good alignments, the one with fewer gaps comes first.
    /// </summary>
    public static IReadOnlyList<(int Left, int Right)> Of(string left, string right)
    {
        int[,] distance = Distances(left, right);
        var places = new List<(int, int)>();
        (int l, int r) = (left.Length, right.Length);
        while (l > 0 || r > 0)
        {
            if (l > 0 && r > 0 && distance[l, r] == distance[l - 1, r - 1] + (left[l - 1] == right[r - 1] ? 0 : 1))
            {
                places.Add((--l, --r));
            }
            else if (l > 0 && distance[l, r] == distance[l - 1, r] + 1)
            {
                places.Add((--l, -1));
            }
            else
            {
                places.Add((-1, --r));
            }
        }

        places.Reverse();
        return places;
    }

    // [l, r] edit distance of the first l symbols of one text and the first r of the other.
    private static int[,] Distances(string left, string right)
    {
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int l = 0; l <= left.Length; l++)
        {
            for (int r = 0; r <= right.Length; r++)
            {
                distance[l, r] = l == 0 ? r
                    : r == 0 ? l
                    : Math.Min(
                        distance[l - 1, r - 1] + (left[l - 1] == right[r - 1] ? 0 : 1),
                        Math.Min(distance[l - 1, r], distance[l, r - 1]) + 1);
            }
        }

        return distance;
    }
}
