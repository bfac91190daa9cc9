using Cifra.Data;
using Cifra.Data.NonDigits;
using Cifra.Network.Digits;

namespace Cifra.Evaluation.Refusals;

/// <summary>What a network refuses as no digit: of pictures that show none, family by family, and of the digits of a set.</summary>
public sealed record NonDigitReport
{
    private const int PicturesOfFamily = 500;
    private const long Seed = 4;

    private NonDigitReport(IReadOnlyList<NonDigitScore> families) => Families = families;

    /// <summary>The probability of no digit above which a picture is refused.</summary>
    public required double Threshold { get; init; }

    /// <summary>The part of the set's digits that was refused, 0..1.</summary>
    public required double DigitsRefused { get; init; }

    /// <summary>The families, those for training first.</summary>
    public IReadOnlyList<NonDigitScore> Families { get; }

    /// <summary>The part of all pictures that was refused, 0..1: of the families for training, or of those that are new to every network.</summary>
    public double Refused(bool trained)
    {
        NonDigitScore[] those = [.. Families.Where(family => family.Trained == trained)];
        return (double)those.Sum(family => family.Refused) / Math.Max(1, those.Sum(family => family.Pictures));
    }

    /// <summary>Draws 500 pictures of each family, the same every time, and has the network look at them.</summary>
    /// <param name="classifier">A network that can tell what is no digit.</param>
    /// <param name="digits">What it said about a set of labelled digits, of each of 0 to 9 at least one; some families take parts of them.</param>
    /// <param name="cancellation">Stops between two families.</param>
    /// <exception cref="ArgumentException">The network cannot tell, or the set lacks labels or a digit.</exception>
    public static NonDigitReport Measure(DigitClassifier classifier, Predictions digits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(digits);
        Labelled.Expect(digits);
        double threshold = NotADigit.Threshold(classifier)
            ?? throw new ArgumentException("The network cannot tell what is no digit: it has ten outputs, one for each.", nameof(classifier));
        var scores = new List<NonDigitScore>();
        foreach (NonDigitFamily family in NonDigitDrawer.Families)
        {
            cancellation.ThrowIfCancellationRequested();
            DigitSet set = NonDigitDrawer.Set([family], digits.Set, PicturesOfFamily, Seed);
            float[] none = new float[set.Count];
            classifier.Probabilities(set.AllPixels, new float[set.Count * DigitClassifier.Classes], none, cancellation);
            scores.Add(new NonDigitScore(family.Name, family.ForTraining, set.Count, none.Count(p => p > threshold)));
        }

        int refused = Enumerable.Range(0, digits.Count).Count(i => digits.NotADigit(i) > threshold);
        return new NonDigitReport(scores) { Threshold = threshold, DigitsRefused = (double)refused / digits.Count };
    }
}
