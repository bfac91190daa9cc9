using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Tells bars that a sorting machine printed from digits: they are narrow, and follow one another at even distances.</summary>
internal static class Bars
{
    /// <summary>Most of them are narrower than this, in their height.</summary>
    private const double Widest = 0.5;

    /// <summary>Most distances differ from the usual one by at most this part of it.</summary>
    private const double Uneven = 0.3;

    private const double Most = 0.75;

    /// <summary>Whether most parts are bars.</summary>
    /// <param name="parts">Two or more, left to right.</param>
    public static bool Are(IReadOnlyList<Component> parts)
    {
        int[] steps = [.. parts.Zip(parts.Skip(1), (left, right) => right.Box.X - left.Box.X)];
        int usual = steps.Order().ElementAt(steps.Length / 2);
        int even = steps.Count(step => Math.Abs(step - usual) <= Math.Max(1, Uneven * usual));
        int narrow = parts.Count(part => part.Box.Width <= Widest * part.Box.Height);
        return even >= Most * steps.Length && narrow >= Most * parts.Count;
    }
}
