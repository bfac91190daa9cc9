using System.Globalization;

namespace Cifra.Reading.Micr;

/// <summary>The fourteen characters of E-13B as rectangles on their grid.</summary>
/// <remarks>
/// After the published geometry (ISO 1004-1, ANSI X9.27): modules of 0.013 inch, seven wide and nine high; strokes of one module or more; narrow characters
/// at the right of their box; the on-us symbol seven high and the dash four. Corners are square here except those of the zero; ink and scanner round them.
/// </remarks>
internal static class E13BShapes
{
    /// <summary>A module in millimetres.</summary>
    public const float Module = 0.013f * 25.4f;

    // Left, top, right and bottom of each rectangle, in modules. The zero has two small ones at each corner.
    private const string Zero =
        "0,1.5,1,7.5 6,1.5,7,7.5 1.5,0,5.5,1 1.5,8,5.5,9 .2,.8,1.2,1.7 .8,.2,1.8,1.2 5.8,.8,6.8,1.7 5.2,.2,6.2,1.2 " +
        ".2,7.3,1.2,8.2 .8,7.8,1.8,8.8 5.8,7.3,6.8,8.2 5.2,7.8,6.2,8.8";

    private static readonly (char Symbol, string Bars)[] Shapes =
    [
        ('0', Zero),
        ('1', "3,0,5,1.3 4,1.3,5,5 3,5,7,9"),
        ('2', "3,0,7,1 6,1,7,4 3,4,7,5 3,5,4,8 3,8,7,9"),
        ('3', "2,0,6,1 5,1,6,4 2,4,6,5 5,4.4,7,9 2,8,5,9"),
        ('4', "1,0,3,7 3,6,7,7 5,5.2,7,9"),
        ('5', "2,0,7,1 2,1,3,4 2,4,7,5 6,5,7,8 2,8,7,9"),
        ('6', "1,0,2,9 2,0,5,1 4,1,5,2.5 2,5,7,6 6,6,7,8 2,8,7,9"),
        ('7', "2,0,7,1 2,1,3,3 6,1,7,4 4,4,7,5 4,5,5,9"),
        ('8', "1,0,2,4 5,0,6,4 2,0,5,1 1,4,6,5 0,4.8,2,9 5,4.8,7,9 2,8,5,9"),
        ('9', "1,0,2,5 2,0,7,1 2,4,7,5 6,1,7,5 5,5,7,9"),
        (MicrFace.Transit, "0,1.5,2,7.5 4,0,7,3 4,6,7,9"),
        (MicrFace.Amount, "0,6,2,9 3,1.5,4,7.5 5,0,7,3"),
        (MicrFace.OnUs, "0,1.5,1,7.5 2,1.5,3,7.5 4,.5,7,4"),
        (MicrFace.Dash, "0,2.5,2,6.5 3,2.5,4,6.5 5,2.5,7,6.5"),
    ];

    /// <summary>The ink of each character.</summary>
    public static Dictionary<char, MicrBar[]> All() =>
        Shapes.ToDictionary(shape => shape.Symbol, shape => Array.ConvertAll(shape.Bars.Split(' '), Parse));

    private static MicrBar Parse(string bar)
    {
        float[] sides = Array.ConvertAll(bar.Split(','), side => Module * float.Parse(side, CultureInfo.InvariantCulture));
        return new MicrBar(sides[0], sides[1], sides[2], sides[3]);
    }
}
