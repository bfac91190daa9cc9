using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class FieldSizeTests
{
    [Theory]
    [InlineData(40, true)] // two fifths of 100 rows
    [InlineData(39, false)]
    public void IsField_LineOfAHeight_IsOneFromTwoFifthsOn(int height, bool expected)
    {
        PictureInk ink = Ink(new GrayImage(200, 100));

        Assert.Equal(expected, FieldSize.IsField(new TextLine(10, 10 + height, 0, 150, 0), ink));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(200, false)]
    public void IsField_Bars_GoesByTheMainLine(int rows, bool expected)
    {
        var paper = new GrayImage(200, rows);
        paper.Pixels.Fill(230);
        for (int bar = 0; bar < 4; bar++)
        {
            for (int y = 10; y < 50; y++)
            {
                paper.Row(y).Slice(20 + (40 * bar), 6).Fill(20);
            }
        }

        Assert.Equal(expected, FieldSize.IsField(Ink(paper)));
    }

    [Fact]
    public void IsField_BlankPaper_IsNone() => Assert.False(FieldSize.IsField(Ink(new GrayImage(200, 100))));

    private static PictureInk Ink(GrayImage picture) => PictureInk.Of(picture, PictureInkOptions.Field with { RemoveRules = false });
}
