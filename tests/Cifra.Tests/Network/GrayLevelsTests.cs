using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Tests.Network;

public sealed class GrayLevelsTests
{
    [Fact]
    public void FromFloats_EveryLevelDividedBy255_ComesBack()
    {
        float[] values = [.. Enumerable.Range(0, 256).Select(k => k / 255f)];
        byte[] levels = new byte[256];

        GrayLevels.FromFloats(values, levels, "pixels");

        Assert.Equal(Enumerable.Range(0, 256).Select(k => (byte)k), levels);
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 255)]
    [InlineData(0.001f, 0)]
    [InlineData(0.003f, 1)]
    [InlineData(0.5f, 128)] // 127.5: half-way, to the even one
    [InlineData(0.1f, 26)] // 25.5 in single precision: half-way, to the even one
    public void FromFloats_BetweenLevels_TakesTheNearest(float value, byte expected)
    {
        byte[] level = new byte[1];

        GrayLevels.FromFloats([value], level, "pixels");

        Assert.Equal(expected, level[0]);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(-0.01f, "-0.01")]
    [InlineData(1.01f, "1.01")]
    [InlineData(255f, "255")]
    public void Probabilities_ValueOutOfRange_NamesIndexAndValue(float value, string shown)
    {
        var classifier = new DigitClassifier(ModelBytes.Network());
        float[] pixels = new float[2 * DigitInput.Size];
        pixels[790] = value;

        ArgumentException error = Assert.Throws<ArgumentException>(() => classifier.Probabilities(pixels, new float[20]));

        Assert.Equal("pixels", error.ParamName);
        Assert.Contains($"pixels[790] is {shown}; expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_BytesAsFloats_GiveTheSameBits()
    {
        var classifier = new DigitClassifier(ModelBytes.Network());
        byte[] bytes = [.. Enumerable.Range(0, 3 * DigitInput.Size).Select(i => (byte)(i * 37))];
        float[] floats = [.. bytes.Select(level => level / 255f)];
        float[] expected = new float[30];
        float[] actual = new float[30];

        classifier.Probabilities(bytes, expected);
        classifier.Probabilities(floats, actual);

        Bits.AssertSame(expected, actual);
        Assert.Equal(classifier.Classify(bytes.AsSpan(0, DigitInput.Size)), classifier.Classify(floats.AsSpan(0, DigitInput.Size)));
    }

    [Fact]
    public void Classify_FloatsOfAnotherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new DigitClassifier(ModelBytes.Network()).Classify(new float[DigitInput.Size - 1]));
}
