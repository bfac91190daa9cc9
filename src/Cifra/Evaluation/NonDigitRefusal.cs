using Cifra.Data;
using Cifra.Network;

namespace Cifra.Evaluation;

/// <summary>How many pictures of one family of non-digits a network refuses.</summary>
/// <param name="Family">The family's name.</param>
/// <param name="Trained">Whether trainings see the family.</param>
/// <param name="Images">Number of pictures.</param>
/// <param name="Refused">How many of them were more probably no digit than the threshold.</param>
public sealed record NonDigitRefusal(string Family, bool Trained, int Images, int Refused)
{
    private const long Seed = 20_260_101; // none that trainings are likely to be given

    /// <summary>The part refused, 0..1.</summary>
    public double Rate => (double)Refused / Images;

    /// <summary>Draws pictures of every family, and has the network say what they are.</summary>
    /// <param name="classifier">The network.</param>
    /// <param name="digits">Labelled digits to make pictures of, such as pieces; of each digit at least one.</param>
    /// <param name="perFamily">Pictures of a family, 1 or more.</param>
    /// <param name="cancellation">Stops between two families.</param>
    /// <returns>A result a family; none where the network cannot tell, or its card holds no threshold for it.</returns>
    public static IReadOnlyList<NonDigitRefusal> Measure(DigitClassifier classifier, DigitSet digits, int perFamily, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perFamily);
        if (!classifier.KnowsNonDigits || classifier.Card.HeldOut?.NotADigitThreshold is not { } threshold)
        {
            return [];
        }

        float[] probabilities = new float[perFamily * DigitClassifier.Classes];
        float[] notADigit = new float[perFamily];
        var refusals = new List<NonDigitRefusal>();
        foreach (NonDigitFamily family in NonDigits.Families)
        {
            cancellation.ThrowIfCancellationRequested();
            classifier.Probabilities(NonDigits.Set([family], digits, perFamily, Seed).AllPixels, probabilities, notADigit, cancellation);
            refusals.Add(new NonDigitRefusal(family.Name, family.ForTraining, perFamily, notADigit.Count(p => p > threshold)));
        }

        return refusals;
    }
}
