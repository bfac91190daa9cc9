namespace Cifra.Evaluation.Refusals;

/// <summary>How many pictures of one family of non-digits were refused.</summary>
/// <param name="Name">The family: "letters".</param>
/// <param name="Trained">Whether networks may have been trained on pictures of this family; else it is new to all.</param>
/// <param name="Pictures">Number of pictures.</param>
/// <param name="Refused">How many were refused.</param>
public sealed record NonDigitScore(string Name, bool Trained, int Pictures, int Refused)
{
    /// <summary>The part that was refused, 0..1.</summary>
    public double Share => (double)Refused / Pictures;
}
