namespace Cifra.Reading.Forms.Constraints;

/// <summary>A comparison between the two sides of a constraint.</summary>
/// <param name="Signs">Its spellings.</param>
/// <param name="Holds">Whether it holds for a left and a right value.</param>
internal sealed record ConstraintComparison(IReadOnlyList<string> Signs, Func<decimal, decimal, bool> Holds)
{
    /// <summary>All comparisons; one whose spelling begins with another's comes first, so that <c>&lt;=</c> is not read as <c>&lt;</c>.</summary>
    public static IReadOnlyList<ConstraintComparison> All { get; } =
    [
        new(["<=", "at most"], (left, right) => left <= right),
        new([">=", "at least"], (left, right) => left >= right),
        new(["!=", "differs from"], (left, right) => left != right),
        new(["<", "below"], (left, right) => left < right),
        new([">", "above"], (left, right) => left > right),
        new(["=", "equals"], (left, right) => left == right),
    ];
}
