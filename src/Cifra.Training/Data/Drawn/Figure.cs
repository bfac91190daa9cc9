using System.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>A place of the pen and its radius there.</summary>
internal readonly record struct PenPoint(Vector2 At, float Radius);

/// <summary>A digit as written: strokes of pen points, and the box that their ink fills.</summary>
internal sealed class Figure
{
    /// <summary>A figure of at least one stroke.</summary>
    public Figure(IReadOnlyList<PenPoint[]> strokes)
    {
        Strokes = strokes;
        Least = new Vector2(float.MaxValue);
        Most = new Vector2(float.MinValue);
        foreach (PenPoint point in strokes.SelectMany(stroke => stroke))
        {
            Least = Vector2.Min(Least, point.At - new Vector2(point.Radius));
            Most = Vector2.Max(Most, point.At + new Vector2(point.Radius));
        }
    }

    /// <summary>The strokes in the order of writing.</summary>
    public IReadOnlyList<PenPoint[]> Strokes { get; }

    /// <summary>Left and top of the ink.</summary>
    public Vector2 Least { get; }

    /// <summary>Right and bottom of the ink.</summary>
    public Vector2 Most { get; }

    /// <summary>Width and height of the ink.</summary>
    public Vector2 Size => Most - Least;

    /// <summary>The figure scaled about the origin and then moved.</summary>
    public Figure Place(float scale, Vector2 offset) => new(
        [.. Strokes.Select(stroke => Array.ConvertAll(
            stroke, point => new PenPoint((point.At * scale) + offset, point.Radius * scale)))]);
}
