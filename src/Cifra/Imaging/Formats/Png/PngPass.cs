namespace Cifra.Imaging.Formats.Png;

/// <summary>One pass of an interlaced PNG picture: the columns and rows at fixed steps from a first one.</summary>
/// <remarks>A picture that is not interlaced has a single pass over all of it; Adam7 has seven, from coarse to fine.</remarks>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    private static readonly PngPass[] Single = [new(0, 0, 1, 1)];

    private static readonly PngPass[] Adam7 =
    [
        new(0, 0, 8, 8),
        new(4, 0, 8, 8),
        new(0, 4, 4, 8),
        new(2, 0, 4, 4),
        new(0, 2, 2, 4),
        new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    /// <summary>The passes in the order of the file.</summary>
    public static ReadOnlySpan<PngPass> Of(bool interlaced) => interlaced ? Adam7 : Single;

    /// <summary>Pixels in each of the pass's rows; none if the picture is too narrow.</summary>
    public int Columns(int width) => (width - X + StepX - 1) / StepX;

    /// <summary>Rows in the pass; none if the picture is too low.</summary>
    public int Lines(int height) => (height - Y + StepY - 1) / StepY;
}
