namespace Cifra.Evaluation.Comparison;

/// <summary>Two networks side by side, as a report shows them.</summary>
/// <param name="Data">The name of the data, as its user gave it.</param>
/// <param name="First">The first network.</param>
/// <param name="Second">The second.</param>
/// <param name="Comparison">How they read.</param>
public sealed record ComparisonReport(string Data, ComparedModel First, ComparedModel Second, ModelComparison Comparison)
{
    /// <summary>The level under which a difference counts as more than chance: 0.05.</summary>
    public const double Significance = 0.05;

    /// <summary>What the test says, in words.</summary>
    public string Verdict => Comparison.PValue >= Significance
        ? "no difference beyond chance"
        : Comparison.Difference > 0 ? "the second is better" : "the first is better";
}
