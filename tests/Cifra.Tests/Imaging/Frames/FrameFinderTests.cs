using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;

namespace Cifra.Tests.Imaging.Frames;

public sealed class FrameFinderTests
{
    private static readonly Quadrilateral Box = new(new(60, 50), new(330, 80), new(320, 210), new(50, 190));

    [Fact]
    public void Find_BoxFromAnAngle_GivesItsOutlineAndItsPaper()
    {
        List<Frame> frames = FrameFinder.Find(LineInk.Of(Drawn(Box)));

        Assert.Equal([false, true], frames.Select(frame => frame.IsCell));
        foreach (Frame frame in frames)
        {
            for (int i = 0; i < 4; i++)
            {
                Assert.InRange(frame.Corners.Corners[i].DistanceTo(Box.Corners[i]), 0, 6); // half a line's thickness, and what it was made thicker by
            }
        }
    }

    [Fact]
    public void Find_WritingInTheBox_ChangesNothing()
    {
        GrayImage picture = Drawn(Box);
        Drawing.Ring(picture, 150, 125, 30, 7, 90);
        Drawing.Stroke(picture, 220, 90, 240, 160, 7, 90);

        Assert.Contains(FrameFinder.Find(LineInk.Of(picture)), frame =>
            frame.IsCell && frame.Corners.TopLeft.DistanceTo(Box.TopLeft) < 6 && frame.Corners.BottomRight.DistanceTo(Box.BottomRight) < 6);
    }

    [Fact]
    public void Find_BoxWithAGap_HasAnOutlineAndNoPaper()
    {
        GrayImage picture = Drawn(Box);
        Drawing.Stroke(picture, 180, 200, 200, 202, 14, EvenLight.Paper);

        Assert.DoesNotContain(FrameFinder.Find(LineInk.Of(picture)), frame => frame.IsCell);
        Assert.Contains(FrameFinder.Find(LineInk.Of(picture)), frame => !frame.IsCell);
    }

    [Fact]
    public void Find_RoundAndEmptyPictures_HaveNone()
    {
        GrayImage ring = Pictures.Flat(400, 300, EvenLight.Paper);
        Drawing.Ring(ring, 200, 150, 80, 5, 60);

        Assert.Empty(FrameFinder.Find(LineInk.Of(ring)));
        Assert.Empty(FrameFinder.Find(LineInk.Of(Pictures.Flat(400, 300, EvenLight.Paper))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2.5)]
    [InlineData(-4)]
    public void Probe_LineOffItsPlace_SaysHowFar(double off)
    {
        GrayImage picture = Pictures.Flat(200, 200, EvenLight.Paper);
        Drawing.Stroke(picture, 20, 100 + off, 180, 100 + off, 3, 100);

        double? found = new LineProbe(picture).Find(new PicturePoint(90, 100), 0, 1, reach: 8);

        Assert.NotNull(found);
        Assert.Equal(off, found.Value, 0.6);
    }

    [Fact]
    public void Probe_StrokeThatCrosses_IsNoLine()
    {
        GrayImage picture = Pictures.Flat(200, 200, EvenLight.Paper);
        Drawing.Stroke(picture, 90, 60, 90, 140, 4, 60);

        Assert.Null(new LineProbe(picture).Find(new PicturePoint(90, 100), 0, 1, reach: 8));
    }

    private static GrayImage Drawn(Quadrilateral box)
    {
        GrayImage picture = Pictures.Flat(400, 300, EvenLight.Paper);
        for (int i = 0; i < 4; i++)
        {
            PicturePoint from = box.Corners[i];
            PicturePoint to = box.Corners[(i + 1) % 4];
            Drawing.Stroke(picture, from.X, from.Y, to.X, to.Y, 3, 100);
        }

        return picture;
    }
}
