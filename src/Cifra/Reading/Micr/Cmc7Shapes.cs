namespace Cifra.Reading.Micr;

/// <summary>The digits and the five symbols of CMC-7: seven bars with two long and four short gaps, cut so that people see a digit.</summary>
/// <remarks>
/// After ISO 1004-2: bars of 0.15 mm; 0.3 mm from the left edge of a bar to that of the next, 0.5 mm over a long gap. There are fifteen ways to choose two
/// of six gaps, and fifteen characters. The standard leaves open where along its height a bar is cut; these cuts are our own.
/// </remarks>
internal static class Cmc7Shapes
{
    /// <summary>Width of a bar in millimetres.</summary>
    public const float Bar = 0.15f;

    /// <summary>Distance of the left edges of two bars over a short gap, in millimetres.</summary>
    public const float Short = 0.3f;

    /// <summary>Distance of the left edges of two bars over a long gap, in millimetres.</summary>
    public const float Long = 0.5f;

    /// <summary>Width of every character, in millimetres.</summary>
    public const float Width = (4 * Short) + (2 * Long) + Bar;

    /// <summary>Height of a digit, in millimetres.</summary>
    public const float Height = 2.85f;

    private const int Rows = 9;

    /// <summary>Each character, its gaps from left to right (1 is long), and its bars in nine rows.</summary>
    public static IReadOnlyList<(char Symbol, string Gaps, string Look)> Codes { get; } =
    [
        ('0', "001100", ".#####. ####### ##...## ##...## ##...## ##...## ##...## ####### .#####."),
        ('1', "100010", "...##.. ..###.. .####.. ...##.. ...##.. ...##.. ...##.. ####### #######"),
        ('2', "011000", "######. ####### .....## .....## .###### ######. ##..... ####### #######"),
        ('3', "101000", "######. ####### .....## ..##### ..##### .....## .....## ####### ######."),
        ('4', "100100", "##..... ##..... ##..##. ##..##. ####### ####### ....##. ....##. ....##."),
        ('5', "000110", "####### ####### ##..... ######. ####### .....## .....## ####### ######."),
        ('6', "001010", ".###### ####### ##..... ######. ####### ##...## ##...## ####### .#####."),
        ('7', "110000", "####### ####### .....## ....### ...###. ..###.. .###... .##.... ###...."),
        ('8', "010010", ".#####. ####### ##...## ####### .#####. ##...## ##...## ####### .#####."),
        ('9', "010100", ".#####. ####### ##...## ##...## ####### .###### .....## ####### ######."),
        (':', "100001", "....... ####### ####### ##..... ##..... ##..... ####### ####### ......."),
        (';', "010001", "....... ##...## ##...## ##...## ####### ####### ####### ####### ......."),
        ('<', "001001", "....... ....### ..##### ####### ####### ####### ..##### ....### ......."),
        ('=', "000101", "....... ####### ####### ####### ....... ####### ####### ####### ......."),
        ('>', "000011", "....... ###.... #####.. ####### ####### ####### #####.. ###.... ......."),
    ];

    /// <summary>The left edges of a character's bars, in millimetres.</summary>
    /// <param name="gaps">Its gaps from left to right, 1 for a long one.</param>
    public static float[] Edges(string gaps)
    {
        float[] edges = new float[gaps.Length + 1];
        for (int i = 0; i < gaps.Length; i++)
        {
            edges[i + 1] = edges[i] + (gaps[i] == '1' ? Long : Short);
        }

        return edges;
    }

    /// <summary>The gaps of a character from left to right, 1 for a long one.</summary>
    public static string Gaps(char symbol) => Codes.First(code => code.Symbol == symbol).Gaps;

    /// <summary>The ink of each character.</summary>
    public static Dictionary<char, MicrBar[]> All() => Codes.ToDictionary(code => code.Symbol, code => Bars(code.Gaps, code.Look.Split(' ')));

    private static MicrBar[] Bars(string gaps, string[] look)
    {
        List<MicrBar> bars = [];
        float[] edges = Edges(gaps);
        for (int bar = 0; bar < edges.Length; bar++)
        {
            int from = -1;
            for (int row = 0; row <= Rows; row++)
            {
                bool ink = row < Rows && look[row][bar] == '#';
                if (ink && from < 0)
                {
                    from = row;
                }
                else if (!ink && from >= 0)
                {
                    bars.Add(new MicrBar(edges[bar], from * Height / Rows, edges[bar] + Bar, row * Height / Rows));
                    from = -1;
                }
            }
        }

        return [.. bars];
    }
}
