using Cifra.Data;

namespace Cifra.Tests.Data;

public sealed class DigitSetTests
{
    [Fact]
    public void FromFloats_LevelsDividedBy255_AreTheBytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 2 * 784).Select(i => (byte)(i * 13))];

        var set = DigitSet.FromFloats("floats", [.. bytes.Select(level => level / 255f)], [3, 8]);

        Assert.Equal(bytes, set.AllPixels.ToArray());
        Assert.Equal([3, 8], set.Labels.ToArray());
        Assert.Equal(("floats", 2), (set.Name, set.Count));
    }

    [Fact]
    public void FromFloats_NoLabels_IsASetWithoutTruth() => Assert.False(DigitSet.FromFloats("floats", new float[784], labels: null).HasLabels);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(-0.5f)]
    [InlineData(1.5f)]
    public void FromFloats_ValueOutOfRange_NamesIndexAndValue(float value)
    {
        float[] pixels = new float[784];
        pixels[42] = value;

        ArgumentException error = Assert.Throws<ArgumentException>(() => DigitSet.FromFloats("floats", pixels, labels: null));

        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pixels[42] is {value}"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromFloats_NoWholePictures_IsRefused() => Assert.Throws<ArgumentException>(() => DigitSet.FromFloats("floats", new float[100], labels: null));
}
