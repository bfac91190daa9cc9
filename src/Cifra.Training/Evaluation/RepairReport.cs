using Cifra.Imaging.Repair;

namespace Cifra.Evaluation;

/// <summary>What was repaired in a set of pictures before it was read.</summary>
/// <param name="Images">Number of pictures.</param>
/// <param name="Repaired">How many of them were repaired.</param>
/// <param name="Steps">How many were repaired by each step, the commonest first; a picture may need several.</param>
public sealed record RepairReport(int Images, int Repaired, IReadOnlyList<KeyValuePair<RepairStep, int>> Steps)
{
    /// <summary>Counts.</summary>
    /// <param name="steps">The steps of each picture; none for a picture that is as it was.</param>
    internal static RepairReport Of(IReadOnlyList<IReadOnlyList<RepairStep>> steps) => new(
        steps.Count,
        steps.Count(one => one.Count > 0),
        [
            .. steps.SelectMany(one => one.Distinct())
                .CountBy(step => step)
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key),
        ]);
}
