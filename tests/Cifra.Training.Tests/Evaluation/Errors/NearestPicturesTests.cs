using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Evaluation.Errors;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;
using Cifra.Tests.Network;
using Cifra.Training;

namespace Cifra.Tests.Evaluation.Errors;

public sealed class NearestPicturesTests
{
    // Features are two pixels, so distances are those of points of the plane: from (0, 0) to (3, 4)/255·17 it is 5/15, and so on.
    [Fact]
    public void Find_PointsOfThePlane_GivesTheNearestWithTheirLabels()
    {
        DigitSet training = PixelNetwork.Pictures((255, 255, 1), (51, 68, 2), (0, 17, 3), (255, 0, 4), (0, 17, 5));

        IReadOnlyList<Neighbour>[] near = NearestPictures.Find(
            PixelNetwork.Create(), PixelNetwork.Pictures((0, 0, 0), (255, 34, 0)).AllPixels, training, 3, new Workers(2), CancellationToken.None);

        Assert.Equal([(2, 3), (4, 5), (1, 2)], near[0].Select(n => (n.Index, n.Label))); // the earlier of equals first
        Assert.Equal([17 / 255.0, 17 / 255.0, 85 / 255.0], near[0].Select(n => n.Distance), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal((3, 4), (near[1][0].Index, near[1][0].Label));
        Assert.Equal(34 / 255.0, near[1][0].Distance, 1e-6);
    }

    [Fact]
    public void Find_FewerThanAskedFor_GivesAllThereAre() => Assert.Equal(2, Assert.Single(NearestPictures.Find(
        PixelNetwork.Create(), PixelNetwork.Pictures((0, 0, 0)).AllPixels, PixelNetwork.Pictures((1, 1, 1), (2, 2, 2)), 3, new Workers(1), CancellationToken.None)).Count);

    // More than a slab, which threads share: against distances taken one by one in double precision.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Find_SeveralSlabs_AgreesWithSearchByHand(int threads)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 4);
        DigitSet training = DrawnDigits.Create(3500, seed: 1);
        DigitSet queries = DrawnDigits.Create(5, seed: 2);
        var embedding = new Embedding(network);
        float[] known = embedding.Rows(training.AllPixels);
        float[] asked = embedding.Rows(queries.AllPixels);

        IReadOnlyList<Neighbour>[] near = NearestPictures.Find(network, queries.AllPixels, training, 3, new Workers(threads), CancellationToken.None);

        for (int q = 0; q < queries.Count; q++)
        {
            (int Index, double Distance)[] expected = [.. Enumerable.Range(0, training.Count)
                .Select(i => (i, Distance(asked.AsSpan(q * embedding.Size, embedding.Size), known.AsSpan(i * embedding.Size, embedding.Size))))
                .OrderBy(pair => pair.Item2).Take(3)];
            Assert.Equal(expected.Select(pair => pair.Index), near[q].Select(n => n.Index));
            Assert.All(expected.Zip(near[q]), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 1e-3));
        }
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
        {
            sum += Math.Pow((double)a[k] - b[k], 2);
        }

        return Math.Sqrt(sum);
    }
}
