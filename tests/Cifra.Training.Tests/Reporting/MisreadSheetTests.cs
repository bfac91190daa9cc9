using Cifra.Data;
using Cifra.Imaging;
using Cifra.Reporting;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reporting;

public sealed class MisreadSheetTests
{
    // Picture i is a flat grey of level i.
    private static readonly DigitSet Set = PredictionSamples.Set([.. Enumerable.Repeat((byte)1, 40)]);

    [Fact]
    public void Draw_SeventeenPictures_TakesTwoRows()
    {
        GrayImage sheet = MisreadSheet.Draw(Set, [.. Enumerable.Range(0, 17).Select(i => new MisreadImage(i, [7], Doubtful: false))]);

        Assert.Equal((8 + (16 * 64), 8 + (2 * 82)), (sheet.Width, sheet.Height)); // 56 + 8 across; 56 + 4 + 14 + 8 down
        Assert.Equal(15, sheet[8 + (15 * 64), 8]);
        Assert.Equal(16, sheet[8, 8 + 82]);
    }

    [Fact]
    public void Draw_OnePicture_HasItsLabelOnTheLeftAndTheReadingOnTheRight()
    {
        GrayImage sheet = MisreadSheet.Draw(Set, [new MisreadImage(20, [7], Doubtful: false)]);

        Assert.Equal(20, sheet[8, 8]);
        Assert.Equal(20, sheet[63, 63]);
        Assert.Equal(255, sheet[64, 40]);
        Assert.Equal("..##......", Line(sheet, left: 10, top: 68)); // a 1 begins with one dot in the middle of five; its left column is empty
        Assert.Equal("##########", Line(sheet, left: 54, top: 68)); // a 7 begins with a bar
    }

    [Fact]
    public void Draw_DoubtfulLabel_StandsInAFrame()
    {
        GrayImage plain = MisreadSheet.Draw(Set, [new MisreadImage(20, [7], Doubtful: false)]);
        GrayImage framed = MisreadSheet.Draw(Set, [new MisreadImage(20, [7], Doubtful: true)]);

        Assert.Equal(255, plain[6, 30]);
        Assert.NotEqual(255, framed[6, 30]);
        Assert.Equal(255, framed[7, 30]);
        Assert.Equal(20, framed[8, 30]);
    }

    [Fact]
    public void Draw_NoneOrTooMany_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MisreadSheet.Draw(Set, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => MisreadSheet.Draw(Set, [.. Enumerable.Repeat(new MisreadImage(0, [7], false), 97)]));
    }

    private static string Line(GrayImage sheet, int left, int top) => string.Concat(Enumerable.Range(left, 10).Select(x => sheet[x, top] < 128 ? '#' : '.'));
}
