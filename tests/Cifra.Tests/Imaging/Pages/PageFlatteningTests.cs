using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Pages;

public sealed class PageFlatteningTests
{
    private static readonly Quadrilateral Page = new(new(230, 40), new(850, 160), new(740, 610), new(90, 480));

    [Fact]
    public void Apply_PageAtAnAngle_IsSetUprightAndKnowsItsWayBack()
    {
        GrayImage photo = Pictures.Flat(900, 650, 90);
        Drawing.Sheet(photo, Page, 205);
        var onPage = Homography.Between(Quadrilateral.OfSize(1, 1), Page);
        PicturePoint mark = onPage.Apply(new PicturePoint(0.25, 0.75));
        Drawing.Ring(photo, mark.X, mark.Y, 4, 8, 20);

        Step step = PageFlattening.Apply(Stage.Of(photo), 1600);

        Assert.True(step.Applied);
        GrayImage flat = step.Stage.Picture;
        Assert.InRange(flat.Width, Page.Width - 6, Page.Width + 6);
        Assert.InRange(flat.Height, Page.Height - 6, Page.Height + 6);
        PixelBox dark = PixelBox.AroundInk(Threshold.Above(Pictures.Negative(flat), 150));
        Assert.InRange(dark.X + (dark.Width / 2.0), (0.25 * flat.Width) - 5, (0.25 * flat.Width) + 5);
        Assert.InRange(dark.Y + (dark.Height / 2.0), (0.75 * flat.Height) - 5, (0.75 * flat.Height) + 5);
        PixelBox back = step.Stage.ToGiven.Apply(dark).Bounds(900, 650);
        Assert.InRange(back.X + (back.Width / 2.0), mark.X - 3, mark.X + 3);
        Assert.InRange(back.Y + (back.Height / 2.0), mark.Y - 3, mark.Y + 3);
    }

    [Fact]
    public void Apply_NoPage_ShrinksTheWholePicture()
    {
        Step step = PageFlattening.Apply(Stage.Of(Pictures.Flat(800, 400, 200)), 200);

        Assert.False(step.Applied);
        Assert.Equal((200, 100), (step.Stage.Picture.Width, step.Stage.Picture.Height));
        Assert.Equal(new PixelBox(400, 40, 40, 80), step.Stage.ToGiven.Apply(new PixelBox(100, 10, 10, 20)).Bounds(800, 400));
    }
}
