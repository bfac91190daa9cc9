using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Evaluation;

/// <summary>What averaging over moved pictures changed, beside an evaluation that was read so.</summary>
/// <param name="Views">Readings averaged for each picture.</param>
/// <param name="CorrectWithout">Pictures that the network alone reads right.</param>
public sealed record TestTimeAugmentation(int Views, int CorrectWithout)
{
    /// <summary>Reads every picture of a set by the average of its moved copies, and as it is.</summary>
    /// <param name="classifier">The network.</param>
    /// <param name="views">The moved copies over that network.</param>
    /// <param name="set">At least one picture, with labels.</param>
    /// <param name="data">What to call the data in the report; the set's own name unless given.</param>
    /// <param name="time">Where the time comes from; the system's clock unless given.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ArgumentException">The set has no pictures or no labels.</exception>
    public static EvaluationReport Evaluate(
        DigitClassifier classifier, ShiftedViews views, DigitSet set, string? data = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(set);
        time ??= TimeProvider.System;
        long started = time.GetTimestamp();
        float[] averaged = new float[set.Count * DigitClassifier.Classes];
        float[] plain = new float[averaged.Length];
        float[]? notADigit = classifier.KnowsNonDigits ? new float[set.Count] : null;
        views.Probabilities(set.AllPixels, averaged, plain, notADigit, cancellation);
        double seconds = time.GetElapsedTime(started).TotalSeconds;
        EvaluationReport report = EvaluationReport.Of(new Predictions(set, averaged, notADigit), classifier.Hash, data ?? set.Name, seconds);
        int correct = new ConfusionMatrix(set.Labels, new Predictions(set, plain).Read).Correct;
        return report with { Augmentation = new TestTimeAugmentation(views.Count, correct) };
    }
}
