using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Data.Scenes;

public sealed class ScenePathTests
{
    private static readonly GrayImage Digit = DigitOnCanvas();

    [Fact]
    public void Follow_DigitOnPaper_GivesThePixelsThatAReaderSees()
    {
        GrayImage photo = Pictures.Negative(Digit);
        byte[] seen = new byte[DigitInput.Size];
        byte[] expected = new byte[DigitInput.Size];
        DigitPicture.Of(photo).Normalize(expected);

        Assert.True(ScenePath.Follow(photo, Digit, seen));
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Follow_DigitOfWhichHalfIsLost_IsRefused()
    {
        var half = new GrayImage(Digit.Width, Digit.Height, Digit.Pixels.ToArray());
        PixelBox box = PixelBox.AroundInk(Digit);
        for (int y = box.Y + (box.Height / 2); y < Digit.Height; y++)
        {
            half.Row(y).Clear();
        }

        Assert.False(ScenePath.Follow(Pictures.Negative(half), Digit, new byte[DigitInput.Size]));
    }

    [Fact]
    public void Follow_DigitThatHangsOnALongStroke_IsRefused()
    {
        GrayImage joined = Pictures.Negative(Digit);
        PixelBox box = PixelBox.AroundInk(Digit);
        Drawing.Stroke(joined, box.X + (box.Width / 2), box.Y + 2, Digit.Width - 4, Digit.Height - 4, 4, 0);

        Assert.False(ScenePath.Follow(joined, Digit, new byte[DigitInput.Size]));
    }

    [Fact]
    public void Follow_NoInk_IsRefused() =>
        Assert.False(ScenePath.Follow(Pictures.Flat(Digit.Width, Digit.Height, 220), Digit, new byte[DigitInput.Size]));

    // Nine of ten photographed scenes are found again: else a training would see close ones mostly.
    [Fact]
    public void Follow_ScenesAsTheyAreDrawn_FindsMostDigits()
    {
        DigitSet digits = DrawnDigits.Create(300, seed: 14);
        var options = new SceneOptions();
        int found = 0;
        for (int i = 0; i < digits.Count; i++)
        {
            var random = new SeededRandom(15, i);
            var scene = Scene.Wide(new GrayImage(DigitInput.Side, DigitInput.Side, digits.Pixels(i).ToArray()), options, random);
            found += ScenePath.Follow(PaperDegradation.Pick(options, random).Take(scene.Ink, random), scene.Digit, new byte[DigitInput.Size]) ? 1 : 0;
        }

        Assert.InRange(found, 0.9 * digits.Count, digits.Count);
    }

    private static GrayImage DigitOnCanvas()
    {
        GrayImage digit = DrawnDigits.Draw(5, 24, new SeededRandom(16));
        var canvas = new GrayImage(100, 100);
        for (int y = 0; y < digit.Height; y++)
        {
            digit.Row(y).CopyTo(canvas.Row(y + 10)[10..]);
        }

        return canvas;
    }
}
