using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Tests.Imaging.Digits;

public sealed class DigitPartsTests
{
    private static readonly PixelBox Digit = new(40, 30, 20, 40);

    [Fact]
    public void Choose_DigitAlone_IsKept() => Assert.Equal([Digit], Boxes(Page()));

    [Fact]
    public void Choose_Specks_AreLeftOut() => Assert.Equal([Digit], Boxes(Page(new PixelBox(10, 10, 3, 3), new PixelBox(90, 20, 9, 9))));

    [Fact]
    public void Choose_DashAndRule_AreLeftOut() => Assert.Equal([Digit], Boxes(Page(new PixelBox(70, 50, 25, 4), new PixelBox(2, 85, 110, 3))));

    [Fact]
    public void Choose_EdgeOfTheNextCell_IsLeftOut() => Assert.Equal([Digit], Boxes(Page(new PixelBox(0, 0, 5, 100), new PixelBox(0, 95, 120, 5))));

    [Fact]
    public void Choose_FrameAroundTheDigit_IsLeftOut()
    {
        GrayImage page = Page(new PixelBox(20, 10, 80, 3), new PixelBox(20, 87, 80, 3), new PixelBox(20, 10, 3, 80), new PixelBox(97, 10, 3, 80));

        Assert.Equal([Digit], Boxes(page));
    }

    [Fact]
    public void Choose_AngleOfAFrameCutByTheEdge_IsLeftOut() =>
        Assert.Equal([Digit], Boxes(Page(new PixelBox(18, 0, 3, 90), new PixelBox(18, 87, 102, 3)))); // an L, well inside but for its ends

    [Fact]
    public void Choose_Zero_IsNoFrame()
    {
        GrayImage page = Page();
        page.Pixels.Clear();
        Fill(page, Digit);
        Hollow(page, new PixelBox(46, 36, 8, 28)); // a ring with nothing in it

        Assert.Equal([Digit], Boxes(page));
    }

    [Fact]
    public void Choose_OneThatFillsItsPicture_IsKept() => Assert.Single(Boxes(Pictures.Flat(6, 40, 255)));

    [Fact]
    public void Choose_DustOnAPage_IsNoDigit()
    {
        var page = new GrayImage(1500, 1000);
        Fill(page, new PixelBox(700, 400, 7, 9)); // 9 of 1,500 is under 8 in a thousand

        Assert.Empty(Boxes(page));
    }

    private static PixelBox[] Boxes(GrayImage ink) => [.. DigitParts.Choose(ConnectedComponents.Find(ink)).All.Select(part => part.Box)];

    private static GrayImage Page(params PixelBox[] others)
    {
        var page = new GrayImage(120, 100);
        foreach (PixelBox box in others.Append(Digit))
        {
            Fill(page, box);
        }

        return page;
    }

    private static void Fill(GrayImage picture, PixelBox box) => Paint(picture, box, 255);

    private static void Hollow(GrayImage picture, PixelBox box) => Paint(picture, box, 0);

    private static void Paint(GrayImage picture, PixelBox box, byte level)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            picture.Row(y).Slice(box.X, box.Width).Fill(level);
        }
    }
}
