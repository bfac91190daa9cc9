using Cifra.Imaging.Ink;

namespace Cifra.Tests.Imaging.Ink;

public sealed class InkLevelsTests
{
    [Fact]
    public void Find_PaperAlone_IsNull() => Assert.Null(InkLevels.Find(Histogram((0, 10_000))));

    [Fact]
    public void Find_CleanInk_BeginsAtAnEighthOfTheContrast() => Assert.Equal(new InkLevels(16, 128), InkLevels.Find(Histogram((0, 10_000), (128, 100))));

    [Fact]
    public void Find_KeepFaint_BeginsCloserToThePaper() =>
        Assert.Equal(new InkLevels(4, 128), InkLevels.Find(Histogram((0, 10_000), (128, 100)), keepFaint: true));

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void Find_FaintInk_NeedsTwentyFourLevels(int contrast, bool found) =>
        Assert.Equal(found, InkLevels.Find(Histogram((0, 10_000), (contrast, 100))) is not null);

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void Find_GrainyPaper_NeedsSixDeviations(int contrast, bool found) => // a deviation of ten levels
        Assert.Equal(found, InkLevels.Find(Histogram((-10, 2_000), (0, 8_000), (contrast, 100))) is not null);

    [Theory]
    [InlineData(9_999, true)]
    [InlineData(10_000, false)]
    public void Find_OnePixelOfInk_NeedsATenThousandthOfThePicture(int paper, bool found) =>
        Assert.Equal(found, InkLevels.Find(Histogram((0, paper), (128, 1))) is not null);

    [Fact]
    public void Find_HazeAndInk_TheInkIsFull()
    {
        InkLevels levels = InkLevels.Find(Histogram((0, 10_000), (30, 400), (200, 300)))!;

        Assert.Equal(200, levels.Ink);
    }

    [Theory]
    [InlineData(-20, 0)]
    [InlineData(16, 0)]
    [InlineData(72, 127)]
    [InlineData(128, 255)]
    [InlineData(255, 255)]
    public void Stretch_Absorption_IsLinearBetweenPaperAndInk(int absorption, byte expected) => Assert.Equal(expected, new InkLevels(16, 128).Stretch(absorption));

    private static int[] Histogram(params (int Absorption, int Count)[] pixels)
    {
        int[] histogram = new int[InkLevels.Bins];
        foreach ((int absorption, int count) in pixels)
        {
            histogram[InkLevels.Bin(absorption)] += count;
        }

        return histogram;
    }
}
