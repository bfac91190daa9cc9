namespace Cifra.Imaging.Digits;

/// <summary>The hand-set numbers of <see cref="Strokes.WidenThin(GrayImage)"/>, in pixels of a normalized digit.</summary>
/// <remarks>Set by hand by the width of the strokes of MNIST's training pictures. The measurement is not recorded.</remarks>
internal sealed record StrokeOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static StrokeOptions Default { get; } = new();

    /// <summary>Width below which strokes are widened: normalizing would fade them to grey.</summary>
    public double MinWidth { get; init; } = 1.6;

    /// <summary>The width that a thin stroke is given, about that of MNIST's strokes.</summary>
    public double WidenedWidth { get; init; } = 2.2;
}
