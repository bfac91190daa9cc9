using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Training;

/// <summary>Measures a network on held-out training pictures; error rates are promised from these scores later.</summary>
public static class HeldOut
{
    /// <summary>Share of the held-out digits that may be refused as no digit: 0.8 %.</summary>
    private const double DigitsRefused = 0.008;

    /// <summary>Classifies the pictures, and ranks the errors among the confidences.</summary>
    /// <param name="classifier">A finished network, its temperature fitted.</param>
    /// <param name="pictures">Labelled digits that changed none of its weights, at least one.</param>
    /// <exception cref="ArgumentException">There are no pictures, or they have no labels.</exception>
    /// <exception cref="InvalidDataException">The network's weights are so large that a score is not finite.</exception>
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

    /// <summary>The same from the network's output.</summary>
    /// <param name="probabilities">[N x 10] of the digits, given that it is one.</param>
    /// <param name="notADigit">[N] that it is none; null where the network cannot tell.</param>
    /// <param name="labels">[N] true classes.</param>
    internal static HeldOutScores Of(ReadOnlySpan<float> probabilities, float[]? notADigit, ReadOnlySpan<byte> labels)
    {
        double? threshold = notADigit is null ? null : NotADigitThreshold(notADigit);
        var read = new List<(double Confidence, bool Right)>(labels.Length);
        for (int i = 0; i < labels.Length; i++)
        {
            float none = notADigit?[i] ?? 0;
            if (!(none > threshold))
            {
                RankedDigit likeliest = DigitClassifier.Rank(probabilities.Slice(i * DigitClassifier.Classes, DigitClassifier.Classes))[0];
                double confidence = likeliest.Probability * (1 - none); // in single precision, as Predictions has it
                read.Add((confidence, likeliest.Value == labels[i]));
            }
        }

        return HeldOutScores.Of(labels.Length, read, threshold);
    }

    private static double NotADigitThreshold(float[] notADigit)
    {
        int refused = (int)(DigitsRefused * notADigit.Length);
        return notADigit.OrderDescending().ElementAt(refused); // as many are above it at most
    }
}
