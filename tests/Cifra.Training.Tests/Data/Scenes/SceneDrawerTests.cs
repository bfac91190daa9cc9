using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Network.Models;

namespace Cifra.Tests.Data.Scenes;

public sealed class SceneDrawerTests
{
    private static readonly DigitSet Digits = DrawnDigits.Create(200, seed: 41);

    [Fact]
    public void DrawMixed_AnyThreadAndOrder_SamePictures()
    {
        var drawer = new SceneDrawer(new SceneOptions());
        byte[] inOrder = new byte[Digits.Count * DigitInput.Size];
        byte[] atOnce = new byte[inOrder.Length];

        for (int i = Digits.Count - 1; i >= 0; i--)
        {
            drawer.DrawMixed(Digits.Pixels(i), Digits.Labels[i], Slot(inOrder, i), seed: 3, epoch: 1, i);
        }

        Parallel.For(0, Digits.Count, i => drawer.DrawMixed(Digits.Pixels(i), Digits.Labels[i], Slot(atOnce, i), seed: 3, epoch: 1, i));

        Assert.Equal(inOrder, atOnce);
    }

    [Fact]
    public void Draw_OtherEpoch_OtherPicture()
    {
        byte[] first = new byte[DigitInput.Size];
        byte[] second = new byte[DigitInput.Size];
        var drawer = new SceneDrawer(new SceneOptions());

        drawer.Draw(Digits.Pixels(0), first, seed: 1, epoch: 0, index: 0);
        drawer.Draw(Digits.Pixels(0), second, seed: 1, epoch: 1, index: 0);

        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Draw_ManyDigits_EachHasInkAsTheNormalizerLeavesIt(double photos)
    {
        var drawer = new SceneDrawer(new SceneOptions { Photos = photos });
        byte[] picture = new byte[DigitInput.Size];
        for (int i = 0; i < Digits.Count; i++)
        {
            drawer.Draw(Digits.Pixels(i), picture, seed: 7, epoch: 0, i);

            var box = PixelBox.AroundInk(new GrayImage(DigitInput.Side, DigitInput.Side, [.. picture]));
            Assert.InRange(Math.Max(box.Width, box.Height), 10, DigitNormalizer.InkSide);
            Assert.True(picture.Sum(pixel => pixel) > 2500, $"picture {i} has next to no ink");
        }
    }

    [Fact]
    public void Draw_NoInk_IsBlack()
    {
        byte[] picture = new byte[DigitInput.Size];
        picture.AsSpan().Fill(9);

        new SceneDrawer(new SceneOptions()).Draw(new byte[DigitInput.Size], picture, seed: 1, epoch: 0, index: 0);

        Assert.Equal(-1, picture.AsSpan().IndexOfAnyExcept((byte)0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void DrawPrintedAndDrawByHand_ScenesOfAllKinds_MostAreStillTheirDigit(double photos)
    {
        var drawer = new SceneDrawer(new SceneOptions { Photos = photos });
        int right = 0;
        const int Count = 400;
        byte[] picture = new byte[DigitInput.Size];
        for (int i = 0; i < Count; i++)
        {
            int digit = i % 10;
            if (i % 20 < 10)
            {
                drawer.DrawPrinted(digit, picture, seed: 2, epoch: 0, i);
            }
            else
            {
                drawer.DrawByHand(digit, picture, seed: 2, epoch: 0, i);
            }

            right += Pretrained.Mnist.Classify(picture)[0].Value == digit ? 1 : 0;
        }

        Assert.True(right >= 0.8 * Count, $"{right} of {Count} were read right by a network that has never seen scenes");
    }

    [Fact]
    public void Draw_EverythingOff_ReadsAsBefore()
    {
        SceneOptions none = new()
        {
            Photos = 0,
            Geometry = 0,
            Filled = 0,
            Binary = 0,
            Ragged = 0,
            Coarse = 0,
            Broken = 0,
            CutOff = 0,
            Neighbours = 0,
            Lines = 0,
        };
        var drawer = new SceneDrawer(none);
        byte[] picture = new byte[DigitInput.Size];
        int right = 0;
        for (int i = 0; i < Digits.Count; i++)
        {
            drawer.Draw(Digits.Pixels(i), picture, seed: 5, epoch: 0, i);
            right += Pretrained.Mnist.Classify(picture)[0].Value == Digits.Labels[i] ? 1 : 0;
        }

        Assert.True(right >= 0.9 * Digits.Count, $"{right} of {Digits.Count}");
    }

    private static Span<byte> Slot(byte[] pictures, int index) => pictures.AsSpan(index * DigitInput.Size, DigitInput.Size);
}
