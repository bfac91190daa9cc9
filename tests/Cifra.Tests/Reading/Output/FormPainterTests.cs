using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Reading.Output;

namespace Cifra.Tests.Reading.Output;

public sealed class FormPainterTests
{
    [Fact]
    public void Draw_Outline_ColoursItsLinesAndNothingElse()
    {
        ColorImage drawn = FormPainter.Draw(White(60, 40), Fit([[new PicturePoint(10.5, 20.5), new(30.5, 20.5), new(30.5, 30.5)]]));

        Assert.All(Enumerable.Range(10, 21), x => Assert.True(IsBlue(drawn, x, 20)));
        Assert.All(Enumerable.Range(20, 11), y => Assert.True(IsBlue(drawn, 30, y)));
        Assert.Equal(21 + 10, Enumerable.Range(0, 60 * 40).Count(i => IsBlue(drawn, i % 60, i / 60)));
    }

    [Fact]
    public void Draw_Picture_IsNotChanged()
    {
        ColorImage picture = White(60, 40);

        FormPainter.Draw(picture, Fit([[new PicturePoint(10, 20), new(30, 20)]]));

        Assert.All(picture.Pixels.ToArray(), level => Assert.Equal(255, level));
    }

    [Fact]
    public void Draw_LargePicture_HasThickerLines()
    {
        ColorImage drawn = FormPainter.Draw(White(2100, 10), Fit([[new PicturePoint(100, 5.5), new(200, 5.5)]])); // three times 700

        Assert.Equal(3, Enumerable.Range(0, 10).Count(y => IsBlue(drawn, 150, y)));
    }

    [Fact]
    public void Draw_LineThatLeavesThePicture_IsCutOff()
    {
        ColorImage drawn = FormPainter.Draw(White(60, 40), Fit([[new PicturePoint(-1e9, 20.5), new(1e9, 20.5)], [new PicturePoint(30.5, -20), new(30.5, 90)]]));

        Assert.True(IsBlue(drawn, 30, 0));
        Assert.True(IsBlue(drawn, 30, 39));
    }

    private static FormFit Fit(IReadOnlyList<IReadOnlyList<PicturePoint>> lines) =>
        new("t", 1, 0, 0, FormAnchor.Page) { Outlines = [new FieldOutline("f", lines)] };

    private static ColorImage White(int width, int height)
    {
        byte[] pixels = new byte[4 * width * height];
        pixels.AsSpan().Fill(255);
        return new ColorImage(width, height, pixels);
    }

    private static bool IsBlue(ColorImage picture, int x, int y)
    {
        int at = 4 * ((y * picture.Width) + x);
        return picture.Pixels[at..(at + 3)].SequenceEqual((ReadOnlySpan<byte>)[30, 90, 220]);
    }
}
