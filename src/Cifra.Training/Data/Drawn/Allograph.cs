using System.Globalization;
using System.Numerics;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>A point that the pen goes through; at a corner it turns sharply instead of bending.</summary>
internal readonly record struct ControlPoint(Vector2 At, bool Corner);

/// <summary>One way to write a digit: the strokes of its skeleton, in a box about 0.75 wide and 1 high, y downwards.</summary>
/// <param name="Name">What people would call it: "seven with a bar".</param>
/// <param name="Weight">How common it is among the forms of its digit.</param>
/// <param name="Strokes">The control points of each stroke, in the order of writing.</param>
internal sealed record Allograph(string Name, int Weight, IReadOnlyList<ControlPoint[]> Strokes)
{
    /// <summary>Reads strokes such as <c>"8,6 72,4! 40,100 | 20,50 62,48"</c>.</summary>
    /// <remarks>Points are x,y in hundredths of the height; <c>!</c> marks a corner, <c>|</c> lifts the pen.</remarks>
    public static Allograph Parse(string name, int weight, string strokes) =>
        new(name, weight, [.. strokes.Split('|').Select(ParseStroke)]);

    /// <summary>One of several forms, the common ones more often.</summary>
    public static Allograph Choose(Allograph[] forms, SeededRandom random)
    {
        int ticket = random.Next(forms.Sum(form => form.Weight));
        int chosen = 0;
        while (ticket >= forms[chosen].Weight)
        {
            ticket -= forms[chosen++].Weight;
        }

        return forms[chosen];
    }

    private static ControlPoint[] ParseStroke(string stroke) =>
        [.. stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParsePoint)];

    private static ControlPoint ParsePoint(string point)
    {
        string[] xy = point.TrimEnd('!').Split(',');
        float x = float.Parse(xy[0], CultureInfo.InvariantCulture);
        float y = float.Parse(xy[1], CultureInfo.InvariantCulture);
        return new ControlPoint(new Vector2(x, y) / 100, point.EndsWith('!'));
    }
}
