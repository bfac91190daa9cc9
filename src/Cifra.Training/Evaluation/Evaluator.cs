using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Evaluation;

/// <summary>Has a network read a labelled set, and measures how well it did.</summary>
public static class Evaluator
{
    /// <summary>Reads every picture once.</summary>
    /// <param name="classifier">The network.</param>
    /// <param name="set">At least one picture, with labels.</param>
    /// <param name="data">What to call the data in the report; the set's own name unless given.</param>
    /// <param name="time">Where the time comes from; the system's clock unless given.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ArgumentException">The set has no pictures or no labels.</exception>
    public static EvaluationReport Evaluate(
        DigitClassifier classifier, DigitSet set, string? data = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(set);
        time ??= TimeProvider.System;
        long started = time.GetTimestamp();
        float[] probabilities = new float[set.Count * DigitClassifier.Classes];
        float[]? notADigit = classifier.KnowsNonDigits ? new float[set.Count] : null;
        classifier.Probabilities(set.AllPixels, probabilities, notADigit, cancellation);
        double seconds = time.GetElapsedTime(started).TotalSeconds;
        return EvaluationReport.Of(new Predictions(set, probabilities, notADigit), classifier.Hash, data ?? set.Name, seconds);
    }
}
