namespace Cifra.Reading.Forms;

/// <summary>How the two sides of a rule are compared.</summary>
/// <param name="Signs">How it is written.</param>
/// <param name="Holds">Whether it holds of a left and a right value.</param>
internal sealed record RuleComparison(IReadOnlyList<string> Signs, Func<decimal, decimal, bool> Holds)
{
    /// <summary>All of them; of two that begin alike the longer one is first.</summary>
    public static IReadOnlyList<RuleComparison> All { get; } =
    [
        new(["<=", "at most"], (left, right) => left <= right),
        new([">=", "at least"], (left, right) => left >= right),
        new(["!=", "differs from"], (left, right) => left != right),
        new(["<", "below"], (left, right) => left < right),
        new([">", "above"], (left, right) => left > right),
        new(["=", "equals"], (left, right) => left == right),
    ];
}
