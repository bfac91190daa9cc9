using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    private static readonly byte[] Labels = [0, 0, 0, 4, 4, 4, 4, 9, 9, 9];
    private static readonly byte[] Read = [0, 0, 9, 4, 9, 9, 9, 9, 4, 0];

    [Fact]
    public void Indexer_HandMade_CountsRowsTrueColumnsRead()
    {
        var confusion = new ConfusionMatrix(Labels, Read);

        Assert.Equal(10, confusion.Images);
        Assert.Equal(4, confusion.Correct);
        Assert.Equal(3, confusion[4, 9]);
        Assert.Equal(1, confusion[9, 4]);
        Assert.Equal(0, confusion[5, 5]);
        Assert.Equal(4, confusion.Seen(4));
        Assert.Equal(2, confusion.ReadAs(4));
        Assert.Equal(5, confusion.ReadAs(9));
        Assert.Equal(0, confusion.Seen(5));
    }

    [Fact]
    public void ConfusedPairs_HandMade_CommonestFirstThenByDigits()
    {
        var confusion = new ConfusionMatrix(Labels, Read);

        ConfusedPair[] expected = [new(4, 9, 3), new(0, 9, 1), new(9, 0, 1), new(9, 4, 1)];
        Assert.Equal(expected, confusion.ConfusedPairs());
    }

    [Fact]
    public void Constructor_DifferentLengths_Refused() =>
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix([1, 2], [1]));

    [Fact]
    public void Constructor_DigitAboveNine_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([1], [10]));
}
