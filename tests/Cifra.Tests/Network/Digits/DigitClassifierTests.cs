using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Network.Digits;

public sealed class DigitClassifierTests
{
    private const int Most = 40;

    // The last takes a pool that only blocks have.
    public static TheoryData<string, int> Cases =>
        new() { { "quick", 1 }, { "quick", 3 }, { "example", 2 }, { "standard", 1 }, { "blocks only", 1 }, { "blocks only", 2 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Probabilities_AnyCount_GivesEachPictureTheSameBits(string name, int threads)
    {
        NeuralNetwork network = name == "blocks only" ? BlocksOnly() : NeuralNetwork.Build(Architectures.All[name], seed: 6);
        var classifier = new DigitClassifier(network, threads);
        byte[] pixels = Pixels(Most);
        float[] expected = Probabilities(classifier, pixels);

        for (int count = 1; count < Most; count += network.Flops < 10_000_000 ? 1 : 5)
        {
            float[] actual = Probabilities(classifier, pixels.AsSpan(0, count * DigitInput.Size));
            Bits.AssertSame(expected.AsSpan(0, actual.Length), actual, $"{count} pictures:");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Probabilities_AgainAndAgain_AllocatesNothing(int count)
    {
        var classifier = new DigitClassifier(NeuralNetwork.Build(Architectures.All["quick"], seed: 6));
        byte[] pixels = Pixels(count);
        float[] probabilities = new float[count * DigitClassifier.Classes];
        classifier.Probabilities(pixels, probabilities, TestContext.Current.CancellationToken);

        Allocation.AssertNone(() => classifier.Probabilities(pixels, probabilities, CancellationToken.None));
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
            float[] alone = Probabilities(classifier, pixels.AsSpan(n * DigitInput.Size, DigitInput.Size));
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
        float[] probabilities = new float[pixels.Length / DigitInput.Size * DigitClassifier.Classes];
        classifier.Probabilities(pixels, probabilities);
        return probabilities;
    }

    private static NeuralNetwork BlocksOnly()
    {
        var random = new SeededRandom(7);
        Layer[] layers = [new MaxPool(Window.Square(3, stride: 3)), new Dense(81, 10, random)];
        return new NeuralNetwork(new Shape(1, 1, DigitInput.Side, DigitInput.Side), 0, 1, layers);
    }

    // Half of the places are blank, as in a digit.
    private static byte[] Pixels(int count)
    {
        var random = new SeededRandom(91);
        byte[] pixels = new byte[count * DigitInput.Size];
        foreach (ref byte pixel in pixels.AsSpan())
        {
            pixel = (byte)(random.Next(2) * random.Next(256));
        }

        return pixels;
    }
}
