using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Tests.Network;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class TemperatureTests
{
    [Fact]
    public void Fit_TooTimid_FindsTheTemperatureThatMakesTheConfidenceTrue()
    {
        // Nine of ten are right, and all say 0.5 with nine rivals of 0.5/9. True confidence is 0.9: log-odds to a rival of log 81 instead of log 9.
        float[] probabilities = new float[100];
        byte[] labels = new byte[10];
        for (int n = 0; n < 10; n++)
        {
            probabilities.AsSpan(n * 10, 10).Fill(0.5f / 9);
            probabilities[n * 10] = 0.5f;
        }

        labels[9] = 1;

        Assert.Equal(Math.Log(9) / Math.Log(81), Temperature.Fit(probabilities, labels), 1e-5);
    }

    [Fact]
    public void Calibrate_DrawnDigits_LowersTheLossAndChangesNoReading()
    {
        DigitSet held = DrawnDigits.Create(60, seed: 3);
        NeuralNetwork network = NeuralNetwork.Build(
            new NetworkDescription(1, 28, 28, 0, 1, [new Flatten().Description, new Dense(784, 10, new SeededRandom(1)).Description]), seed: 1);
        (byte[] before, double lossBefore) = Measure(network, held);

        double temperature = Temperature.Calibrate(network, held, threads: 1);

        (byte[] after, double lossAfter) = Measure(network, held);
        Assert.NotEqual(1, temperature, 1e-3);
        Assert.Equal(before, after);
        Assert.True(lossAfter < lossBefore, $"the loss went from {lossBefore} to {lossAfter}");
    }

    [Fact]
    public void Calibrate_EnsembleOfOneNetworkTwice_IsThatNetworkCalibrated()
    {
        DigitSet held = DrawnDigits.Create(60, seed: 3);
        NeuralNetwork[] twins = [ModelBytes.Network(), ModelBytes.Network()];
        NeuralNetwork alone = ModelBytes.Network();

        Assert.Equal(Temperature.Calibrate(alone, held, threads: 1), Temperature.Calibrate(twins, held, threads: 1), 1e-6);
    }

    private static (byte[] Read, double Loss) Measure(NeuralNetwork network, DigitSet set)
    {
        float[] probabilities = new float[set.Count * 10];
        new DigitClassifier(network).Probabilities(set.AllPixels, probabilities);
        double loss = 0;
        byte[] read = new byte[set.Count];
        for (int i = 0; i < set.Count; i++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(i * 10, 10);
            read[i] = (byte)DigitClassifier.Rank(row)[0].Value;
            loss -= Math.Log(Math.Max(row[set.Labels[i]], float.Epsilon));
        }

        return (read, loss);
    }
}
