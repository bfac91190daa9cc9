using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class DeskewTests
{
    [Fact]
    public void Slant_Diagonal_IsOneColumnARow() =>
        Assert.Equal(1, Deskew.Slant(Pictures.FromText("#...", ".#..", "..#.", "...#")), 1e-12);

    [Fact]
    public void Upright_Diagonal_IsAColumn()
    {
        GrayImage upright = Deskew.Upright(Pictures.FromText("..#", ".#.", "#.."));

        Assert.Equal(new PixelBox(2, 0, 1, 3), PixelBox.AroundInk(upright)); // one column of room was added on either side
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Upright_KnownShear_IsUndone(int rowsPerColumn)
    {
        GrayImage upright = Pictures.FromText(
            "...#####...",
            "...#...#...",
            "...#...#...",
            "...#####...",
            "...#####...",
            "...#...#...",
            "...#...#...",
            "...#####...");
        var sheared = new GrayImage(40, 8);
        for (int y = 0; y < 8; y++)
        {
            upright.Row(y).CopyTo(sheared.Row(y).Slice(15 + (y / rowsPerColumn), 11));
        }

        Assert.InRange(Deskew.Slant(sheared) * rowsPerColumn, 0.9, 1.1); // whole columns: not quite the same lean everywhere
        GrayImage result = Deskew.Upright(sheared);

        Assert.Equal(0, Deskew.Slant(result), 0.02);
        Assert.InRange(Pictures.Sum(result), Pictures.Sum(upright) - 40, Pictures.Sum(upright) + 40);
    }

    [Fact]
    public void Upright_AnyPicture_LosesNoInk()
    {
        var random = new SeededRandom(13);
        for (int i = 0; i < 500; i++)
        {
            GrayImage picture = Pictures.Any(random);

            GrayImage result = Deskew.Upright(picture);

            long before = Pictures.Sum(picture);
            Assert.Equal(picture.Height, result.Height);
            Assert.InRange(Pictures.Sum(result), before - (result.Pixels.Length / 2), before + (result.Pixels.Length / 2));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Slant_EvenPicture_IsZero(byte level) => Assert.Equal(0, Deskew.Slant(Pictures.Flat(9, 7, level)), 1e-9);

    [Fact]
    public void Slant_OneRow_IsZero() => Assert.Equal(0, Deskew.Slant(new GrayImage(4, 1, [0, 9, 200, 3])));
}
