namespace Cifra.Imaging.Ink;

/// <summary>The hand-set numbers of <see cref="InkLevels"/>. Deviations are those of the paper's levels.</summary>
/// <remarks>
/// Set by hand on the project's drawn samples and development pictures (docs/decisions/0013); the source of the single numbers is not recorded.
/// <see cref="FaintDeviations"/> and <see cref="FaintContrast"/> were set on MNIST training pictures saved as PNG.
/// </remarks>
internal sealed record InkLevelsOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static InkLevelsOptions Default { get; } = new();

    /// <summary>Least difference between ink and paper, in levels of 255. A fainter difference is no ink.</summary>
    public int MinContrast { get; init; } = 24;

    /// <summary>Least difference between ink and paper, in deviations.</summary>
    public int MinInkDeviations { get; init; } = 6;

    /// <summary>Difference from the paper, in deviations, up to which a pixel is paper.</summary>
    public int PaperDeviations { get; init; } = 4;

    /// <summary>Least share of the picture's pixels that stand out of the paper: a hair's width across a page.</summary>
    public double MinInk { get; init; } = 0.0001;

    /// <summary>The quantile of the absorption that is one deviation below the median: that of a normal distribution.</summary>
    public double DeviationQuantile { get; init; } = 0.16;

    /// <summary>Ink begins this many deviations above the paper.</summary>
    public double Deviations { get; init; } = 2;

    /// <summary>Ink begins at least this part of the contrast above the paper.</summary>
    public double Contrast { get; init; } = 1 / 8.0;

    /// <summary><see cref="Deviations"/> where faint ends of strokes are kept.</summary>
    public double FaintDeviations { get; init; } = 1.5;

    /// <summary><see cref="Contrast"/> where faint ends of strokes are kept.</summary>
    public double FaintContrast { get; init; } = 1 / 32.0;
}
