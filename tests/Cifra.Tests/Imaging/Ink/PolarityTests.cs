using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Ink;

public sealed class PolarityTests
{
    private static readonly DigitSet Drawn = DrawnDigits.Create(400, seed: 12);

    // A digit of 28x28 covers much of its picture: what is darker than its surroundings may then be the hole of a 0.
    [Fact]
    public void InkIsBright_DrawnDigitsOf28_IsRightForEach() => Assert.All(Enumerable.Range(0, Drawn.Count), i => Assert.True(IsRight(Picture(Drawn, i))));

    [Fact]
    public void InkIsBright_DigitsCutAtTheirInk_IsRightForNearlyAll()
    {
        int right = Enumerable.Range(0, Drawn.Count).Count(i =>
        {
            GrayImage picture = Picture(Drawn, i);
            return IsRight(PixelBox.AroundInk(picture).CutFrom(picture));
        });

        Assert.InRange(right, Drawn.Count - 2, Drawn.Count);
    }

    [Fact]
    public void InkIsBright_MnistsLastTrainingPictures_IsRightForEach()
    {
        DigitSet train = DigitSource.Open(SharedData.Mnist, new DigitSourceOptions { Part = DigitPart.Train }).Train!;

        Assert.All(Enumerable.Range(train.Count - 5000, 5000), i => Assert.True(IsRight(Picture(train, i)), $"picture {i}"));
    }

    // The border is black, the paper white: a cell of a Sudoku. The border counts in small pictures only, and there for less than a frame.
    [Theory]
    [InlineData(48)]
    [InlineData(128)]
    public void InkIsBright_DarkDigitInADarkFrame_IsDark(int side)
    {
        GrayImage cell = Pictures.Flat(side, side, 210);
        for (int i = 0; i < side; i++)
        {
            for (int depth = 0; depth < side / 24; depth++)
            {
                cell[i, depth] = cell[i, side - 1 - depth] = cell[depth, i] = cell[side - 1 - depth, i] = 40;
            }
        }

        Drawing.Ring(cell, side / 2, side / 2, side / 5, side / 16, 60);

        Assert.False(Polarity.InkIsBright(cell));
        Assert.True(Polarity.InkIsBright(Pictures.Negative(cell)));
    }

    [Fact]
    public void InkIsBright_Negative_IsTheOppositeOrNothingSpeaksForEither()
    {
        var random = new SeededRandom(21);
        int opposite = 0;
        for (int i = 0; i < 1000; i++)
        {
            GrayImage picture = Pictures.Any(random);
            bool bright = Polarity.InkIsBright(picture);
            bool negatives = Polarity.InkIsBright(Pictures.Negative(picture));

            Assert.False(bright && negatives);
            opposite += bright != negatives ? 1 : 0;
        }

        Assert.InRange(opposite, 600, 1000); // the others are flat
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void InkIsBright_OneLevelAllOver_IsNot(byte level) => Assert.False(Polarity.InkIsBright(Pictures.Flat(28, 28, level)));

    private static bool IsRight(GrayImage bright) => Polarity.InkIsBright(bright) && !Polarity.InkIsBright(Pictures.Negative(bright));

    private static GrayImage Picture(DigitSet set, int i) => new(DigitInput.Side, DigitInput.Side, set.Pixels(i).ToArray());
}
