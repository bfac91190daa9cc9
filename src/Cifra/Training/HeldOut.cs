using Cifra.Data;
using Cifra.Network;

namespace Cifra.Training;

/// <summary>Measures what a network did on held-out training pictures, for the promises that are made from it later.</summary>
public static class HeldOut
{
    /// <summary>Part of the held-out digits that may be refused as no digit: eight in a thousand.</summary>
    private const double DigitsRefused = 0.008;

    /// <summary>Has the network read the pictures, and notes where its errors stand among its confidences.</summary>
    /// <param name="classifier">A finished network, its temperature fitted.</param>
    /// <param name="pictures">Labelled digits that changed none of its weights, at least one.</param>
    /// <exception cref="ArgumentException">There are no pictures, or they have no labels.</exception>
    /// <exception cref="InvalidDataException">The network's numbers are so large that a score is none.</exception>
    public static HeldOutScores Measure(DigitClassifier classifier, DigitSet pictures)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0 || !pictures.HasLabels)
        {
            throw new ArgumentException($"Promises are made from labelled pictures; {pictures.Name} has none.", nameof(pictures));
        }

        float[] probabilities = new float[pictures.Count * DigitClassifier.Classes];
        float[] notADigit = new float[pictures.Count];
        classifier.Probabilities(pictures.AllPixels, probabilities, notADigit);
        return Of(probabilities, classifier.KnowsNonDigits ? notADigit : null, pictures.Labels);
    }

    /// <summary>The same from what the network said.</summary>
    /// <param name="probabilities">[N x 10] of the digits, given that it is one.</param>
    /// <param name="notADigit">[N] that it is none; null where the network cannot tell.</param>
    /// <param name="labels">[N] true classes.</param>
    internal static HeldOutScores Of(ReadOnlySpan<float> probabilities, float[]? notADigit, ReadOnlySpan<byte> labels)
    {
        double? threshold = notADigit is null ? null : NotADigitThreshold(notADigit);
        var confidences = new List<double>(labels.Length);
        var errors = new List<double>();
        for (int i = 0; i < labels.Length; i++)
        {
            float none = notADigit?[i] ?? 0;
            if (none > threshold)
            {
                continue;
            }

            RankedDigit read = DigitClassifier.Rank(probabilities.Slice(i * DigitClassifier.Classes, DigitClassifier.Classes))[0];
            double confidence = read.Probability * (1 - none); // in single precision, as Predictions has it
            confidences.Add(confidence);
            if (read.Value != labels[i])
            {
                errors.Add(confidence);
            }
        }

        double[] ascending = [.. confidences.Order()];
        return new HeldOutScores
        {
            Pictures = labels.Length,
            Refused = labels.Length - confidences.Count,
            Misread = errors.Count,
            Errors = [.. errors.OrderDescending().Take(HeldOutScores.MostErrors).Select(error => new HeldOutError(error, Above(ascending, error)))],
            NotADigitThreshold = threshold,
        };
    }

    private static double NotADigitThreshold(float[] notADigit)
    {
        int refused = (int)(DigitsRefused * notADigit.Length);
        return notADigit.OrderDescending().ElementAt(refused); // as many are above it at most
    }

    // How many of an ascending row are above a value that it holds.
    private static int Above(double[] ascending, double value)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return ascending.Length - low;
    }
}
