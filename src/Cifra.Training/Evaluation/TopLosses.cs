namespace Cifra.Evaluation;

/// <summary>The pictures that the network finds hardest, as lists to look at.</summary>
internal static class TopLosses
{
    /// <summary>Every picture read wrong, the largest loss first; equal losses in the order of the set.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public static IReadOnlyList<RankedImage> Errors(Predictions predictions) => [.. Ranked(predictions, wrong: true)];

    /// <summary>The pictures read right with the largest loss, at most <paramref name="count"/> of them.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public static IReadOnlyList<RankedImage> HardestCorrect(Predictions predictions, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Ranked(predictions, wrong: false).Take(count)];
    }

    private static IEnumerable<RankedImage> Ranked(Predictions predictions, bool wrong)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);

        return Enumerable.Range(0, predictions.Count)
            .Where(i => predictions.Read[i] != predictions.Set.Labels[i] == wrong)
            .Select(i => Describe(predictions, i))
            .OrderByDescending(image => image.Loss); // a stable sort
    }

    private static RankedImage Describe(Predictions predictions, int index)
    {
        byte label = predictions.Set.Labels[index];
        return new RankedImage(index, label, predictions.Read[index], CrossEntropy.Of(predictions.Probabilities(index)[label]));
    }
}
