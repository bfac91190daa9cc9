namespace Cifra.Imaging.Rules;

/// <summary>
/// The hand-set numbers of <see cref="RuleChoice"/> and <see cref="WritingHeight"/>. Lengths are in heights of the writing unless another unit is named.
/// </summary>
/// <remarks>
/// Set by hand on the project's drawn forms and on orand-car-a-dev, photo-numbers-dev and cheques of several countries (docs/reading.md, docs/decisions/0013).
/// Which run decided on which number is not recorded.
/// </remarks>
internal sealed record RuleChoiceOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static RuleChoiceOptions Default { get; } = new();

    /// <summary>Least length of a level rule that ends on no other: longer than any dash.</summary>
    public double MinAlone { get; init; } = 2.5;

    /// <summary>Least length of an upright rule that ends on no other: longer than any 1 of uneven handwriting.</summary>
    public double MinUprightAlone { get; init; } = 3;

    /// <summary>Least length of an upright rule of which one end lies on a rule, and of a level rule that crosses most of the picture.</summary>
    public double MinOnRule { get; init; } = 1.8;

    /// <summary>Least length of a rule of which both ends lie on rules: the side of a box.</summary>
    public double MinSide { get; init; } = 1.15;

    /// <summary>Least length of a rule from another rule to the picture's edge: longer than most a 1 whose foot is on the rule.</summary>
    public double MinCutSide { get; init; } = 1.5;

    /// <summary>Length below which an upright line on a rule may be the tick of a comb: shorter than any 1.</summary>
    public double MaxTick { get; init; } = 0.7;

    /// <summary>Least number of ticks on one rule.</summary>
    public int MinTicks { get; init; } = 3;

    /// <summary>Greatest difference between the ticks of a comb, as a part of their length.</summary>
    public double TickTolerance { get; init; } = 0.15;

    /// <summary>The same difference in pixels, for short ticks.</summary>
    public double TickTolerancePixels { get; init; } = 2;

    /// <summary>Share of the picture's width or height from which a line is certainly a rule, whatever the writing.</summary>
    public double AcrossPicture { get; init; } = 0.6;

    /// <summary>Shorter side of the smallest picture, in pixels, that counts as a page.</summary>
    public int MinPage { get; init; } = 200;

    /// <summary>Share of a page's shorter side from which a line is certainly a rule.</summary>
    public double LongOnPage { get; init; } = 0.25;

    /// <summary>An end lies on a line if it is no further from it than this many times the thicker line's thickness.</summary>
    public double EndTolerance { get; init; } = 1.5;

    /// <summary>The same distance in pixels, for thin lines.</summary>
    public double EndTolerancePixels { get; init; } = 3;

    /// <summary>An end lies at the picture's edge if it is no further from it than this, in pixels.</summary>
    public double EdgeTolerance { get; init; } = 2;

    /// <summary>Width over height from which a shape is a dash or a rule and tells nothing about the writing's height.</summary>
    public int MinFlatAspect { get; init; } = 4;
}
