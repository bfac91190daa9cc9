using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrScoresTests
{
    public static TheoryData<char> Bars => [.. MicrFace.Cmc7.Symbols];

    public static TheoryData<char> Shapes => [.. MicrFace.E13B.Symbols];

    // A bar of the dash is two modules wide, six pixels, from 2.5 to 6.5 modules down: rows 7.5 to 19.5. The filter has the weights 1 2 1 both ways.
    [Theory]
    [InlineData(3, 13, 1)]
    [InlineData(0, 13, 0.75)]  // nothing to its left
    [InlineData(5, 13, 0.75)]
    [InlineData(6, 13, 0.25)]
    [InlineData(7, 13, 0)]
    [InlineData(3, 5, 0)]
    [InlineData(3, 6, 0.125)]  // half of the row below
    [InlineData(3, 7, 0.5)]    // half of itself, all of the row below
    [InlineData(3, 8, 0.875)]
    [InlineData(3, 9, 1)]
    public void Templates_Dash_IsBlurredAtItsEdges(int x, int y, float expected)
    {
        float[] dash = MicrTemplates.E13B.All[MicrFace.E13B.Symbols.IndexOf(MicrFace.Dash, StringComparison.Ordinal)];

        Assert.Equal(expected, dash[(y * MicrRaster.E13B.Stride) + x], 0.01f);
    }

    [Fact]
    public void Templates_Zero_IsTheSameFromAllSides()
    {
        float[] zero = MicrTemplates.E13B.All[0];
        int stride = MicrRaster.E13B.Stride;
        for (int y = 0; y < 27; y++)
        {
            for (int x = 0; x < 21; x++)
            {
                Assert.Equal(zero[(y * stride) + x], zero[(y * stride) + 20 - x], 0.01f);
                Assert.Equal(zero[(y * stride) + x], zero[((26 - y) * stride) + x], 0.01f);
            }
        }
    }

    [Fact]
    public void Templates_Energies_AreSumsOfSquares()
    {
        Assert.Equal(14, MicrTemplates.E13B.Energies.Count);
        Assert.All(
            MicrTemplates.E13B.All.Zip(MicrTemplates.E13B.Energies),
            pair => Assert.Equal(pair.First.Sum(level => (double)level * level), pair.Second, 0.01));
    }

    // The ink is the template itself: Σ(i - t)² is 0, so all of Σi² = Σt² is explained, and more than any other character explains.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void E13B_TemplateItself_ExplainsAllOfItsInk(char symbol)
    {
        MicrStrip strip = Strip(MicrRaster.E13B, 120);
        int k = MicrFace.E13B.Symbols.IndexOf(symbol, StringComparison.Ordinal);
        Place(MicrTemplates.E13B.All[k], strip, column: 40, row: 3);

        MicrScores scores = MicrScores.For(strip, MicrRaster.E13B);

        float energy = MicrTemplates.E13B.Energies[k];
        Assert.Equal(energy, scores.Of[k][40], 0.01f);
        Assert.Equal(energy, scores.Max(k, 40));
        Assert.Equal(energy, scores.EnergyBefore[^1], 0.01);
        Assert.Equal(3, scores.Row(k, 40));
        Assert.All(Enumerable.Range(0, 14).Where(other => other != k), other => Assert.True(scores.Of[other][40] < scores.Of[k][40]));
    }

    [Fact]
    public void E13B_Paper_ExplainsNothingAndCostsTheTemplate()
    {
        MicrScores scores = MicrScores.For(Strip(MicrRaster.E13B, 120), MicrRaster.E13B);

        Assert.All(scores.Of.Zip(MicrTemplates.E13B.Energies), pair => Assert.All(pair.First, score => Assert.Equal(-pair.Second, score)));
        Assert.Equal(0, scores.EnergyBefore[^1]);
    }

    // A normal curve with a deviation of 1.9 columns explains c² = (1 + 2·0.871)² / 3.37 = 2.23 of the energy of a bar three columns wide, 3: 0.74.
    // Neighbours at a
    // short gap overlap a little, so less is explained together.
    [Theory]
    [MemberData(nameof(Bars))]
    public void Cmc7_SevenBars_AreExplainedBestByTheirCharacter(char symbol)
    {
        MicrStrip strip = Strip(MicrRaster.Cmc7, 160);
        foreach (float edge in Cmc7Shapes.Edges(Cmc7Shapes.Gaps(symbol)))
        {
            for (int y = 6; y < 63; y++)
            {
                strip.Ink.AsSpan((y * strip.Stride) + 50 + (int)Math.Round(20 * edge), 3).Fill(1);
            }
        }

        MicrScores scores = MicrScores.For(strip, MicrRaster.Cmc7);

        string symbols = MicrFace.Cmc7.Symbols;
        Assert.Equal(symbol, symbols.MaxBy(other => scores.Of[symbols.IndexOf(other, StringComparison.Ordinal)][50]));
        int k = symbols.IndexOf(symbol, StringComparison.Ordinal);
        Assert.InRange(scores.Of[k][50] / scores.Max(k, 50), 0.6, 0.75);
        Assert.Equal(scores.EnergyBefore[^1], scores.Max(k, 50), 0.01);
    }

    // On paper a dark bar counts as 1, and each of seven missing bars costs half of its square.
    [Fact]
    public void Cmc7_Paper_CostsSevenMissingBars()
    {
        MicrScores scores = MicrScores.For(Strip(MicrRaster.Cmc7, 160), MicrRaster.Cmc7);

        Assert.All(scores.Of, row => Assert.All(row, score => Assert.Equal(-3.5f, score)));
    }

    private static void Place(float[] template, MicrStrip strip, int column, int row)
    {
        int stride = MicrRaster.E13B.Stride;
        for (int y = 0; y < MicrRaster.E13B.DigitRows; y++)
        {
            template.AsSpan(y * stride, MicrRaster.E13B.Width).CopyTo(strip.Ink.AsSpan(((y + row) * strip.Stride) + column));
        }
    }

    private static MicrStrip Strip(MicrRaster raster, int width)
    {
        var paper = new GrayImage(width, 100);
        paper.Pixels.Fill(EvenLight.Paper);
        var strip = MicrStrip.Cut(paper, new TextLine(20, 20 + raster.DigitRows, 0, width - 1, 0), raster, 1);
        Assert.Equal(width, strip.Width);
        return strip;
    }
}
