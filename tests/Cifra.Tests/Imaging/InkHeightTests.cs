using Cifra.Imaging;

namespace Cifra.Tests.Imaging;

public sealed class InkHeightTests
{
    [Fact]
    public void Of_NoShapes_IsZero() => Assert.Equal(0, InkHeight.Of([]));

    [Fact]
    public void Of_ManySpecks_IsTheHeightOfTheShapesThatHoldTheInk() =>
        Assert.Equal(30, InkHeight.Of([Shape(30, 200), Shape(31, 90), .. Enumerable.Repeat(Shape(2, 3), 40)]));

    [Fact]
    public void Of_TwoHalves_IsTheLower() => Assert.Equal(5, InkHeight.Of([Shape(9, 10), Shape(5, 10)]));

    [Fact]
    public void Of_LessThanHalf_DoesNotCount() => Assert.Equal(9, InkHeight.Of([Shape(9, 10), Shape(5, 9)]));

    private static Component Shape(int height, int area) => new(1, new PixelBox(0, 0, 10, height), area, 0, 0, 255);
}
