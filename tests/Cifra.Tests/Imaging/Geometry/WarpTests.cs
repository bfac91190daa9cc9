using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Geometry;

public sealed class WarpTests
{
    private static readonly GrayImage Noise = Pictures.Noise(31, 17, new SeededRandom(4));

    [Fact]
    public void Apply_Identity_GivesTheSamePicture() =>
        Assert.Equal(Noise.Pixels.ToArray(), Warp.Apply(Noise, Homography.Identity, 31, 17).Pixels.ToArray());

    [Fact]
    public void Apply_WholeShift_MovesPixelsAndFillsWithWhatIsBeyond()
    {
        GrayImage moved = Warp.Apply(Noise, Homography.Affine(1, 0, 3, 0, 1, -2), 31, 17, beyond: 7);

        Assert.Equal(Noise[13, 4], moved[10, 6]);
        Assert.Equal(7, moved[30, 6]); // from column 33
        Assert.Equal(7, moved[10, 1]); // from row -1
        Assert.Equal(Noise[13, 0], Warp.Apply(Noise, Homography.Affine(1, 0, 3, 0, 1, -2), 31, 17)[10, 1]);
    }

    [Fact]
    public void Apply_QuarterTurn_ExchangesRowsAndColumns()
    {
        GrayImage turned = Warp.Apply(Noise, Homography.Affine(0, 1, 0, 1, 0, 0), 17, 31);

        for (int y = 0; y < 31; y++)
        {
            for (int x = 0; x < 17; x++)
            {
                Assert.Equal(Noise[y, x], turned[x, y]);
            }
        }
    }

    [Fact]
    public void Apply_Shrinking_TakesTheMean()
    {
        GrayImage stripes = Pictures.Flat(600, 40, 0);
        for (int x = 0; x < 600; x += 2)
        {
            Drawing.Stroke(stripes, x + 0.5, 0, x + 0.5, 40, 0.5, 200);
        }

        GrayImage small = Warp.Apply(stripes, Homography.Scale(6, 4), 100, 10);

        Assert.All(small.Pixels.ToArray(), level => Assert.InRange(level, 99, 101)); // half are 200, half 0
    }
}
