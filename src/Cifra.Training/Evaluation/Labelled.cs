namespace Cifra.Evaluation;

/// <summary>The argument check of every measure that compares with the truth.</summary>
internal static class Labelled
{
    /// <summary>Refuses predictions over pictures without labels, and over no pictures.</summary>
    public static void Expect(Predictions predictions)
    {
        if (predictions.Count == 0)
        {
            throw new ArgumentException($"'{predictions.Set.Name}' holds no pictures; at least one is needed.", nameof(predictions));
        }

        if (!predictions.Set.HasLabels)
        {
            throw new ArgumentException($"'{predictions.Set.Name}' has no labels to compare with.", nameof(predictions));
        }
    }
}
