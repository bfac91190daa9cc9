namespace Cifra.Evaluation;

/// <summary>Precision, recall and F1 of each digit, and their means.</summary>
/// <remarks>
/// A ratio of nothing to nothing is null, not 0 and not 1. The means go over the digits that occur in the data: one that is
/// never shown has no say (reading it is held against the digit that was shown). One that is shown but never read has no
/// precision, and counts with 0 in the mean.
/// </remarks>
public sealed class ClassReport
{
    /// <summary>Scores the ten digits of a confusion matrix.</summary>
    /// <exception cref="ArgumentException">The matrix counts no picture, so that there is no mean.</exception>
    public ClassReport(ConfusionMatrix confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        if (confusion.Images == 0)
        {
            throw new ArgumentException("A report needs at least one picture.", nameof(confusion));
        }

        Classes = [.. Enumerable.Range(0, Predictions.Classes).Select(digit => Score(confusion, digit))];
        ClassScore[] shown = [.. Classes.Where(score => score.Support > 0)];
        Macro = Mean(shown, _ => 1.0 / shown.Length);
        Weighted = Mean(shown, score => (double)score.Support / confusion.Images);
    }

    /// <summary>[10] the scores of digits 0 to 9.</summary>
    public IReadOnlyList<ClassScore> Classes { get; }

    /// <summary>The mean in which every digit that occurs counts the same.</summary>
    public MeanScore Macro { get; }

    /// <summary>The mean in which a digit counts by its number of pictures. Its recall is the accuracy.</summary>
    public MeanScore Weighted { get; }

    private static ClassScore Score(ConfusionMatrix confusion, int digit)
    {
        int right = confusion[digit, digit];
        int seen = confusion.Seen(digit);
        int readAs = confusion.ReadAs(digit);
        return new ClassScore(digit, Ratio(right, readAs), Ratio(right, seen), Ratio(2 * right, seen + readAs), seen);
    }

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static MeanScore Mean(ClassScore[] scores, Func<ClassScore, double> weight) => new(
        scores.Sum(score => weight(score) * (score.Precision ?? 0)),
        scores.Sum(score => weight(score) * (score.Recall ?? 0)),
        scores.Sum(score => weight(score) * (score.F1 ?? 0)));
}
