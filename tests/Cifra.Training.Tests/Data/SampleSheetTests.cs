using Cifra.Data;
using Cifra.Imaging;
using Cifra.Network;

namespace Cifra.Tests.Data;

public sealed class SampleSheetTests
{
    // A cell is 28 pixels and a gap of 2; a gap runs along the left and the top too.
    [Fact]
    public void Draw_Labelled_PutsEachDigitInItsRow()
    {
        DigitSet set = Plain([(9, 200), (0, 100), (0, 110), (0, 120), (0, 130)]);

        GrayImage sheet = SampleSheet.Draw(set, columns: 2);

        Assert.Equal((62, 302), (sheet.Width, sheet.Height));
        Assert.Equal(100, sheet[2, 2]);
        Assert.Equal(100, sheet[29, 29]);
        Assert.Equal(120, sheet[32, 2]); // spread over the four zeros: the first and the third
        Assert.Equal(200, sheet[2, 272]);
        Assert.Equal(64, sheet[32, 272]); // no second nine
        Assert.Equal(64, sheet[30, 2]);
        Assert.Equal(64, sheet[1, 1]);
    }

    [Fact]
    public void Draw_Unlabelled_ShowsPicturesInOrder()
    {
        byte[] pixels = [.. Enumerable.Range(1, 20).SelectMany(i => Enumerable.Repeat((byte)i, DigitInput.Size))];

        GrayImage sheet = SampleSheet.Draw(new DigitSet("x", pixels, null), columns: 2);

        Assert.Equal((1, 2, 3, 20), (sheet[2, 2], sheet[32, 2], sheet[2, 32], sheet[32, 272]));
    }

    [Fact]
    public void Draw_EmptySet_IsAnEmptySheet() => Assert.All(SampleSheet.Draw(new DigitSet("x", [], []), 1).Pixels.ToArray(), p => Assert.Equal(64, p));

    private static DigitSet Plain((byte Label, byte Level)[] pictures) => new(
        "x",
        [.. pictures.SelectMany(picture => Enumerable.Repeat(picture.Level, DigitInput.Size))],
        [.. pictures.Select(picture => picture.Label)]);
}
