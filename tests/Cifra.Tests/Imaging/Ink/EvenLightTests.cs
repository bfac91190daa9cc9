using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class EvenLightTests
{
    [Fact]
    public void Apply_LightThatFallsOff_MakesPaperAndInkEqualEverywhere()
    {
        GrayImage photo = Pictures.Flat(600, 200, 220);
        Drawing.Stroke(photo, 50, 40, 50, 160, 5, 110);
        Drawing.Stroke(photo, 550, 40, 550, 160, 5, 110); // the ink takes half of the light, wherever it is
        Drawing.Light(photo, 0.6, 0, seed: 1);

        Step step = EvenLight.Apply(Stage.Of(photo));

        Assert.True(step.Applied);
        Assert.All(new[] { 20, 100, 300, 500, 580 }, x => Assert.InRange(step.Stage.Picture[x, 20], EvenLight.Paper - 6, EvenLight.Paper + 6));
        Assert.All(new[] { 50, 550 }, x => Assert.InRange(step.Stage.Picture[x, 100], (EvenLight.Paper / 2) - 6, (EvenLight.Paper / 2) + 6));
    }

    [Fact]
    public void Apply_EvenLight_OnlySetsThePaper()
    {
        Step step = EvenLight.Apply(Stage.Of(Pictures.Flat(120, 80, 230)));

        Assert.False(step.Applied);
        Assert.All(step.Stage.Picture.Pixels.ToArray(), level => Assert.Equal(EvenLight.Paper, level));
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(96, 127)]
    [InlineData(192, 0)]
    [InlineData(255, -83)]
    public void Absorption_Levels_AreTheLightTaken(int level, int expected) => Assert.Equal(expected, EvenLight.Absorption(level));
}
