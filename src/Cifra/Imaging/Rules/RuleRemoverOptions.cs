namespace Cifra.Imaging.Rules;

/// <summary>The hand-set numbers of <see cref="RuleRemover"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and on orand-car-a-dev (docs/decisions/0013). Which run decided on which number is not recorded.</remarks>
internal sealed record RuleRemoverOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static RuleRemoverOptions Default { get; } = new();

    /// <summary>A column's ink is the rule alone if it is at most this many times as thick as the rule, plus one pixel.</summary>
    public double AloneThickness { get; init; } = 1.6;

    /// <summary>A rule is extended past its found end by at most this many times its thickness, plus <see cref="ExtensionPixels"/>.</summary>
    public double Extension { get; init; } = 4;

    /// <summary>The constant part of that extension, in pixels.</summary>
    public int ExtensionPixels { get; init; } = 4;

    /// <summary>Part of the distance between a rule's expected and found middle by which the expectation is corrected at each column.</summary>
    public double Following { get; init; } = 0.3;

    /// <summary>Greatest sum of these corrections, in pixels.</summary>
    public double MaxDrift { get; init; } = 2;
}
