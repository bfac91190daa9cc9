using Cifra.Data.Micr;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrFaceTests
{
    private const float Module = 0.013f * 25.4f;

    // As published: four modules wide are 1 and 2, seven are 0, 8 and the symbols; the on-us symbol is seven high, the dash four, all else nine.
    [Theory]
    [InlineData('0', 7, 9)]
    [InlineData('1', 4, 9)]
    [InlineData('2', 4, 9)]
    [InlineData('3', 5, 9)]
    [InlineData('4', 6, 9)]
    [InlineData('5', 5, 9)]
    [InlineData('6', 6, 9)]
    [InlineData('7', 5, 9)]
    [InlineData('8', 7, 9)]
    [InlineData('9', 6, 9)]
    [InlineData(MicrFace.Transit, 7, 9)]
    [InlineData(MicrFace.Amount, 7, 9)]
    [InlineData(MicrFace.OnUs, 7, 7)]
    [InlineData(MicrFace.Dash, 7, 4)]
    public void Bars_E13B_HasThePublishedSize(char symbol, int width, int height)
    {
        IReadOnlyList<MicrBar> bars = MicrFace.E13B.Bars(symbol);

        Assert.Equal(width * Module, bars.Max(bar => bar.Right) - bars.Min(bar => bar.Left), 1e-3);
        Assert.Equal(height * Module, bars.Max(bar => bar.Bottom) - bars.Min(bar => bar.Top), 1e-3);
        Assert.Equal(7 * Module, bars.Max(bar => bar.Right), 1e-3); // narrow ones stand at the right
        Assert.All(bars, bar => Assert.True(bar.Right > bar.Left && bar.Bottom > bar.Top));
    }

    [Fact]
    public void Codes_Cmc7_AreAllWaysToChooseTwoOfSixGaps()
    {
        Assert.Equal(15, Cmc7Shapes.Codes.Select(code => code.Gaps).Distinct().Count());
        Assert.All(Cmc7Shapes.Codes, code => Assert.Equal((6, 2), (code.Gaps.Length, code.Gaps.Count(gap => gap == '1'))));
        Assert.Equal("0123456789:;<=>", MicrFace.Cmc7.Symbols);
    }

    [Fact]
    public void Bars_Cmc7_AreSevenOfOneWidthAtTheCodesPlaces()
    {
        foreach ((char symbol, string gaps, _) in Cmc7Shapes.Codes)
        {
            float[] edges = [.. MicrFace.Cmc7.Bars(symbol).Select(bar => bar.Left).Distinct().Order()];
            Assert.Equal(7, edges.Length);
            Assert.Equal(gaps, string.Concat(edges.Zip(edges.Skip(1), (left, right) => right - left > 0.4f ? '1' : '0')));
            Assert.All(MicrFace.Cmc7.Bars(symbol), bar => Assert.Equal(0.15f, bar.Right - bar.Left, 1e-5));
        }
    }

    // 021000021 and 011000015 are routing numbers that are published widely.
    [Theory]
    [InlineData("02100002", '1')]
    [InlineData("01100001", '5')]
    public void RoutingCheck_KnownNumber_IsItsLastDigit(string eight, char check) => Assert.Equal(check, MicrText.RoutingCheck(eight));
}
