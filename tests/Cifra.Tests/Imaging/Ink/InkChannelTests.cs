using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class InkChannelTests
{
    private static readonly (byte, byte, byte) White = (245, 245, 245);
    private static readonly (byte, byte, byte) Black = (40, 40, 40);

    [Fact]
    public void Apply_BlackPenOnRedLines_DropsTheLines()
    {
        // the red form is as bright as paper in the red channel alone
        Step step = InkChannel.Apply(Form(paper: White, form: (240, 90, 90), pen: Black));

        Assert.True(step.Applied);
        Assert.StartsWith("red:", step.Reason, StringComparison.Ordinal);
        GrayImage grey = step.Stage.Picture;
        Assert.InRange(grey[150, 12], 235, 245);
        Assert.InRange(grey[60, 60], 35, 45);
    }

    [Fact]
    public void Apply_RedPenOnPaleRedPaper_LooksWhereItIsDark()
    {
        Step step = InkChannel.Apply(Form(paper: (250, 200, 200), form: (250, 200, 200), pen: (235, 60, 120)));

        Assert.True(step.Applied);
        Assert.StartsWith("green:", step.Reason, StringComparison.Ordinal); // 200 against 60; blue 200 against 120, red 250 against 235
    }

    [Fact]
    public void Apply_BlackPenOnColouredPaper_StaysWithLuma()
    {
        ColorImage picture = Form(paper: (200, 235, 215), form: (200, 235, 215), pen: (20, 23, 21));

        Step step = InkChannel.Apply(picture);

        Assert.False(step.Applied);
        Assert.Equal(picture.ToGray().Pixels.ToArray(), step.Stage.Picture.Pixels.ToArray());
    }

    [Fact]
    public void Apply_GreyPicture_SaysSo()
    {
        Step step = InkChannel.Apply(Form(White, White, Black));

        Assert.False(step.Applied);
        Assert.Contains("grey already", step.Reason, StringComparison.Ordinal);
    }

    // Leaning strokes of a pen in a printed box.
    private static ColorImage Form((byte R, byte G, byte B) paper, (byte R, byte G, byte B) form, (byte R, byte G, byte B) pen)
    {
        GrayImage written = Pictures.Flat(300, 120, 0);
        GrayImage printed = Pictures.Flat(300, 120, 0);
        for (int x = 40; x < 280; x += 40)
        {
            Drawing.Stroke(written, x, 90, x + 40, 30, 4, 255);
        }

        foreach (int row in (int[])[12, 108])
        {
            Drawing.Stroke(printed, 0, row, 300, row, 4, 255);
        }

        byte[] pixels = new byte[300 * 120 * 4];
        for (int i = 0; i < 300 * 120; i++)
        {
            (byte r, byte g, byte b) = written.Pixels[i] > 0 ? pen : printed.Pixels[i] > 0 ? form : paper;
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (r, g, b, 255);
        }

        return new ColorImage(300, 120, pixels);
    }
}
