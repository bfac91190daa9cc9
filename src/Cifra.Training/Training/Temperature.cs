using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;

namespace Cifra.Training;

/// <summary>Makes a trained network's confidence fit its accuracy: all scores are divided by one number, the temperature.</summary>
/// <remarks>
/// Guo et al. 2017, arXiv:1706.04599. The temperature is the one with the least cross-entropy on held-out pictures; it goes into the weights of the last
/// layer, so a network carries its calibration with it. What is read stays the same: the order of the scores does not change.
/// </remarks>
internal static class Temperature
{
    // A few held-out pictures, all read right, would else ask for endless confidence.
    private const double Least = 0.25;
    private const double Most = 4;
    private const int Sections = 40; // each takes 38 % off the interval: 40 of them leave less than a float can tell apart

    /// <summary>Fits the temperature on held-out pictures and divides the last layer by it. Does nothing where that layer is not dense.</summary>
    /// <returns>The temperature; 1 where nothing was done.</returns>
    public static double Calibrate(NeuralNetwork network, DigitSet held, int threads) =>
        Calibrate([network], held, threads, scores => Fit(scores[0], held.Labels));

    /// <summary>The same for an ensemble, whose networks, each calibrated alone, are too modest together: all get the same temperature.</summary>
    public static double Calibrate(IReadOnlyList<NeuralNetwork> networks, DigitSet held, int threads) =>
        Calibrate(networks, held, threads, scores => Fit(scores, held.Labels.ToArray()));

    private static double Calibrate(IReadOnlyList<NeuralNetwork> networks, DigitSet held, int threads, Func<float[][], double> fit)
    {
        if (networks.Any(network => network.Layers[^1] is not Dense))
        {
            return 1;
        }

        double temperature = fit([.. networks.Select(network => Probabilities(network, held, threads))]);
        float scale = (float)(1 / temperature);
        foreach (Parameter parameter in networks.SelectMany(network => network.Layers[^1].Parameters))
        {
            foreach (ref float value in parameter.Values)
            {
                value *= scale;
            }
        }

        return temperature;
    }

    private static float[] Probabilities(NeuralNetwork network, DigitSet held, int threads)
    {
        float[] probabilities = new float[held.Count * DigitClassifier.Classes];
        new DigitClassifier(network, threads).Probabilities(held.AllPixels, probabilities);
        return probabilities;
    }

    /// <summary>The temperature with the least cross-entropy, found by golden sections of its logarithm.</summary>
    /// <param name="probabilities">[N x 10] at temperature 1; their logarithms are the scores, but for a constant.</param>
    /// <param name="labels">[N] true classes.</param>
    internal static double Fit(ReadOnlySpan<float> probabilities, ReadOnlySpan<byte> labels)
    {
        double[] scores = Scores(probabilities);
        byte[] truth = labels.ToArray();
        return Best(temperature => Loss(scores, truth, temperature));
    }

    private static double Fit(float[][] probabilities, byte[] labels)
    {
        double[][] scores = [.. probabilities.Select(network => Scores(network))];
        return Best(temperature => Loss(scores, labels, temperature));
    }

    private static double[] Scores(ReadOnlySpan<float> probabilities)
    {
        double[] scores = new double[probabilities.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Log(Math.Max(probabilities[i], float.Epsilon));
        }

        return scores;
    }

    private static double Best(Func<double, double> loss)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        double low = Math.Log(Least);
        double high = Math.Log(Most);
        for (int i = 0; i < Sections; i++)
        {
            double left = high - (ratio * (high - low));
            double right = low + (ratio * (high - low));
            if (loss(Math.Exp(left)) < loss(Math.Exp(right)))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return Math.Exp((low + high) / 2);
    }

    // Of the mean of what several networks say.
    private static double Loss(double[][] scores, byte[] labels, double temperature)
    {
        double loss = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            double truth = 0;
            foreach (double[] network in scores)
            {
                truth += 1 / InverseProbability(network, n, labels[n], temperature) / scores.Length;
            }

            loss -= Math.Log(truth);
        }

        return loss;
    }

    private static double Loss(double[] scores, ReadOnlySpan<byte> labels, double temperature)
    {
        double loss = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            loss += Math.Log(InverseProbability(scores, n, labels[n], temperature));
        }

        return loss;
    }

    private static double InverseProbability(double[] scores, int picture, byte label, double temperature)
    {
        ReadOnlySpan<double> row = scores.AsSpan(picture * DigitClassifier.Classes, DigitClassifier.Classes);
        double sum = 0;
        foreach (double score in row)
        {
            sum += Math.Exp((score - row[label]) / temperature);
        }

        return sum;
    }
}
