using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.Lines;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Lines;

public sealed class LineDrawerTests
{
    private const int Width = 160;
    private const int Size = Width * LineNormalizer.Height;

    private static readonly DigitSet Digits = DrawnDigits.Create(200, seed: 5);

    [Fact]
    public void Draw_SameKey_GivesTheSameLineInAnyOrder()
    {
        var drawer = new LineDrawer(Digits, new LineOptions(), Width);
        byte[] first = new byte[Size];
        byte[] again = new byte[Size];

        string text = drawer.Draw(first, 1, 2, 3);
        drawer.Draw(again, 1, 2, 4);
        string other = drawer.Draw(again, 1, 2, 3);

        Assert.Equal(text, other);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Draw_ManyLines_AreOfKnownSymbolsFitTheirStepsAndShowInk()
    {
        var drawer = new LineDrawer(Digits, new LineOptions(), Width);
        byte[] picture = new byte[Size];
        var seen = new HashSet<char>();
        for (int i = 0; i < 300; i++)
        {
            string text = drawer.Draw(picture, 7, 0, i);

            Assert.InRange(text.Length, 1, LineText.Most);
            Assert.All(text, symbol => Assert.Contains(symbol, LineSymbols.Numbers.AsEnumerable()));
            Assert.Contains(picture, level => level > 128);
            seen.UnionWith(text);
        }

        Assert.Equal(LineSymbols.Numbers.Order(), seen.Order());
    }

    [Fact]
    public void Draw_NoSet_DrawsEveryLineItself() =>
        Assert.NotEqual("", new LineDrawer(digits: null, new LineOptions(), Width).Draw(new byte[Size], 1, 0, 0));

    [Fact]
    public void Write_SymbolsApart_KeepTheirGapAndOrder()
    {
        // Wide gaps, no cells, no ligatures: between two digits there is a column without ink.
        var options = new LineOptions { Printed = 1, Tight = 0, Wide = 1, Combs = 0, Ligatures = 0 };
        var random = new SeededRandom(3);
        LineStyle hand = LineStyle.Pick(new LineDigits(null), options, random);

        WrittenLine sheet = WrittenLine.Write("2468", hand, height: 30, room: 1000, options, random);

        Assert.Equal("2468", sheet.Text);
        int gaps = 0;
        bool inked = true;
        for (int x = sheet.Extent.Left; x < sheet.Extent.Right; x++)
        {
            bool ink = Enumerable.Range(0, sheet.Ink.Height).Any(y => sheet.Ink[x, y] > 0);
            gaps += inked && !ink ? 1 : 0;
            inked = ink;
        }

        Assert.Equal(3, gaps);
    }

    [Fact]
    public void Write_LittleRoom_WritesWhatFits()
    {
        var random = new SeededRandom(4);
        var options = new LineOptions();
        WrittenLine sheet = WrittenLine.Write("123456789", LineStyle.Pick(new LineDigits(null), options, random), height: 30, room: 90, options, random);

        Assert.StartsWith(sheet.Text, "123456789", StringComparison.Ordinal);
        Assert.InRange(sheet.Text.Length, 1, 8);
    }
}
