using Cifra.Imaging.Ink;

namespace Cifra.Imaging.Frames;

/// <summary>The hand-set numbers of <see cref="LineInk"/> and <see cref="FrameFinder"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and on sudoku-photos-dev (docs/forms.md). Which run decided on which number is not recorded.</remarks>
internal sealed record FrameFinderOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static FrameFinderOptions Default { get; } = new();

    /// <summary>Half the side of the square that a pixel is compared with, as a part of the picture's longer side.</summary>
    public double Surroundings { get; init; } = 1 / 110.0;

    /// <summary>Least half side of that square, in pixels.</summary>
    public int MinSurroundings { get; init; } = 4;

    /// <summary>How much darker than its surroundings ink is, in deviations of the paper's grain.</summary>
    public double GrainDeviations { get; init; } = 2;

    /// <summary>
    /// The quantile of the pixels brighter than their surroundings that is taken for one deviation of the grain: that of a normal distribution.
    /// </summary>
    public double GrainQuantile { get; init; } = 0.84;

    /// <summary>How much darker than its surroundings ink is at least, in levels, however fine the grain.</summary>
    public int MinDifference { get; init; } = 6;

    /// <summary>How much darker than its surroundings ink need be at most, in levels, however coarse the grain.</summary>
    public int MaxDifference { get; init; } = 24;

    /// <summary>Level below which a pixel is ink whatever its surroundings: the inside of a solid mark.</summary>
    public int Dark { get; init; } = EvenLight.Paper / 2;

    /// <summary>Least length of a box's sides, in pixels.</summary>
    public int MinSide { get; init; } = 8;

    /// <summary>Least angle between two sides of a box, in degrees.</summary>
    public double MinCorner { get; init; } = 20;

    /// <summary>Least share of a cell's quadrilateral that is paper; the rest is writing.</summary>
    public double MinPaper { get; init; } = 0.5;

    /// <summary>Least share of each side of an outline along which there is ink.</summary>
    public double MinInkOnSide { get; init; } = 0.7;

    /// <summary>Greatest distance of a side's ink from the straight line between its corners, as a part of the side's length: paper bends.</summary>
    public double MaxBend { get; init; } = 0.015;

    /// <summary>The same distance in pixels, for short sides.</summary>
    public int MaxBendPixels { get; init; } = 2;

    /// <summary>
    /// How far a cell's paper may reach out of the box around its corners, as a part of the box's shorter side. What is round reaches further.
    /// </summary>
    public double MaxRoundness { get; init; } = 0.07;

    /// <summary>Pixels along a side of which one is examined.</summary>
    public double SampleDistance { get; init; } = 3;

    /// <summary>Least number of points that are examined along a side.</summary>
    public int MinSamples { get; init; } = 8;

    /// <summary>Number of the largest boxes of each kind that are kept. Bounds the work.</summary>
    public int MaxBoxes { get; init; } = 600;

    /// <summary>Greatest share of the picture that a box covers.</summary>
    public double MaxArea { get; init; } = 0.98;
}
