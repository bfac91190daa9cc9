using Cifra.Data.Micr;
using Cifra.Imaging;
using Cifra.Numerics;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrPrintTests
{
    [Fact]
    public void Add_BarBetweenPixels_InksEachByItsShare()
    {
        var sheet = new MicrPrint(4, 3, scale: 2);

        sheet.Add(new MicrBar(0.25f, 0.5f, 1.5f, 1f), x: 0, y: 0, spread: 0); // columns ½ to 3, row 1

        Assert.Equal([0, 0, 0, 0, 127, 255, 255, 0, 0, 0, 0, 0], sheet.ToImage().Pixels.ToArray());
    }

    [Fact]
    public void Add_Spread_GrowsEveryEdge()
    {
        var sheet = new MicrPrint(5, 5, scale: 1);

        sheet.Add(new MicrBar(2, 2, 3, 3), 0, 0, spread: 1);

        Assert.Equal(9, sheet.ToImage().Pixels.ToArray().Count(pixel => pixel == 255));
    }

    [Fact]
    public void Draw_SameKey_SameScan()
    {
        GrayImage one = MicrScan.Draw(MicrFont.E13B, "⑆012345678⑆", 200, new SeededRandom(4));
        GrayImage other = MicrScan.Draw(MicrFont.E13B, "⑆012345678⑆", 200, new SeededRandom(4));

        Assert.Equal(one.Pixels.ToArray(), other.Pixels.ToArray());
    }

    [Theory]
    [InlineData(MicrFont.E13B)]
    [InlineData(MicrFont.Cmc7)]
    public void Invent_ManyLines_UsesEveryCharacter(MicrFont font) =>
        Assert.Empty(MicrFace.Of(font).Symbols.Except(Enumerable.Range(0, 60).SelectMany(i => MicrText.Invent(font, new SeededRandom(i)))));
}
