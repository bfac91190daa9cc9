using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>The forms of each digit that people write, as skeletons that a <see cref="Handwriting"/> then bends.</summary>
internal static class Allographs
{
    private static readonly Allograph[][] Forms =
    [
        [
            Allograph.Parse("zero, closed", 5, "46,3 26,6 9,28 7,62 20,92 42,98 63,80 70,46 62,14 44,3"),
            Allograph.Parse("zero, overshooting at the top", 4, "62,12 42,1 20,14 6,46 12,82 34,99 58,86 70,52 64,20 48,7 30,12"),
            Allograph.Parse("zero, open at the top", 2, "38,2 17,16 5,48 13,86 36,99 60,84 71,48 64,16 52,6"),
            Allograph.Parse("zero, round", 3, "54,6 34,8 12,26 4,54 14,84 40,96 68,84 82,54 74,22 50,6"),
            Allograph.Parse("zero, clockwise", 2, "22,12 44,2 64,20 70,52 58,88 34,98 13,80 7,46 18,16 36,6"),
            Allograph.Parse("zero, narrow", 2, "40,2 22,20 16,55 24,92 38,98 54,78 58,40 50,8 38,4"),
        ],
        [
            Allograph.Parse("one, straight", 12, "36,0 36,100"),
            Allograph.Parse("one, bent", 4, "40,0 37,30 34,70 36,100"),
            Allograph.Parse("one with a flag", 2, "18,20 30,13 42,0! 41,50 40,100"),
            Allograph.Parse("one with a flag and a foot", 2, "18,22 30,14 42,0! 41,50 40,97 | 12,98 40,97 70,97"),
            Allograph.Parse("one with a foot", 1, "38,0 38,50 38,97 | 14,98 38,98 64,97"),
        ],
        [
            Allograph.Parse("two with a corner", 5, "10,22 26,5 48,1 66,16 62,40 38,70 8,97! 40,96 76,95"),
            Allograph.Parse("two with a loop", 5, "10,20 28,4 52,2 66,18 60,46 40,76 18,96 6,90 14,78 34,82 54,95 78,94"),
            Allograph.Parse("two like a z", 2, "8,10 34,4 64,5 56,30 32,64 6,96! 40,94 78,92"),
            Allograph.Parse("two with a wavy base", 3, "10,26 22,6 46,1 64,14 62,38 42,66 14,92! 32,86 52,95 78,88"),
            Allograph.Parse("two with a round start", 3, "22,30 12,20 26,4 50,2 66,18 58,46 34,74 8,96! 40,95 74,97"),
            Allograph.Parse("two, low and wide", 5, "8,22 26,4 48,4 58,20 48,46 24,74 0,93! 44,88 98,86"),
            Allograph.Parse("two, wide, with a loop", 5, "8,24 26,4 52,4 60,24 46,54 24,84 6,94 2,80 20,73 48,84 96,92"),
            Allograph.Parse("two with a large loop", 3, "10,18 30,0 54,2 66,22 60,54 40,84 16,97 2,86 12,70 36,72 60,88 88,98"),
            Allograph.Parse("two in script", 5, "18,13 38,0 62,8 66,32 52,62 30,88 8,93 0,80 12,66 38,67 66,82 98,90"),
        ],
        [
            Allograph.Parse("three, round", 6, "10,14 32,1 58,6 62,26 48,42 28,46! 52,50 68,66 62,88 38,99 8,90"),
            Allograph.Parse("three, smooth at the waist", 4, "10,12 34,1 60,8 60,28 42,42 32,46 48,50 66,64 62,88 36,99 6,92"),
            Allograph.Parse("three with a flat top", 2, "10,4 38,4 66,3! 50,22 34,40! 58,48 68,68 58,90 34,99 6,92"),
            Allograph.Parse("three with a loop at the waist", 2, "12,14 34,1 60,10 56,32 34,48 24,46 36,42 60,56 66,76 48,97 8,90"),
            Allograph.Parse("three, wide", 5, "2,10 32,0 64,8 58,30 22,46! 58,50 74,68 56,92 24,99 -4,88"),
            Allograph.Parse("three with a large foot", 3, "14,10 36,0 56,8 52,26 26,38! 56,44 72,64 58,92 26,99 2,86"),
            Allograph.Parse("three with a long prong", 3, "8,9 38,0 62,9 54,30 16,45! 54,50 70,70 52,95 2,93"),
            Allograph.Parse("three, open", 2, "8,8 36,0 62,12 50,34 26,44! 56,54 68,72 50,92 22,100"),
        ],
        [
            Allograph.Parse("four, open", 5, "16,4 10,30 6,54! 34,54 74,50 | 62,6 58,50 54,100"),
            Allograph.Parse("four, open and round", 5, "14,6 6,30 11,50 30,56 58,46 | 67,4 61,50 55,100"),
            Allograph.Parse("four, closed, one stroke", 3, "50,100 54,50 56,0! 30,34 2,68! 40,68 86,63"),
            Allograph.Parse("four, closed, two strokes", 2, "52,2 28,34 2,66! 40,67 84,63 | 54,0 52,50 50,100"),
            Allograph.Parse("four in one line", 3, "8,10 4,36 16,53 38,48 60,24 72,2! 63,50 56,100"),
            Allograph.Parse("four, narrow", 4, "17,8 8,30 6,52 30,56 56,44 | 62,10 53,58 47,100"),
            Allograph.Parse("four with a long bar", 4, "22,8 12,32 2,56! 36,54 86,44 | 58,18 50,58 44,100"),
            Allograph.Parse("four, leaning", 3, "30,12 18,32 8,52 34,54 72,46 | 72,6 54,50 37,100"),
            Allograph.Parse("four, wide and open", 2, "10,12 6,36 10,54! 40,52 84,48 | 66,10 62,54 60,98"),
        ],
        [
            Allograph.Parse("five, two strokes", 5, "24,6 20,24 16,44! 38,36 62,48 66,74 46,95 6,92 | 24,6 48,5 76,2"),
            Allograph.Parse("five, one stroke", 5, "74,4 50,5 26,5! 21,24 17,42! 40,38 64,52 64,78 42,97 6,90"),
            Allograph.Parse("five like an s", 4, "74,6 46,3 24,14 22,34 42,46 60,62 56,86 34,98 4,88"),
            Allograph.Parse("five, upright and round", 3, "24,4 22,24 20,46! 40,40 64,54 66,78 44,98 12,94 | 24,4 46,4 68,3"),
            Allograph.Parse("five, low and wide", 3, "84,8 62,10 38,12! 30,28 22,46! 44,48 58,66 48,88 26,98 2,92"),
            Allograph.Parse("five with a large bowl", 3, "22,8 19,24 15,42! 42,34 70,46 77,70 58,94 26,99 0,84 | 22,8 50,7 78,3"),
        ],
        [
            Allograph.Parse("six, curved", 6, "56,2 34,18 15,48 12,78 30,98 54,92 64,72 50,56 30,62 15,80"),
            Allograph.Parse("six, straight", 4, "46,0 28,28 14,60 14,88 34,99 58,86 62,66 44,58 22,72 16,86"),
            Allograph.Parse("six, hooked", 3, "66,12 50,1 28,14 12,46 12,78 32,98 58,90 64,68 44,54 22,64 14,78"),
            Allograph.Parse("six with a small loop", 3, "50,2 28,30 12,66 20,96 44,97 56,80 46,66 28,72 18,88"),
            Allograph.Parse("six with a large loop", 2, "52,0 28,18 10,52 12,84 36,99 62,86 68,60 50,42 26,50 12,70"),
            Allograph.Parse("six, low and wide", 4, "32,0 16,30 7,64 18,92 46,99 74,86 78,66 58,55 34,66 20,86"),
        ],
        [
            Allograph.Parse("seven", 7, "6,10 38,7 72,4! 54,46 38,100"),
            Allograph.Parse("seven with a serif", 2, "8,24 10,8! 40,7 72,4! 54,48 40,100"),
            Allograph.Parse("seven with a bar", 2, "6,8 38,6 72,4! 52,50 34,100 | 22,54 44,51 68,48"),
            Allograph.Parse("seven, curved", 4, "8,16 24,6 48,8 70,4! 52,36 42,68 40,100"),
            Allograph.Parse("seven, round at the corner", 2, "8,12 34,5 62,6 66,20 50,56 36,100"),
            Allograph.Parse("seven, wavy", 2, "6,22 16,6 36,14 54,12 70,3! 58,44 44,98"),
        ],
        [
            Allograph.Parse("eight from an s", 6, "64,12 42,1 18,12 20,32 42,48 64,66 60,90 34,99 10,86 16,64 40,46 62,26 62,8"),
            Allograph.Parse("eight, clockwise", 3, "16,12 42,2 62,16 52,36 26,56 8,78 26,98 54,94 64,74 44,52 20,32 16,10"),
            Allograph.Parse("eight, two loops", 2, "40,3 20,12 20,34 40,46 58,34 58,12 40,3 | 40,46 14,60 12,86 38,99 64,86 62,60 40,46"),
            Allograph.Parse("eight, open at the top", 3, "66,6 42,2 18,16 24,36 46,50 62,70 52,94 28,98 12,82 22,62 48,42 70,16"),
            Allograph.Parse("eight with a small base", 3, "66,14 44,1 18,10 18,32 44,50 56,72 44,96 26,96 20,78 34,56 58,34 64,10"),
        ],
        [
            Allograph.Parse("nine with a straight tail", 6, "58,12 38,2 14,16 10,38 26,52 48,40 60,10! 58,50 54,100"),
            Allograph.Parse("nine with a curved tail", 3, "60,14 40,2 14,16 14,40 34,50 56,34 62,12! 64,50 54,88 32,99 10,90"),
            Allograph.Parse("nine, smooth", 4, "58,20 44,3 18,10 10,34 26,50 50,38 60,18 56,60 46,100"),
            Allograph.Parse("nine with a leaning tail", 4, "60,8 34,4 10,24 16,44 40,42 62,12! 50,54 34,100"),
            Allograph.Parse("nine with a small loop", 2, "60,10 42,2 24,14 24,32 40,38 58,20! 58,60 50,100"),
        ],
    ];

    /// <summary>The forms of <paramref name="digit"/>.</summary>
    public static ReadOnlySpan<Allograph> Of(int digit) => Forms[digit];

    /// <summary>One form of <paramref name="digit"/>, the common ones more often.</summary>
    public static Allograph Choose(int digit, SeededRandom random) => Allograph.Choose(Forms[digit], random);
}
