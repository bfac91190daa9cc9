using Cifra.Imaging;

namespace Cifra.Reading.Post;

/// <summary>Tells the bars that a sorting machine prints from digits: bars are narrow and stand at even distances.</summary>
internal static class BarcodeDetector
{
    /// <summary>Whether most parts are narrow and most distances are even.</summary>
    /// <param name="parts">Two or more, left to right.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static bool IsBarcode(IReadOnlyList<Component> parts, WritingOptions? options = null)
    {
        options ??= WritingOptions.Default;
        int[] steps = [.. parts.Zip(parts.Skip(1), (left, right) => right.Box.X - left.Box.X)];
        int usual = steps.Order().ElementAt(steps.Length / 2);
        int even = steps.Count(step => Math.Abs(step - usual) <= Math.Max(1, options.MaxBarJitter * usual));
        int narrow = parts.Count(part => part.Box.Width <= options.MaxBarAspect * part.Box.Height);
        return even >= options.MinBarShare * steps.Length && narrow >= options.MinBarShare * parts.Count;
    }
}
