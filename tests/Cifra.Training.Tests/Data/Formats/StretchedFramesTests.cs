using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Data.Formats;
using Cifra.Imaging;

namespace Cifra.Tests.Data.Formats;

public sealed class StretchedFramesTests
{
    private static readonly DigitSet Digits = DrawnDigits.Create(150, seed: 5);

    [Theory]
    [InlineData(16, false)]
    [InlineData(32, true)]
    public void Recognizes_BoxesStretchedToTheFrame_IsTrue(int side, bool binary) => Assert.True(StretchedFrames.Recognizes(Stretched(150, side, binary)));

    [Fact]
    public void Recognizes_DigitsThatKeepTheirAspect_IsFalse()
    {
        byte[] pixels = [.. Enumerable.Range(0, 150).SelectMany(i =>
        {
            GrayImage box = Box(i);
            int longer = Math.Max(box.Width, box.Height);
            GrayImage fitted = Resample.Bilinear(box, Math.Max(1, 16 * box.Width / longer), Math.Max(1, 16 * box.Height / longer));
            var frame = new GrayImage(16, 16);
            for (int y = 0; y < fitted.Height; y++)
            {
                fitted.Row(y).CopyTo(frame.Row(y));
            }

            return frame.Pixels.ToArray();
        })];

        Assert.False(StretchedFrames.Recognizes(new PictureStack("fitted", 16, 16, pixels, null)));
    }

    [Fact]
    public void Recognizes_TooFewPictures_IsFalse()
    {
        Assert.True(StretchedFrames.Recognizes(Stretched(100, 16, binary: false)));
        Assert.False(StretchedFrames.Recognizes(Stretched(99, 16, binary: false)));
    }

    [Fact]
    public void Recognizes_FrameThatIsNotSquareOrBlank_IsFalse()
    {
        PictureStack stack = Stretched(150, 16, binary: false);

        Assert.False(StretchedFrames.Recognizes(stack with { Width = 8, Height = 32 }));
        Assert.False(StretchedFrames.Recognizes(stack with { Pixels = new byte[stack.Pixels.Length] }));
    }

    [Fact]
    public void Recognizes_MarginAroundTheDigits_IsFalse()
    {
        PictureStack stack = Stretched(150, 16, binary: false);
        byte[] pixels = new byte[150 * 400];
        for (int row = 0; row < 150 * 16; row++)
        {
            stack.Pixels.AsSpan(row * 16, 16).CopyTo(pixels.AsSpan((row / 16 * 400) + (((row % 16) + 2) * 20) + 2));
        }

        Assert.False(StretchedFrames.Recognizes(new PictureStack("margin", 20, 20, pixels, null)));
    }

    [Fact]
    public void Squeeze_FullSquare_IsNarrower()
    {
        GrayImage squeezed = StretchedFrames.Squeeze(Cifra.Tests.Imaging.Pictures.Flat(20, 20, 255));

        Assert.Equal(0.65, (double)squeezed.Width / squeezed.Height, 12);
        Assert.All(squeezed.Pixels.ToArray(), level => Assert.Equal(255, level));
    }

    [Fact]
    public void ToDigitSet_StretchedSet_SaysSoUnlessTheAspectIsKept()
    {
        PictureStack stack = Stretched(150, 16, binary: false);

        DigitSet squeezed = stack.ToDigitSet(Normalize.Auto, cancellation: TestContext.Current.CancellationToken);
        DigitSet kept = stack.ToDigitSet(Normalize.Auto, keepAspect: true, TestContext.Current.CancellationToken);

        Assert.Equal(0.65, squeezed.SqueezedTo);
        Assert.Null(kept.SqueezedTo);
        Assert.Equal(13, Width(squeezed));
        Assert.Equal(20, Width(kept));
    }

    private static int Width(DigitSet set) => PixelBox.AroundInk(new GrayImage(28, 28, set.Pixels(0).ToArray())).Width;

    private static PictureStack Stretched(int count, int side, bool binary) => new(
        "stretched",
        side,
        side,
        [.. Enumerable.Range(0, count).SelectMany(i => Resample.Bilinear(Box(i), side, side).Pixels.ToArray()).Select(level => binary ? (byte)(level >= 100 ? 255 : 0) : Math.Max((byte)1, level))],
        null);

    private static GrayImage Box(int index)
    {
        var picture = new GrayImage(28, 28, Digits.Pixels(index).ToArray());
        return PixelBox.AroundInk(picture).CutFrom(picture);
    }
}
