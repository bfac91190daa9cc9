using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Forms of digits that are rare among MNIST's writers, who went to school in the United States, and common elsewhere.</summary>
internal static class ForeignForms
{
    private static readonly Dictionary<int, Allograph[]> Forms = new()
    {
        [0] =
        [
            Allograph.Parse("zero with a tail", 2, "50,6 28,2 8,26 6,64 24,96 52,94 70,64 62,24 42,8 58,13 90,9"),
            Allograph.Parse("zero with a curl inside", 1, "34,24 52,14 44,2 18,10 5,48 16,88 42,98 66,76 70,40 56,10 34,4"),
            Allograph.Parse("zero with a loop to the next", 1, "44,4 20,14 6,48 18,90 44,98 66,72 64,34 48,12 40,24 62,30 96,8"),
        ],
        [1] =
        [
            Allograph.Parse("one with a flag", 2, "8,34 22,18 40,0! 38,50 36,100"),
            Allograph.Parse("one with a long flag", 2, "0,52 20,28 42,0! 41,50 38,100"),
            Allograph.Parse("one with an upstroke from the foot", 2, "-8,84 16,44 42,0! 42,50 40,100"),
            Allograph.Parse("one like a lambda", 2, "-14,66 18,34 56,0! 52,50 46,102"),
            Allograph.Parse("one with a flat flag", 1, "-22,46 8,24 44,0! 30,50 12,104"),
            Allograph.Parse("one with a small hook", 2, "22,24 26,10 40,0 44,8 40,50 34,100"),
            Allograph.Parse("one with a long flag and a foot", 1, "6,40 24,22 40,0! 40,50 38,98 | 4,100 38,98 78,95"),
            Allograph.Parse("one like an n", 1, "-8,100 10,48 26,2! 38,50 46,100"),
        ],
        [2] =
        [
            Allograph.Parse("two with a closed head", 2, "40,30 22,42 7,33 9,13 29,0 54,3 66,24 57,52 34,80 10,95! 40,91 80,95"),
            Allograph.Parse("two like a q", 2, "46,40 26,48 8,36 8,14 36,0 66,8 76,34 60,64 32,94 14,98 14,86 34,88 62,98 94,90"),
            Allograph.Parse("two with a round head and a short foot", 2, "36,36 18,42 6,28 10,10 34,0 58,6 62,26 44,60 16,94! 34,90 60,92"),
            Allograph.Parse("two with a narrow head", 1, "16,28 20,8 40,0 56,12 50,38 28,68 2,96! 30,94 60,98"),
            Allograph.Parse("two with a closed head and a loop", 2, "38,32 20,42 6,30 12,8 36,0 60,8 66,32 52,62 28,88 8,94 3,82 18,76 42,86 84,94"),
            Allograph.Parse("two with a raised foot", 1, "40,38 18,44 4,24 24,2 54,6 58,34 36,78 20,102! 44,80 58,84 66,100"),
            Allograph.Parse("two like a nine with a foot", 1, "22,38 8,32 4,16 24,0 54,2 64,26 46,62 14,98! 34,88 62,98 88,88"),
        ],
        [4] =
        [
            Allograph.Parse("four like an h", 2, "18,0 13,30 8,56! 36,58 62,52 | 57,28 53,64 48,104"),
            Allograph.Parse("four in one zigzag", 1, "34,0 20,26 8,50! 34,48 56,45! 42,74 26,102"),
            Allograph.Parse("four like a u", 1, "4,4 2,34 14,54 38,50 56,28 60,4! 58,52 54,100"),
            Allograph.Parse("four like a y with a hook", 1, "0,16 12,4 16,24 22,44 44,48 62,26 68,2! 60,50 50,102"),
            Allograph.Parse("four with a short right stroke", 2, "34,0 20,30 4,58! 34,56 64,46 | 46,34 44,66 40,102"),
            Allograph.Parse("four like a small h", 2, "22,0 14,36 10,62! 28,48 48,44 56,58 56,102"),
            Allograph.Parse("four with a long left stroke", 1, "0,0 16,24 34,52 58,48! 64,30 62,64 60,102"),
            Allograph.Parse("four like an a", 1, "58,26 30,10 6,56 20,80 52,62! 62,6 64,60 76,98"),
            Allograph.Parse("four like a y", 1, "10,4 10,30 22,48 44,46 64,30 | 72,2 58,50 40,102"),
            Allograph.Parse("four like a check mark", 1, "0,8 26,44 58,66! | 62,0 62,50 64,104"),
            Allograph.Parse("four like an A", 1, "54,2 22,34 2,66! 30,66 60,62 | 58,0 60,50 60,104"),
            Allograph.Parse("four in one bend", 2, "34,0 14,18 6,42 24,50 46,44! 44,72 36,104"),
            Allograph.Parse("four like an h with a tail", 1, "34,0 16,36 2,66! 20,66 36,60 | 44,40 36,68 38,98 54,90"),
        ],
        [5] =
        [
            Allograph.Parse("five with a high bar", 2, "26,16 22,30 16,46! 38,38 62,50 66,76 44,96 6,92 | 24,10 54,4 92,-6"),
            Allograph.Parse("five with a bar apart", 2, "16,14 12,30 8,46! 34,40 56,54 58,80 36,98 2,92 | 40,6 64,2 90,-4"),
            Allograph.Parse("five like a root", 1, "14,26 8,42 4,58! 22,56 28,72 20,94 0,102 | 16,26 48,16 90,2"),
            Allograph.Parse("five like an r", 1, "18,20 12,40 6,58! 26,54 38,68 32,92 8,100 | 18,22 40,12 66,8"),
            Allograph.Parse("five, leaning back", 1, "86,2 58,4 34,8! 24,30 16,50! 36,46 46,62 36,88 8,100"),
            Allograph.Parse("five like a root sign", 2, "0,60 12,74 24,100! 38,50 52,10! 78,8 104,0"),
            Allograph.Parse("five like a long s", 2, "84,0 56,4 34,8! 35,50 30,92 18,102 2,88"),
            Allograph.Parse("five like a long s with a wide bar", 2, "104,-4 66,4 40,8! 39,54 34,88 18,98 0,80"),
            Allograph.Parse("five like an r with a curl", 2, "0,42 14,40 24,60 28,100! 40,52 60,26 90,18"),
            Allograph.Parse("five like a small root sign", 2, "0,54 14,62 24,98! 38,58 50,28! 74,24 98,14"),
            Allograph.Parse("five like a gamma with its bar apart", 1, "0,30 14,26 22,50 18,102! 26,62 46,36 | 52,14 76,-2"),
        ],
        [6] =
        [
            Allograph.Parse("six like a b", 1, "14,0 10,40 10,80 30,98 56,86 58,62 36,52 10,70"),
            Allograph.Parse("six in a long sweep", 1, "78,-6 44,22 16,60 14,90 38,98 56,82 46,66 18,82"),
        ],
        [7] =
        [
            Allograph.Parse("seven with a bar", 2, "6,8 38,6 72,4! 52,50 34,100 | 22,54 44,51 68,48"),
            Allograph.Parse("seven like a t", 2, "24,6 34,0! 32,50 28,102 | 2,52 30,50 70,46"),
            Allograph.Parse("seven like a plus", 1, "30,0 30,50 28,102 | 4,50 30,50 84,44"),
            Allograph.Parse("seven like an f", 2, "16,16 34,6 62,2 70,12! 48,52 22,104 | 18,56 44,50 72,46"),
            Allograph.Parse("seven with a short top and a bar", 2, "18,10 36,4 52,2! 42,50 30,102 | 12,56 38,52 66,48"),
            Allograph.Parse("seven with a curl and a bar", 1, "4,14 20,22 46,16 60,2 52,-4 46,8 56,22! 48,62 42,104 | 18,62 46,58 76,54"),
            Allograph.Parse("seven with a serif and a bar", 2, "6,22 8,6! 40,6 72,4! 54,50 36,100 | 20,56 44,52 70,47"),
            Allograph.Parse("seven with a wave and a long bar", 1, "0,20 14,6 40,14 74,2! 56,46 34,102 | 12,58 46,52 84,42"),
            Allograph.Parse("seven with an arch and a bar", 1, "4,24 22,2 56,6 64,30 56,66 44,104 | 16,52 38,56 66,52"),
        ],
        [8] =
        [
            Allograph.Parse("eight like an e", 2, "8,54 42,42 64,22 52,2 28,6 14,34 12,70 30,98 62,92 78,70"),
            Allograph.Parse("eight like a b", 1, "10,4 12,40 14,92 44,98 64,76 48,54 18,50! 46,40 54,18 36,2 8,10"),
            Allograph.Parse("eight like a ribbon, open", 1, "6,0 20,26 44,60 46,90 26,100 16,82 30,52 52,20 58,-2"),
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
            Allograph.Parse("nine with a back stroke", 1, "52,16 36,0 14,10 12,30 32,38 52,20 58,2! 40,50 8,108"),
            Allograph.Parse("nine, open", 1, "60,14 42,2 16,12 10,32 28,48 56,40 72,22! 60,60 46,102"),
        ],
    };

    /// <summary>One such form of a digit, the common ones more often; null where there is none.</summary>
    public static Allograph? Choose(int digit, SeededRandom random) =>
        Forms.TryGetValue(digit, out Allograph[]? forms) ? Allograph.Choose(forms, random) : null;
}
