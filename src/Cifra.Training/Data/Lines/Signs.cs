using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>The signs that stand between digits, as skeletons at their place on the line: the top of a digit at 0, its foot at 1.</summary>
internal static class Signs
{
    private static readonly Dictionary<char, Allograph[]> Forms = new()
    {
        ['.'] = [
            Allograph.Parse("point", 4, "4,95 6,97"), Allograph.Parse("point, drawn out", 1, "2,96 10,97"), Allograph.Parse("point, high", 1, "4,86 6,88")
        ],
        [','] = [Allograph.Parse("comma", 3, "9,90 8,102 0,116"), Allograph.Parse("comma, straight", 2, "10,92 1,112")],
        ['-'] = [
            Allograph.Parse("dash", 3, "0,56 24,55 46,54"), Allograph.Parse("dash, long and wavy", 1, "0,58 30,50 60,60 90,52"),
            Allograph.Parse("dash, low", 1, "0,76 22,75 44,73")
        ],
        ['/'] = [Allograph.Parse("slash", 3, "44,-6 22,48 0,104"), Allograph.Parse("slash, steep", 1, "24,-8 12,48 0,106")],
        ['$'] =
        [
            Allograph.Parse("dollar, one bar", 3, "58,18 40,6 14,12 12,36 36,48 58,60 58,84 30,96 4,84 | 35,-8 33,50 32,110"),
            Allograph.Parse("dollar, two bars", 1, "58,18 40,6 14,12 12,36 36,48 58,60 58,84 30,96 4,84 | 28,-8 26,110 | 44,-8 42,110"),
        ],
        ['#'] = [Allograph.Parse("hash", 1, "24,4 10,98 | 56,2 42,96 | 0,36 70,32 | -4,68 64,64")],
        ['='] = [Allograph.Parse("equals", 2, "0,44 40,42 | 0,64 40,62"), Allograph.Parse("equals, long", 1, "0,42 70,38 | 4,62 72,58")],
        ['*'] = [Allograph.Parse("star", 1, "20,16 20,60 | 2,26 38,52 | 38,26 2,52")],
        [':'] = [Allograph.Parse("colon", 1, "4,40 6,42 | 4,90 6,92")],
    };

    /// <summary>One form of a sign, the common ones more often.</summary>
    public static Allograph Choose(char sign, SeededRandom random) => Allograph.Choose(Forms[sign], random);
}
