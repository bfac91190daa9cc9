using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Scenes;

public sealed class InkWarpTests
{
    private static readonly SeededRandom Random = new(1);

    [Fact]
    public void Apply_SameSizeAndNoChange_GivesTheInkBack()
    {
        var ink = new GrayImage(28, 28, DrawnDigits.Create(1, seed: 2).Pixels(0).ToArray());
        PixelBox box = PixelBox.AroundInk(ink);

        GrayImage same = new InkWarp { Width = box.Width, Height = box.Height }.Apply(ink, box, Random);

        GrayImage expected = box.CutFrom(ink);
        GrayImage actual = PixelBox.AroundInk(same).CutFrom(same);
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.Equal(expected.Pixels.ToArray(), actual.Pixels.ToArray());
    }

    [Fact]
    public void Apply_BarStretchedToABlock_FillsTheBlock()
    {
        GrayImage bar = Bar();

        GrayImage block = new InkWarp { Width = 24, Height = 40, Steepness = 20 }.Apply(bar, PixelBox.AroundInk(bar), Random);

        PixelBox box = PixelBox.AroundInk(block);
        Assert.InRange(box.Width, 23, 25);
        Assert.InRange(box.Height, 39, 41);
        Assert.InRange(block.Pixels.ToArray().Sum(pixel => pixel) / 255.0, 900, 1000); // 24 x 40 = 960
    }

    [Fact]
    public void Apply_LowerEdge_MakesThickerStrokes()
    {
        GrayImage bar = InkDamage.Soften(Bar());
        PixelBox box = new(12, 4, 4, 20);

        GrayImage thick = new InkWarp { Width = 8, Height = 40, Steepness = 10, Edge = 0.2f }.Apply(bar, box, Random);
        GrayImage thin = new InkWarp { Width = 8, Height = 40, Steepness = 10, Edge = 0.8f }.Apply(bar, box, Random);

        Assert.True(Strokes.Width(thick) > Strokes.Width(thin) + 1, $"{Strokes.Width(thick)} and {Strokes.Width(thin)}");
    }

    [Fact]
    public void Apply_QuarterTurn_LiesDown()
    {
        GrayImage bar = Bar();

        GrayImage lying = new InkWarp { Width = 4, Height = 20, Turn = MathF.PI / 2 }.Apply(bar, PixelBox.AroundInk(bar), Random);

        PixelBox box = PixelBox.AroundInk(lying);
        Assert.True(box.Width > 3 * box.Height, $"{box}");
    }

    [Fact]
    public void Nib_FlatPieceOnWholePixels_InksExactlyItsRectangle()
    {
        var canvas = new GrayImage(14, 10);

        StrokeBrush.Draw(canvas, new Vector2(2, 5), new Vector2(10, 5), radius: 2, flat: true);

        // 8 columns from 2 on, 4 rows from 3 on
        Assert.Equal(new PixelBox(2, 3, 8, 4), PixelBox.AroundInk(canvas));
        Assert.Equal(8 * 4 * 255, canvas.Pixels.ToArray().Sum(pixel => pixel));
    }

    [Fact]
    public void DrawLines_NotTouching_LeaveTheDigitsBoxFree()
    {
        var random = new SeededRandom(6);
        for (int i = 0; i < 200; i++)
        {
            var canvas = new GrayImage(60, 60);
            var digit = new PixelBox(20, 15, 20, 30);

            Clutter.DrawLines(canvas, digit, near: 0.06f, far: 0.2f, random);

            Assert.False(PixelBox.AroundInk(canvas).IsEmpty);
            Assert.True(PixelBox.AroundInk(digit.CutFrom(canvas)).IsEmpty, $"lines {i}");
        }
    }

    private static GrayImage Bar()
    {
        var bar = new GrayImage(28, 28);
        for (int y = 4; y < 24; y++)
        {
            bar.Row(y)[12..16].Fill(255);
        }

        return bar;
    }
}
