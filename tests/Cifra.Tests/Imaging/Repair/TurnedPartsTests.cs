using Cifra.Imaging;
using Cifra.Imaging.Repair;

namespace Cifra.Tests.Imaging.Repair;

public sealed class TurnedPartsTests
{
    [Fact]
    public void TurnBack_CleanStroke_FindsNothing() => Assert.Null(TurnedParts.TurnBack(One(), RepairOptions.Default));

    [Fact]
    public void TurnBack_BlankPicture_FindsNothing() => Assert.Null(TurnedParts.TurnBack(new GrayImage(28, 28), RepairOptions.Default));

    [Theory]
    [InlineData(0, 5, 28, 7)] // a band of rows
    [InlineData(9, 0, 10, 28)] // a band of columns, over the stroke
    [InlineData(3, 4, 9, 12)] // a rectangle beside it
    [InlineData(0, 0, 28, 28)] // all
    public void TurnBack_PartInNegative_GivesThePictureBack(int x, int y, int width, int height)
    {
        GrayImage picture = Turned(One(), new PixelBox(x, y, width, height));

        GrayImage? repaired = TurnedParts.TurnBack(picture, RepairOptions.Default);

        Assert.NotNull(repaired);
        Assert.Equal(One().Pixels.ToArray(), repaired.Pixels.ToArray());
    }

    [Fact]
    public void TurnBack_TwoBands_GivesThePictureBack()
    {
        GrayImage picture = Turned(Turned(One(), new PixelBox(0, 2, 28, 6)), new PixelBox(0, 15, 28, 5));

        Assert.Equal(One().Pixels.ToArray(), TurnedParts.TurnBack(picture, RepairOptions.Default)?.Pixels.ToArray());
    }

    [Fact]
    public void TurnBack_NoPartAllowedOrNoGainEnough_FindsNothing()
    {
        GrayImage picture = Turned(One(), new PixelBox(0, 5, 28, 7));

        Assert.Null(TurnedParts.TurnBack(picture, RepairOptions.Default with { MostTurnedParts = 0 }));
        Assert.Null(TurnedParts.TurnBack(picture, RepairOptions.Default with { TurnedGain = 1.01 }));
        Assert.Null(TurnedParts.TurnBack(picture, RepairOptions.Default with { LeastTurnedSide = 29 }));
        Assert.Null(TurnedParts.TurnBack(picture, RepairOptions.Default with { LeastTurnedRim = 57 })); // the band's rim is 2 x 28
    }

    [Fact]
    public void TurnBack_GivenPicture_DoesNotChangeIt()
    {
        GrayImage picture = Turned(One(), new PixelBox(0, 5, 28, 7));
        byte[] before = picture.Pixels.ToArray();

        TurnedParts.TurnBack(picture, RepairOptions.Default);

        Assert.Equal(before, picture.Pixels.ToArray());
    }

    // A slanted stroke with a soft edge.
    private static GrayImage One()
    {
        var picture = new GrayImage(28, 28);
        Drawing.Stroke(picture, 11, 23, 17, 5, 5, 120);
        Drawing.Stroke(picture, 11, 23, 17, 5, 3, 255);
        return picture;
    }

    private static GrayImage Turned(GrayImage picture, PixelBox box)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            for (int x = box.X; x < box.Right; x++)
            {
                picture[x, y] = (byte)(255 - picture[x, y]);
            }
        }

        return picture;
    }
}
