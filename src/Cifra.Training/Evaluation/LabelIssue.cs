namespace Cifra.Evaluation;

/// <summary>A picture whose label is likely wrong.</summary>
/// <param name="Index">Its place in the set, 0 for the first.</param>
/// <param name="Given">The label that it has.</param>
/// <param name="Suggested">The label that networks which never saw it would give.</param>
/// <param name="Margin">The probability of the given label less that of the likeliest other one, -1..1; the lower, the likelier an error.</param>
public sealed record LabelIssue(int Index, int Given, int Suggested, double Margin);
