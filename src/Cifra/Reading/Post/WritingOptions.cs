using Cifra.Reading.Lines;

namespace Cifra.Reading.Post;

/// <summary>
/// The hand-set numbers that put a page's components together: <see cref="WritingParts"/>, <see cref="WritingLine"/>, <see cref="AddressBlock"/>,
/// <see cref="BarcodeDetector"/>.
/// </summary>
/// <remarks>Set by hand on the project's composed envelopes (docs/post.md). Which run decided on which number is not recorded.</remarks>
internal sealed record WritingOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static WritingOptions Default { get; } = new();

    /// <summary>Parts: least height in pixels of writing that can be read.</summary>
    public int MinHeight { get; init; } = 6;

    /// <summary>Parts: least height of writing, as a part of the page's longer side.</summary>
    public double MinPartOfPage { get; init; } = 0.005;

    /// <summary>Parts: greatest height of writing, as a part of the page's shorter side.</summary>
    public double MaxPartOfPage { get; init; } = 0.4;

    /// <summary>Parts: least height of a letter, in heights of the page's usual writing; a printed sender is smaller than a written address.</summary>
    public double MinOfUsualHeight { get; init; } = 0.25;

    /// <summary>Parts: greatest height of a letter, in heights of the page's usual writing; loops reach above and below a line.</summary>
    public double MaxOfUsualHeight { get; init; } = 3;

    /// <summary>Parts: width over height from which on a component is a rule.</summary>
    public int RuleAspect { get; init; } = 12;

    /// <summary>
    /// Lines: letters and digits of one hand differ in height, so a part is compared with the mean of the last three, up to four times as high or low; words
    /// are further apart than digits, but another column of an address is further still.
    /// </summary>
    public LineFinderOptions Lines { get; init; } = new() { MeanOfEnd = true, WidestGap = 3.5, GapOfTaller = true, MostUnlike = 4 };

    /// <summary>Blocks: widest gap between two lines of a block, in heights of the taller line.</summary>
    public double MaxGapInBlock { get; init; } = 1.6;

    /// <summary>Blocks: least part of the shorter line's length that two lines of a block have in common.</summary>
    public double CommonWidth { get; init; } = 0.3;

    /// <summary>Blocks: greatest ratio of the heights of two lines. Heights of lines are medians, so they vary less than those of parts.</summary>
    public double MaxHeightRatioInBlock { get; init; } = 2;

    /// <summary>Bar codes: greatest width of a bar over its height.</summary>
    public double MaxBarAspect { get; init; } = 0.5;

    /// <summary>Bar codes: how far the distance between two bars may differ from the median, as a part of it.</summary>
    public double MaxBarJitter { get; init; } = 0.3;

    /// <summary>Bar codes: least part of the parts that are narrow, and of the distances that are even.</summary>
    public double MinBarShare { get; init; } = 0.75;

    /// <summary>Bar codes: least number of parts of a whole line that is one.</summary>
    public int MinBarsOfLine { get; init; } = 16;

    /// <summary>Bar codes: least number of parts of a piece of one; fewer bars may be a row of ones.</summary>
    public int MinBarsOfRun { get; init; } = 5;
}
