using Cifra.Data;
using Cifra.Network.Digits;
using Cifra.Network.Repair;

namespace Cifra.Evaluation;

/// <summary>A set of pictures whose damaged ones were repaired, for a network to read. Pictures to learn from are never repaired.</summary>
/// <param name="Set">The pictures; the same object where none was repaired.</param>
/// <param name="Report">What was repaired; null where the set was not looked at.</param>
public sealed record RepairedSet(DigitSet Set, RepairReport? Report)
{
    /// <summary>Repairs what is damaged. A set that came through the normalizer is left as it is: its pictures are as clean as the normalizer makes them.</summary>
    /// <param name="classifier">What will read the pictures; its evidence chooses between repairs.</param>
    /// <param name="set">The pictures.</param>
    /// <param name="threads">Threads, 1 or more; the result does not depend on them.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    public static RepairedSet Of(DigitClassifier classifier, DigitSet set, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(set);
        if (set.Normalized)
        {
            return new RepairedSet(set, null);
        }

        byte[] pixels = set.AllPixels.ToArray();
        var report = RepairReport.Of(new PictureRepair(classifier, threads).Repair(pixels, cancellation));
        if (report.Repaired == 0)
        {
            return new RepairedSet(set, report);
        }

        string[]? sources = set.Count > 0 && set.Source(0) is not null ? [.. Enumerable.Range(0, set.Count).Select(i => set.Source(i)!)] : null;
        return new RepairedSet(new DigitSet(set.Name, pixels, set.HasLabels ? set.Labels.ToArray() : null, sources), report);
    }
}
