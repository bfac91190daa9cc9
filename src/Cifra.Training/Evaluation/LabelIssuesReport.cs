namespace Cifra.Evaluation;

/// <summary>Likely label errors, and how they were found.</summary>
/// <param name="Data">The name of the data, as its user gave it.</param>
/// <param name="Recipe">The recipe of the networks that read it.</param>
/// <param name="Folds">Parts that the set was dealt into.</param>
/// <param name="Issues">What was found.</param>
public sealed record LabelIssuesReport(string Data, string Recipe, int Folds, LabelIssues Issues)
{
    /// <summary>The part of the pictures whose label networks that never saw them read, 0..1.</summary>
    public double Accuracy => (double)new ConfusionMatrix(Issues.Predictions.Set.Labels, Issues.Predictions.Read).Correct / Issues.Predictions.Count;
}
