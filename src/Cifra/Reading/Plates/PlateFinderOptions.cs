namespace Cifra.Reading.Plates;

/// <summary>
/// The hand-set numbers of the search for rows of characters: <see cref="CharacterShapes"/>, <see cref="ShapeRows"/>, <see cref="PlateFinder"/>.
/// </summary>
/// <remarks>Set by hand on the 60 street scenes and crops of plates-us-dev (docs/plates.md). Which run decided on which number is not recorded.</remarks>
internal sealed record PlateFinderOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static PlateFinderOptions Default { get; } = new();

    /// <summary>Height of the lowest character that one scale is searched for, in pixels of that scale.</summary>
    public int MinCharacterHeight { get; init; } = 9;

    /// <summary>Height of the tallest character that one scale is searched for, in pixels of that scale.</summary>
    public int MaxCharacterHeight { get; init; } = 46;

    /// <summary>Half the side of the square window that gives a pixel's local mean and deviation, in pixels.</summary>
    public int WindowRadius { get; init; } = 16;

    /// <summary>Standard deviation in grey levels up to which a window counts as flat and shows nothing.</summary>
    public float FlatDeviation { get; init; } = 2;

    /// <summary>Thresholds, in local standard deviations from the local mean. The picture is split at each of them.</summary>
    public IReadOnlyList<float> Thresholds { get; init; } = [0.25f, 0.7f, 1.15f];

    /// <summary>Least width of a character over its height: a thin 1.</summary>
    public double MinAspect { get; init; } = 0.08;

    /// <summary>Greatest width of a character over its height: a broad W.</summary>
    public double MaxAspect { get; init; } = 1.35;

    /// <summary>Least part of its box that a character covers.</summary>
    public double MinCoverage { get; init; } = 0.12;

    /// <summary>Least number of shapes in a row.</summary>
    public int MinShapes { get; init; } = 3;

    /// <summary>Greatest number of shapes in a row; longer rows are fences and grilles.</summary>
    public int MaxShapes { get; init; } = 14;

    /// <summary>Least height of the lower of two neighbours over that of the taller one.</summary>
    public double MinHeightRatio { get; init; } = 0.72;

    /// <summary>Steepest row: rows down for each column to the right.</summary>
    public double MaxSlope { get; init; } = 0.27;

    /// <summary>How far the middles of two neighbours may differ vertically besides the slope, in heights of the taller one.</summary>
    public double MaxVerticalOffset { get; init; } = 0.14;

    /// <summary>Smallest gap between two neighbours, in heights of the taller one; negative where they may overlap.</summary>
    public double MinGap { get; init; } = -0.2;

    /// <summary>Widest gap between two neighbours, in heights of the lower one.</summary>
    public double MaxGap { get; init; } = 1.35;

    /// <summary>Two neighbours' middles lie further apart than this, in heights of the taller one: else they are one character seen twice.</summary>
    public double MinStep { get; init; } = 0.2;

    /// <summary>Pixels of gap that one pixel of different height counts for when the nearest neighbour is chosen.</summary>
    public double HeightPenalty { get; init; } = 2;

    /// <summary>How far a shape's top or foot may lie off its row's line, in heights of the row; shapes further off are left out.</summary>
    public double MaxOutlier { get; init; } = 0.17;

    /// <summary>Rows that are kept of one picture at most; bounds the time of the network's first pass.</summary>
    public int MaxRows { get; init; } = 90;

    /// <summary>Greatest number of pixels of the largest scale; bounds the time of the search.</summary>
    public int MaxPixels { get; init; } = 5_000_000;

    /// <summary>How many times a picture is enlarged for its largest scale.</summary>
    public int Enlargement { get; init; } = 2;

    /// <summary>The same of a picture of at most <see cref="SmallPictureHeight"/> rows.</summary>
    public int SmallPictureEnlargement { get; init; } = 4;

    /// <summary>Rows of a picture up to which it counts as small.</summary>
    public int SmallPictureHeight { get; init; } = 200;

    /// <summary>Shorter side of the smallest scale, in pixels.</summary>
    public int MinScaleSide { get; init; } = 24;

    /// <summary>Two rows are the same row if the lower one is at least this part of the taller one high.</summary>
    public double SameRowHeightRatio { get; init; } = 0.8;

    /// <summary>Two rows are the same row if their centres differ vertically by at most this, in heights of the taller one.</summary>
    public double SameRowVerticalOffset { get; init; } = 0.2;

    /// <summary>Two rows of one length are the same row if their centres differ horizontally by at most this, in heights of the taller one.</summary>
    public double SameRowHorizontalOffset { get; init; } = 0.5;

    /// <summary>Longer side in pixels up to which a picture may show a plate and nothing else.</summary>
    public int MaxCropSide { get; init; } = 700;

    /// <summary>Least width over height of a picture that may show a plate and nothing else.</summary>
    public double MinCropAspect { get; init; } = 1.2;

    /// <summary>Greatest width over height of a picture that may show a plate and nothing else.</summary>
    public double MaxCropAspect { get; init; } = 8;

    /// <summary>Where the characters may stand in a picture that shows a plate and nothing else: top and foot as parts of its height.</summary>
    public IReadOnlyList<(double Top, double Bottom)> CropRows { get; init; } =
        [(0.28, 0.72), (0.34, 0.78), (0.2, 0.8), (0.12, 0.88), (0.3, 0.84), (0.24, 0.64), (0.36, 0.68)];

    /// <summary>Left and right edges that belong to the plate's rim in such a picture, as a part of its width.</summary>
    public double CropRim { get; init; } = 0.03;
}
