using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class InkSeparationTests
{
    [Fact]
    public void Apply_FaintPencilBesideBoldPrint_KeepsBoth()
    {
        GrayImage page = Pictures.Flat(300, 100, EvenLight.Paper);
        for (int x = 20; x < 140; x += 20)
        {
            Drawing.Stroke(page, x, 20, x, 80, 6, 10);
        }

        Drawing.Stroke(page, 200, 20, 200, 80, 4, 112); // two fifths of the light
        Drawing.Light(page, 0, 1.5, seed: 1);

        GrayImage ink = InkSeparation.Apply(Stage.Of(page)).Stage.Picture;

        Assert.InRange(ink[20, 50], 200, 255);
        Assert.InRange(ink[200, 50], 48, 120);
        Assert.Equal(0, ink[260, 50]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Apply_BlankPage_HasNoInk(double grain)
    {
        GrayImage page = Pictures.Flat(200, 100, EvenLight.Paper);
        Drawing.Light(page, 0, grain, seed: 2);

        Step step = InkSeparation.Apply(Stage.Of(page));

        Assert.All(step.Stage.Picture.Pixels.ToArray(), level => Assert.Equal(0, level));
        Assert.Contains("no ink", step.Reason, StringComparison.Ordinal);
    }
}
