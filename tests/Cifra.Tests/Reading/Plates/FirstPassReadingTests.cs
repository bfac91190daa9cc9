using Cifra.Imaging.Geometry;
using Cifra.Network.Lines;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class FirstPassReadingTests
{
    private const string Symbols = "ABC12";
    private const int Columns = 4;

    // A character is 24 rows high and 1.2 times as wide as it was: a height is 28.8 columns.
    private const double Height = 28.8;

    [Fact]
    public void Of_TwoCharacters_AreCutOutAndScored()
    {
        FirstPassReading reading = Read(40, (2, 'A', 0.9f), (3, 'A', 0.95f), (8, '1', 0.8f))!;

        Assert.Equal("A1", reading.Text);
        Assert.Equal((0.95 + 0.8) / 2, reading.MeanConfidence, 5);
        Assert.Equal(2 * (((0.95 + 0.8) / 2) - 0.45), reading.Score, 5);

        // From 0.36 heights before the likeliest A, in column 14, to as much after the 1, in column 34.
        Assert.Equal(14 - (0.36 * Height), reading.Row.Corners.TopLeft.X, 6);
        Assert.Equal(34 + (0.36 * Height), reading.Row.Corners.BottomRight.X, 6);
    }

    [Fact]
    public void Of_LettersAlone_CountHalf() => Assert.Equal(0.5 * 3 * (0.9 - 0.45), Read(40, (2, 'A', 0.9f), (8, 'B', 0.9f), (14, 'C', 0.9f))!.Score, 5);

    [Fact]
    public void Of_SameSymbolTwice_IsTwoOnlyWithABlankBetween()
    {
        Assert.Equal("AA1", Read(40, (2, 'A', 0.9f), (4, 'A', 0.9f), (8, '1', 0.9f))!.Text);
        Assert.Equal("A1", Read(40, (2, 'A', 0.9f), (3, 'A', 0.9f), (8, '1', 0.9f))!.Text);
    }

    // 1.7 heights are 48.96 columns: twelve steps of four columns are one plate, thirteen are two.
    [Theory]
    [InlineData(12, "ABC12")]
    [InlineData(13, "ABC")]
    public void Of_WideGap_LeavesTheSurerSide(int steps, string expected) =>
        Assert.Equal(expected, Read(40, (0, 'A', 0.9f), (3, 'B', 0.9f), (5, 'C', 0.9f), (5 + steps, '1', 0.9f), (9 + steps, '2', 0.9f))!.Text);

    [Fact]
    public void Of_WideGap_LeavesTheRightSideIfThatIsSurer() =>
        Assert.Equal("12", Read(40, (0, 'A', 0.5f), (3, 'B', 0.5f), (20, '1', 0.9f), (24, '2', 0.9f))!.Text);

    [Theory]
    [InlineData(0.25f, "A1")] // below 0.3
    [InlineData(0.35f, "AB1")]
    public void Of_UnlikelyCharacter_DoesNotCount(float probability, string expected) =>
        Assert.Equal(expected, Read(40, (2, 'A', 0.9f), (6, 'B', probability), (10, '1', 0.9f))!.Text);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Of_NumberOfCharacters_IsBetweenTheBounds(int count, bool expected) =>
        Assert.Equal(expected, Read(50, [.. Enumerable.Range(0, count).Select(i => (4 * i, Symbols[i % 5], 0.9f))]) is not null);

    private static FirstPassReading? Read(int steps, params (int Step, char Symbol, float Probability)[] characters)
    {
        int classes = Symbols.Length + 1;
        float[] logarithms = new float[steps * classes];
        for (int step = 0; step < steps; step++)
        {
            (int Step, char Symbol, float Probability)[] here = [.. characters.Where(character => character.Step == step)];
            int symbol = here.Length == 0 ? Symbols.Length : Symbols.IndexOf(here[0].Symbol, StringComparison.Ordinal);
            float probability = here.Length == 0 ? 0.9f : here[0].Probability;
            Array.Fill(logarithms, MathF.Log((1 - probability) / (classes - 1)), step * classes, classes);
            logarithms[(step * classes) + symbol] = MathF.Log(probability);
        }

        int width = steps * Columns;
        var row = new PlateRow(Quadrilateral.OfSize(width, 24), Bright: false, Count: 3);
        return FirstPassReading.Of(new LineScores(Symbols, logarithms, Columns), row, width, PlateDecisionOptions.Default);
    }
}
