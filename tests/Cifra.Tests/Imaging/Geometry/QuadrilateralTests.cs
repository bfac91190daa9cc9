using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Tests.Imaging.Geometry;

public sealed class QuadrilateralTests
{
    private static readonly Quadrilateral Trapezium = new(new(1, 0), new(3, 0), new(4, 2), new(0, 2));

    [Fact]
    public void Area_Trapezium_IsTheMeanWidthTimesTheHeight() => Assert.Equal(6, Trapezium.Area, 1e-12);

    [Fact]
    public void Sides_Trapezium_AreTheLonger()
    {
        Assert.Equal(4, Trapezium.Width, 1e-12);
        Assert.Equal(Math.Sqrt(5), Trapezium.Height, 1e-12);
    }

    [Fact]
    public void IsConvex_CornerTurnedIn_IsNot()
    {
        Assert.True(Trapezium.IsConvex());
        Assert.True(Trapezium.IsConvex(60)); // its corners are 63.4° and 116.6°
        Assert.False(Trapezium.IsConvex(65));
        Assert.False(new Quadrilateral(new(0, 0), new(4, 0), new(1, 1), new(0, 4)).IsConvex());
        Assert.False(new Quadrilateral(new(0, 2), new(4, 2), new(3, 0), new(1, 0)).IsConvex()); // the other way round
    }

    [Fact]
    public void Bounds_Trapezium_HoldEveryPixelTouched()
    {
        Assert.Equal(new PixelBox(0, 0, 4, 2), Trapezium.Bounds(10, 10));
        Assert.Equal(new PixelBox(0, 0, 3, 1), Trapezium.Bounds(3, 1));
        Assert.Equal(new PixelBox(0, 0, 2, 1), Trapezium.Scaled(0.4, 0.4).Bounds(10, 10));
    }
}
