using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Network.Digits;

public sealed class EmbeddingTests
{
    [Fact]
    public void Rows_HandMadeNetwork_AreTheTwoPixels()
    {
        var embedding = new Embedding(PixelNetwork.Create());

        Assert.Equal(2, embedding.Size);
        Assert.Equal([1f, 0f, 0.2f, 0.6f], embedding.Rows(PixelNetwork.Pictures((255, 0, 3), (51, 153, 8)).AllPixels), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    // The last layer, applied by hand to the features, must give what the whole network gives.
    [Theory]
    [InlineData("quick")]
    [InlineData("standard")]
    [InlineData("example")]
    public void Rows_AnyArchitecture_LastLayerMakesTheScoresOfThem(string name)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 5);
        DigitSet set = DrawnDigits.Create(20, seed: 9);
        var embedding = new Embedding(network);
        float[] features = embedding.Rows(set.AllPixels);
        float[] expected = new float[20 * DigitClassifier.Classes];
        new DigitClassifier(network).Probabilities(set.AllPixels, expected, TestContext.Current.CancellationToken);
        var last = (Dense)network.Layers[^1];

        for (int n = 0; n < set.Count; n++)
        {
            float[] probabilities = new float[DigitClassifier.Classes];
            for (int k = 0; k < probabilities.Length; k++)
            {
                probabilities[k] = last.Parameters[1].Values[k];
                for (int i = 0; i < embedding.Size; i++)
                {
                    probabilities[k] += last.Parameters[0].Values[(k * embedding.Size) + i] * features[(n * embedding.Size) + i];
                }
            }

            Softmax.Apply(probabilities, probabilities);
            Assert.All(probabilities.Zip(expected.AsSpan(n * 10, 10).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }
    }

    [Fact]
    public void Rows_OneLayer_AreThePixels()
    {
        var network = new NeuralNetwork(new Shape(1, 1, 28, 28), 0, 1, [new Dense(DigitInput.Size, 10, random: null)]);
        DigitSet set = DrawnDigits.Create(17, seed: 9);

        float[] rows = new Embedding(network).Rows(set.AllPixels);

        Assert.Equal(set.AllPixels.ToArray().Select(p => p / 255f), rows, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
