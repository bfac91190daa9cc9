using System.Text;

namespace Cifra.Reporting.Charts;

/// <summary>The kernels of a layer as small pictures: one hue where a weight is above 0, another below.</summary>
/// <remarks>All share one scale, whose ends are plus and minus the largest weight, so that they can be compared.</remarks>
internal static class SvgFilters
{
    /// <summary>Levels on either side of 0.</summary>
    public const int Levels = 5;

    private const int MostCells = 20_000; // past that the page grows heavy and the kernels too small to see

    /// <summary>Draws the filters and says how many were drawn.</summary>
    public static int Write(Markup page, FirstLayerFilters filters)
    {
        int size = filters.Height * filters.Width;
        int shown = Math.Clamp(MostCells / size, 1, filters.Count);
        float largest = Largest(filters.Values.Span);
        page.Open("ul", ("class", "filters"));
        for (int filter = 0; filter < shown; filter++)
        {
            ReadOnlySpan<float> weights = filters.Values.Span.Slice(filter * size, size);
            page.Open("li");
            Svg.Begin(page, "filter", filters.Width, filters.Height, $"filter {filter}");
            WriteFilter(page, weights, filters.Width, largest);
            page.Close().Close();
        }

        page.Close();
        return shown;
    }

    /// <summary>The style sheet's class for a level: p1 to p5 above 0, n1 to n5 below.</summary>
    public static string Style(int level) => level == 0 ? "zero" : level > 0 ? $"p{level}" : $"n{-level}";

    // One path per level: a square for each weight that has it.
    private static void WriteFilter(Markup page, ReadOnlySpan<float> weights, int width, float largest)
    {
        var squares = new SortedDictionary<int, StringBuilder>();
        for (int i = 0; i < weights.Length; i++)
        {
            int level = Level(weights[i], largest);
            if (!squares.TryGetValue(level, out StringBuilder? path))
            {
                squares[level] = path = new StringBuilder();
            }

            path.Append('M').Append(i % width).Append(' ').Append(i / width).Append("h1v1h-1z");
        }

        foreach ((int level, StringBuilder path) in squares)
        {
            page.Void("path", ("class", Style(level)), ("d", path.ToString()));
        }
    }

    private static int Level(float weight, float largest) =>
        float.IsFinite(weight) && largest > 0 ? (int)MathF.Round(Levels * weight / largest) : 0;

    private static float Largest(ReadOnlySpan<float> weights)
    {
        float largest = 0;
        foreach (float weight in weights)
        {
            largest = float.IsFinite(weight) ? MathF.Max(largest, MathF.Abs(weight)) : largest;
        }

        return largest;
    }
}
