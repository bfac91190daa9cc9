namespace Cifra.Reading.Lines;

/// <summary>The numbers by which <see cref="RejectRule"/> decides what becomes of a line.</summary>
internal sealed record RejectRuleOptions
{
    /// <summary>The options that readers use.</summary>
    public static RejectRuleOptions Default { get; } = new();

    /// <summary>
    /// Smallest part of held-out lines, 0..1, that a selective-risk threshold accepts. Of digits it is 0.9; composed lines are harder than most that people
    /// write. Set by hand: docs/decisions/0011-how-sure-a-line-is.md.
    /// </summary>
    public double LeastCoverage { get; init; } = 0.4;

    /// <summary>
    /// At or above this confidence, 0..1, the answer is at worst unsure, never "not a digit", whatever the network for digits says of its pieces. Tuned on
    /// orand-car-a-dev: docs/decisions/0010-two-readers-of-a-line.md.
    /// </summary>
    public double SureOfDigits { get; init; } = 0.5;

    /// <summary>
    /// Minimum error probability of one digit, 0..1, before all are scaled to the number's: that of a digit that all answers agree on. Set by hand; it
    /// shapes the confidences of digits and decides nothing.
    /// </summary>
    public double LeastDoubt { get; init; } = 0.001;
}
