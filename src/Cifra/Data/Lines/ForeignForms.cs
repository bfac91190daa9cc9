using Cifra.Numerics;

namespace Cifra.Data;

/// <summary>Forms of digits that are rare among MNIST's writers, who went to school in the United States, and common elsewhere.</summary>
internal static class ForeignForms
{
    private static readonly Dictionary<int, Allograph[]> Forms = new()
    {
        [0] =
        [
            Allograph.Parse("zero with a tail", 2, "50,6 28,2 8,26 6,64 24,96 52,94 70,64 62,24 42,8 58,13 90,9"),
            Allograph.Parse("zero with a curl inside", 1, "34,24 52,14 44,2 18,10 5,48 16,88 42,98 66,76 70,40 56,10 34,4"),
        ],
        [1] =
        [
            Allograph.Parse("one with a flag", 2, "8,34 22,18 40,0! 38,50 36,100"),
            Allograph.Parse("one with a long flag", 2, "0,52 20,28 42,0! 41,50 38,100"),
            Allograph.Parse("one with an upstroke from the foot", 1, "-8,84 16,44 42,0! 42,50 40,100"),
        ],
        [2] =
        [
            Allograph.Parse("two with a closed head", 2, "40,30 22,42 7,33 9,13 29,0 54,3 66,24 57,52 34,80 10,95! 40,91 80,95"),
            Allograph.Parse("two with a closed head and a loop", 2, "38,32 20,42 6,30 12,8 36,0 60,8 66,32 52,62 28,88 8,94 3,82 18,76 42,86 84,94"),
        ],
        [4] =
        [
            Allograph.Parse("four like an h", 2, "18,0 13,30 8,56! 36,58 62,52 | 57,28 53,64 48,104"),
            Allograph.Parse("four in one zigzag", 1, "34,0 20,26 8,50! 34,48 56,45! 42,74 26,102"),
            Allograph.Parse("four like a y", 1, "10,4 10,30 22,48 44,46 64,30 | 72,2 58,50 40,102"),
        ],
        [5] = [Allograph.Parse("five with a high bar", 1, "26,16 22,30 16,46! 38,38 62,50 66,76 44,96 6,92 | 24,10 54,4 92,-6")],
        [7] =
        [
            Allograph.Parse("seven with a bar", 2, "6,8 38,6 72,4! 52,50 34,100 | 22,54 44,51 68,48"),
            Allograph.Parse("seven with a serif and a bar", 2, "6,22 8,6! 40,6 72,4! 54,50 36,100 | 20,56 44,52 70,47"),
            Allograph.Parse("seven with a wave and a long bar", 1, "0,20 14,6 40,14 74,2! 56,46 34,102 | 12,58 46,52 84,42"),
        ],
        [8] =
        [
            Allograph.Parse("eight in script", 1, "4,66 40,46 60,22 52,4 34,4 26,22 36,48 56,74 50,96 28,98 20,80 38,56 74,34"),
            Allograph.Parse("eight like a ribbon", 1, "6,6 26,38 42,74 36,96 20,97 14,82 26,58 44,30 60,4"),
        ],
        [9] =
        [
            Allograph.Parse("nine like a balloon", 2, "42,53 20,40 10,22 22,5 46,0 64,10 62,28 44,46 34,58! 40,78 44,104"),
            Allograph.Parse("nine like a balloon, crossed", 2, "4,62 30,54 58,34 64,14 46,0 20,5 8,24 20,42 38,54 48,70 44,102"),
            Allograph.Parse("nine like a balloon with a curl", 1, "8,54 10,38 30,42 54,32 62,14 46,0 24,4 16,22 26,44 38,66 34,102"),
            Allograph.Parse("nine like a p", 2, "34,10 56,1 72,14 66,36 46,46 31,34 33,12! 26,56 16,102"),
            Allograph.Parse("nine like a g", 2, "62,8 40,0 16,14 14,36 36,48 58,34 62,8! 63,50 55,84 32,98 12,86"),
            Allograph.Parse("nine like a g with a loop", 1, "62,8 40,0 16,14 14,36 36,48 58,34 62,8! 64,48 56,84 34,98 18,88 30,72 74,54"),
            Allograph.Parse("nine, open", 1, "60,14 42,2 16,12 10,32 28,48 56,40 72,22! 60,60 46,102"),
        ],
    };

    /// <summary>One such form of a digit, the common ones more often; null where there is none.</summary>
    public static Allograph? Choose(int digit, SeededRandom random) => Forms.TryGetValue(digit, out Allograph[]? forms) ? Allograph.Choose(forms, random) : null;
}
