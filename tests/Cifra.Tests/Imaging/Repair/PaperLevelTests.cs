using Cifra.Imaging;
using Cifra.Imaging.Repair;

namespace Cifra.Tests.Imaging.Repair;

public sealed class PaperLevelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(200)]
    public void Subtract_EvenPaper_LeavesFullInkOnBlack(int paper)
    {
        GrayImage picture = Pictures.Flat(28, 28, (byte)paper);
        Drawing.Stroke(picture, 14, 4, 14, 24, 4, 250);

        GrayImage ink = Subtract(picture);

        Assert.Equal(0, ink[3, 14]);
        Assert.Equal(255, ink[14, 14]);
    }

    [Fact]
    public void Subtract_PaperThatClimbs_LeavesBothSidesBlack()
    {
        var picture = new GrayImage(28, 28);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)(20 + (5 * (i % 28)));
        }

        Drawing.Stroke(picture, 14, 4, 14, 24, 4, 250);

        GrayImage ink = Subtract(picture);

        Assert.InRange(ink[1, 14], 0, 40);
        Assert.InRange(ink[26, 14], 0, 80);
        Assert.InRange(ink[14, 14], 200, 255);
    }

    [Fact]
    public void Subtract_NoInk_IsBlack() => Assert.Equal(new byte[784], Subtract(Pictures.Flat(28, 28, 130)).Pixels.ToArray());

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 20)]
    [InlineData(1, 30)]
    public void LocalQuantile_ThreeLevels_TakesTheShare(double share, int expected)
    {
        var picture = new GrayImage(3, 1, [30, 10, 20]);

        Assert.Equal(expected, LocalQuantile.Apply(picture, 1, share)[1, 0]);
    }

    [Fact]
    public void LocalQuantile_AnyPicture_IsTheRankOfTheSortedSquare()
    {
        var random = new Cifra.Numerics.SeededRandom(3);
        GrayImage picture = Pictures.Noise(13, 9, random);

        GrayImage result = LocalQuantile.Apply(picture, 2, 0.3);

        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                var square = new List<byte>();
                for (int v = Math.Max(0, y - 2); v <= Math.Min(8, y + 2); v++)
                {
                    for (int u = Math.Max(0, x - 2); u <= Math.Min(12, x + 2); u++)
                    {
                        square.Add(picture[u, v]);
                    }
                }

                square.Sort();
                Assert.Equal(square[(int)(0.3 * (square.Count - 1))], result[x, y]);
            }
        }
    }

    private static GrayImage Subtract(GrayImage picture) =>
        PaperLevel.Subtract(picture, RepairOptions.Default.PaperRadius, RepairOptions.Default.PaperShare, RepairOptions.Default);
}
