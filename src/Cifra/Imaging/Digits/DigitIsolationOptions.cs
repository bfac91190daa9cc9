namespace Cifra.Imaging.Digits;

/// <summary>
/// The hand-set numbers by which digits are told from the rest of the ink: <see cref="DigitParts"/>, <see cref="DigitGrouping"/>, <see
/// cref="DigitIsolator"/>.
/// </summary>
/// <remarks>
/// Set by hand on the project's drawn samples and on the development pictures of docs/decisions/0013 (orand-car-a-dev, photo-numbers-dev).
/// Which run decided on which number is not recorded.
/// </remarks>
internal sealed record DigitIsolationOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static DigitIsolationOptions Default { get; } = new();

    /// <summary>
    /// Width of the rim along the picture's edge, as a part of the picture's shorter side. What touches the edge and lies in the rim belongs to something
    /// else.
    /// </summary>
    public double PictureRim { get; init; } = 0.1;

    /// <summary>
    /// Width of the rim inside a frame's box, as a part of the box's shorter side. The ink of a frame lies in it; frames in photos are not quite straight.
    /// </summary>
    public double FrameRim { get; init; } = 0.15;

    /// <summary>Least share of a component's pixels in a rim for it to be an edge or a frame.</summary>
    public double MinShareInRim { get; init; } = 0.75;

    /// <summary>Least width over height of a dash or a rule, or of zeros written without lifting the pen.</summary>
    public int MinDashAspect { get; init; } = 5;

    /// <summary>Least height of connected zeros, as a part of the tallest shape's height. What is flat and lower is a dash or a rule.</summary>
    public double MinChainHeight { get; init; } = 0.4;

    /// <summary>Least height over width of an upright rule that runs from the picture's top to its bottom.</summary>
    public int MinRuleAspect { get; init; } = 8;

    /// <summary>Greatest height of a shape beside such a rule, as a part of the rule's height. Taller shapes do not prove that it is a rule.</summary>
    public double MaxHeightBesideRule { get; init; } = 0.8;

    /// <summary>The ink of a shape beside such a rule must exceed the rule's divided by this.</summary>
    public int RuleInkDivisor { get; init; } = 4;

    /// <summary>Least height of writing inside a frame, as a part of the frame's height.</summary>
    public double MinHeightInFrame { get; init; } = 0.25;

    /// <summary>Least share of its box that a frame leaves free.</summary>
    public double MinFreeInFrame { get; init; } = 0.7;

    /// <summary>Least width over height of a comb of cells.</summary>
    public int MinCombAspect { get; init; } = 2;

    /// <summary>Number of the tallest shapes that are examined as possible frames. Bounds the work.</summary>
    public int MaxFrames { get; init; } = 200;

    /// <summary>Size up to which a shape is a speck, both ways, as a part of a digit's height.</summary>
    public double MaxSpeck { get; init; } = 0.28;

    /// <summary>Least height of a digit in pixels. Lower ones cannot be read.</summary>
    public int MinDigitHeight { get; init; } = 6;

    /// <summary>Least height of a digit, as a part of the picture's longer side. What is lower is dust on a page.</summary>
    public double MinPartOfPicture { get; init; } = 0.008;

    /// <summary>Least part of the narrower part's width that two parts of one digit share, one above the other.</summary>
    public double MinCommonWidth { get; init; } = 0.5;

    /// <summary>Greatest vertical gap between two parts of one digit, in heights of the usual digit.</summary>
    public double MaxBreak { get; init; } = 0.25;

    /// <summary>Greatest height of a digit that was put together, in heights of the usual digit.</summary>
    public double MaxJoinedHeight { get; init; } = 1.3;

    /// <summary>The same if the parts share rows. It is larger because where the only digit is broken, the usual height is that of its parts.</summary>
    public double MaxJoinedHeightOverlapping { get; init; } = 2;

    /// <summary>Greatest factor by which faint ink is strengthened.</summary>
    public int MaxGain { get; init; } = 4;

    /// <summary>The quantile of a digit's ink levels that becomes full ink.</summary>
    public double FullInkQuantile { get; init; } = 0.75;

    /// <summary>Weight of a digit at the picture's edge when the one digit of a picture is chosen; in the middle the weight is 1.</summary>
    public double EdgeWeight { get; init; } = 0.1;
}
