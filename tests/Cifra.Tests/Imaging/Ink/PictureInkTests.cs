using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;
using Cifra.Tests.Reading;

namespace Cifra.Tests.Imaging.Ink;

public sealed class PictureInkTests
{
    [Fact]
    public void Of_PlainPicture_SkipsWhatIsNotNeededAndSaysWhy()
    {
        var trace = new InkTrace();

        var ink = PictureInk.Of(Pictures.Negative(GlyphPictures.Ink("1450", 4)), PictureInkOptions.Default, trace);

        Assert.Equal(["grey", "page", "polarity", "light", "pattern", "ink", "rules", "straight"], trace.Steps.Select(step => step.Name));
        Assert.Equal(Enumerable.Range(1, 8), trace.Steps.Select(step => step.Number));
        Assert.Equal(["ink"], trace.Steps.Where(step => step.Applied).Select(step => step.Name));
        Assert.All(trace.Steps, step => Assert.NotEmpty(step.Reason));
        Assert.Same(ink.Ink, trace.Steps[^1].Picture);
    }

    [Fact]
    public void Of_NumberOnAPageAtAnAngle_GivesBoxesOfThePhoto()
    {
        // a sheet of 640x400 with one digit in its middle, seen at an angle
        GrayImage sheet = Pictures.Flat(640, 400, 215);
        GrayImage digit = GlyphPictures.Ink("8", 12);
        for (int y = 0; y < digit.Height; y++)
        {
            for (int x = 0; x < digit.Width; x++)
            {
                sheet[250 + x, 100 + y] = digit[x, y] > 0 ? (byte)50 : sheet[250 + x, 100 + y];
            }
        }

        var page = new Quadrilateral(new(150, 90), new(830, 130), new(780, 600), new(110, 540));
        var toSheet = Homography.Between(page, Quadrilateral.OfSize(640, 400));
        GrayImage photo = Warp.Apply(sheet, toSheet, 960, 680, beyond: 80);
        Drawing.Light(photo, 0.3, 2, seed: 5);
        PixelBox expected = toSheet.Inverse().Apply(new PixelBox(250 + 36, 100 + 36, 60, 84)).Bounds(960, 680); // 5x7 dots, 3 from the corner

        var ink = PictureInk.Of(photo, PictureInkOptions.Default);

        Component found = ConnectedComponents.Find(ink.Ink, 48).All.MaxBy(part => part.Area)!;
        PixelBox back = ink.InGiven(found.Box);
        Assert.InRange(back.X, expected.X - 5, expected.X + 5);
        Assert.InRange(back.Y, expected.Y - 5, expected.Y + 5);
        Assert.InRange(back.Right, expected.Right - 5, expected.Right + 5);
        Assert.InRange(back.Bottom, expected.Bottom - 5, expected.Bottom + 5);
    }
}
