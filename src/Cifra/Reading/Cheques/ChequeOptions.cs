using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>
/// The hand-set numbers that find the fields of a cheque: <see cref="ChequePage"/>, <see cref="ChequePlaces"/>, <see cref="DateBoxes"/>, and the choice
/// among places in <see cref="ChequeReader"/>.
/// </summary>
/// <remarks>
/// Set by hand on the project's drawn cheques and on cheques-us-dev and cheques-in-dev (docs/cheques.md). Which run decided on which number is not recorded.
/// </remarks>
internal sealed record ChequeOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static ChequeOptions Default { get; } = new();

    /// <summary>Shapes: least height in pixels that can be read.</summary>
    public int MinHeight { get; init; } = 7;

    /// <summary>Shapes: least height of a written digit, as a part of the cheque's width.</summary>
    public double MinDigitHeight { get; init; } = 0.0085;

    /// <summary>Shapes: greatest height of a written digit, as a part of the cheque's width.</summary>
    public double MaxDigitHeight { get; init; } = 0.085;

    /// <summary>Shapes: greatest width over height; wider shapes are rules and dashes.</summary>
    public double MaxAspect { get; init; } = 5;

    /// <summary>
    /// Groups: a cheque's fields and print stand close together, so a shape is compared with the last one alone, joins the group that ends nearest, and a
    /// gap of more than 1.4 heights begins another group.
    /// </summary>
    public LineFinderOptions Groups { get; init; } = new() { End = 1, WidestGap = 1.4, Nearest = true };

    /// <summary>Bounds of the cheque: its greatest height, in heights of a magnetic digit.</summary>
    public double MaxHeightInDigits { get; init; } = 40;

    /// <summary>Bounds of the cheque: its greatest width, in heights of a magnetic digit.</summary>
    public double MaxWidthInDigits { get; init; } = 85;

    /// <summary>Bounds of the cheque: distance from the foot of the magnetic line to the lower edge, in heights of a magnetic digit.</summary>
    public double BottomMarginInDigits { get; init; } = 2.5;

    /// <summary>Bounds of the cheque: distance above the magnetic line down to which shapes may be digits, in heights of a magnetic digit.</summary>
    public double ClearBandInDigits { get; init; } = 0.5;

    /// <summary>Line of a field: quantile of its shapes' heights that is taken for the height of a digit.</summary>
    public double DigitHeightQuantile { get; init; } = 0.45;

    /// <summary>
    /// Line of a field: greatest height of a shape that counts for the line, in heights of a digit; strokes of a date and currency signs are taller.
    /// </summary>
    public double MaxHeightInLine { get; init; } = 1.5;

    /// <summary>
    /// Ink of a field: a component that reaches out of the field's rows by more than this, in heights of the line, is erased: the side of a box.
    /// </summary>
    public double MaxOverhang { get; init; } = 0.45;

    /// <summary>Places: groups that are read for one field at most, those nearest to the usual position first; bounds the time.</summary>
    public int MaxPlaces { get; init; } = 6;

    /// <summary>Places: greatest distance from the usual position of a group that is read, in standard deviations.</summary>
    public double MaxDeviations { get; init; } = 3;

    /// <summary>Captions: quantile of a group's heights that is taken for the height of its digits.</summary>
    public double CaptionQuantile { get; init; } = 0.75;

    /// <summary>Captions: shapes at the beginning of a group that are lower than this, in heights of its digits, are a printed caption.</summary>
    public double CaptionHeight { get; init; } = 0.62;

    /// <summary>Captions: least number of shapes of a caption; a single low shape may be a dash or a sign.</summary>
    public int MinCaptionShapes { get; init; } = 2;

    /// <summary>Date boxes: least number of the nine vertical rules that must be found; print and pen often hide most of them.</summary>
    public int MinBoxSides { get; init; } = 2;

    /// <summary>Date boxes: how far a vertical rule may be from its position, in widths of a box.</summary>
    public double BoxSideTolerance { get; init; } = 0.14;

    /// <summary>Date boxes: how far the end of a vertical rule may be from the horizontal one, in heights of a box.</summary>
    public double BoxEndTolerance { get; init; } = 0.35;

    /// <summary>Date boxes: least width of a box over its height.</summary>
    public double MinBoxAspect { get; init; } = 0.5;

    /// <summary>Date boxes: greatest width of a box over its height.</summary>
    public double MaxBoxAspect { get; init; } = 1.9;

    /// <summary>Date boxes: least part of the longer horizontal rule that the other one runs beside.</summary>
    public double MinBoxOverlap { get; init; } = 0.25;

    /// <summary>Date boxes: they end above this, as a part of the cheque's height.</summary>
    public double MaxBoxDown { get; init; } = 0.5;

    /// <summary>Date boxes: they begin right of this, as a part of the cheque's width.</summary>
    public double MinBoxAcross { get; init; } = 0.4;

    /// <summary>Date boxes: width of the rim of a box in which its rules may lie, as a part of its shorter side.</summary>
    public double BoxRim { get; init; } = 0.1;

    /// <summary>Date boxes: least width of that rim, in pixels.</summary>
    public int MinBoxRim { get; init; } = 2;

    /// <summary>Date boxes: least height of a digit in a box, in heights of the box without its rim.</summary>
    public double MinHeightInBox { get; init; } = 0.25;

    /// <summary>Date boxes: number of boxes that may be empty.</summary>
    public int MaxEmptyBoxes { get; init; } = 2;

    /// <summary>Fit: its first term if the text has no path through the lattice, so that only the line network speaks for it; a natural logarithm.</summary>
    public double FitWithoutPath { get; init; } = -1;

    /// <summary>Fit: least value of a term, of one digit's piece or of the grammar; a natural logarithm.</summary>
    public double MinFit { get; init; } = -4;

    /// <summary>Choice: weight of the fit of a reading beside the log-density of its position.</summary>
    public double FitWeight { get; init; } = 2;

    /// <summary>Choice: score of a number with the marks of its kind: cents, a currency sign, the strokes of a date.</summary>
    public double MarkScore { get; init; } = 1;

    /// <summary>Choice: least score of a field, position, fit and marks together.</summary>
    public double MinScore { get; init; } = -4.5;
}
