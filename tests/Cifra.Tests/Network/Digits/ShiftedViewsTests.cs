using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Tests.Network.Digits;

public sealed class ShiftedViewsTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Probabilities_AnyPicture_AreTheAverageOfItsViews(int directions)
    {
        var classifier = new DigitClassifier(NeuralNetwork.Build(Architectures.All["quick"], seed: 6), threads: 2);
        DigitSet set = DrawnDigits.Create(300, seed: 8); // more than a batch
        float[] averaged = new float[3000];
        float[] plain = new float[3000];

        new ShiftedViews(classifier, directions).Probabilities(set.AllPixels, averaged, plain, notADigit: [], TestContext.Current.CancellationToken);

        foreach (int index in (int[])[0, 255, 256, 299])
        {
            float[] expected = new float[10];
            for (int down = -1; down <= 1; down++)
            {
                for (int right = -1; right <= 1; right++)
                {
                    bool still = right == 0 && down == 0;
                    bool straight = right == 0 || down == 0;
                    float weight = still ? 0.5f : straight || directions == 8 ? 0.5f / directions : 0;
                    foreach (RankedDigit digit in classifier.Classify(Moved(set.Pixels(index), right, down)))
                    {
                        expected[digit.Value] += weight * digit.Probability;
                    }
                }
            }

            Assert.All(expected.Zip(averaged[(index * 10)..]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            Assert.All(classifier.Classify(set.Pixels(index)), digit => Assert.Equal(digit.Probability, plain[(index * 10) + digit.Value]));
        }

        Assert.Equal(directions + 1, new ShiftedViews(classifier, directions).Count);
    }

    [Fact]
    public void Probabilities_NetworkThatKnowsNonDigits_AveragesThatToo()
    {
        NeuralNetwork eleven = PixelNetwork.Create(outputs: 11);
        var views = new ShiftedViews(new DigitClassifier(eleven));
        float[] notADigit = new float[1];

        views.Probabilities(PixelNetwork.Pictures((255, 0, 3)).AllPixels, new float[10], new float[10], notADigit, TestContext.Current.CancellationToken);

        // by itself e⁰ of e¹⁰ + 10, in each moved copy one of eleven equals
        Assert.Equal((0.5 / (Math.Exp(10) + 10)) + (0.5 / 11), notADigit[0], 1e-6);
    }

    [Fact]
    public void ShiftedViews_OtherDirections_AreRefused() => Assert.Throws<ArgumentException>(() => new ShiftedViews(Pretrained.Mnist, 6));

    // Pixel by pixel, so that it is not the library's own copying.
    private static byte[] Moved(ReadOnlySpan<byte> picture, int right, int down)
    {
        byte[] moved = new byte[DigitInput.Size];
        for (int y = 0; y < 28; y++)
        {
            for (int x = 0; x < 28; x++)
            {
                if (y - down is >= 0 and < 28 && x - right is >= 0 and < 28)
                {
                    moved[(y * 28) + x] = picture[((y - down) * 28) + x - right];
                }
            }
        }

        return moved;
    }
}
