using Cifra.Data;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Network;

public sealed class DigitClassifierTests
{
    private const int Most = 40;

    public static TheoryData<string> Names => [.. Architectures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Probabilities_AnyCount_GivesEachPictureTheSameBits(string name)
    {
        var classifier = new DigitClassifier(NeuralNetwork.Build(Architectures.All[name], seed: 6));
        byte[] pixels = Pixels(Tensor.BlocksOf(Most) * Tensor.Lanes);
        float[] expected = Probabilities(classifier, pixels); // whole blocks

        for (int count = 1; count <= Most; count++)
        {
            float[] actual = Probabilities(classifier, pixels.AsSpan(0, count * DigitSet.PictureSize));
            Bits.AssertSame(expected.AsSpan(0, actual.Length), actual, $"{count} pictures:");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(18)]
    public void Probabilities_AgainAndAgain_AllocatesNothing(int count)
    {
        var classifier = new DigitClassifier(NeuralNetwork.Build(Architectures.All["quick"], seed: 6));
        byte[] pixels = Pixels(count);
        float[] probabilities = new float[count * DigitClassifier.Classes];
        classifier.Probabilities(pixels, probabilities, TestContext.Current.CancellationToken);

        long before = GC.GetAllocatedBytesForCurrentThread();
        classifier.Probabilities(pixels, probabilities, CancellationToken.None);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Probabilities_ManyThreadsAtOnce_GiveTheSameBits()
    {
        var classifier = new DigitClassifier(NeuralNetwork.Build(Architectures.All["quick"], seed: 6));
        byte[] pixels = Pixels(Tensor.Lanes);
        float[] expected = Probabilities(classifier, pixels);

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            int n = i % Tensor.Lanes;
            float[] alone = Probabilities(classifier, pixels.AsSpan(n * DigitSet.PictureSize, DigitSet.PictureSize));
            Bits.AssertSame(expected.AsSpan(n * DigitClassifier.Classes, DigitClassifier.Classes), alone);
        });
    }

    [Fact]
    public void Probabilities_NetworkChangedAfterwards_AreThoseOfBefore()
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 6);
        byte[] pixels = Pixels(1);
        float[] expected = Probabilities(new DigitClassifier(network), pixels);
        var classifier = new DigitClassifier(network);

        foreach ((_, Parameter parameter) in network.Parameters)
        {
            parameter.Values.Clear();
        }

        Bits.AssertSame(expected, Probabilities(classifier, pixels));
    }

    private static float[] Probabilities(DigitClassifier classifier, ReadOnlySpan<byte> pixels)
    {
        float[] probabilities = new float[pixels.Length / DigitSet.PictureSize * DigitClassifier.Classes];
        classifier.Probabilities(pixels, probabilities);
        return probabilities;
    }

    // Half of the places are blank, as in a digit.
    private static byte[] Pixels(int count)
    {
        var random = new SeededRandom(91);
        byte[] pixels = new byte[count * DigitSet.PictureSize];
        foreach (ref byte pixel in pixels.AsSpan())
        {
            pixel = (byte)(random.Next(2) * random.Next(256));
        }

        return pixels;
    }
}
