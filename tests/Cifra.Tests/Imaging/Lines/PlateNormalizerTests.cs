using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;

namespace Cifra.Tests.Imaging.Lines;

public sealed class PlateNormalizerTests
{
    // A row 24 high from row 10 on, 100 wide: at the network's own scale, 1.2 times as wide.
    private static Quadrilateral Row { get; } = new(new(20, 10), new(120, 10), new(120, 34), new(20, 34));

    [Fact]
    public void Width_IsTheRowsAtTheHeightOfCharacters()
    {
        Assert.Equal(120, PlateNormalizer.Width(Row));
        Assert.Equal(132, PlateNormalizer.Width(Row, broader: 1.1));
        Assert.Equal(120, PlateNormalizer.Width(Row.Scaled(3, 3)));
    }

    [Theory]
    [InlineData(60, 180, true)]
    [InlineData(180, 60, false)]
    public void Normalize_Bar_IsWhiteOnBlackWhereItStands(byte ground, byte ink, bool bright)
    {
        var picture = new GrayImage(160, 50);
        picture.Pixels.Fill(ground);
        for (int y = 10; y < 34; y++)
        {
            picture.Row(y).Slice(70, 10).Fill(ink); // columns 50 to 60 of the row: 60 to 72 of the normalized one
        }

        GrayImage line = PlateNormalizer.Normalize(picture, Row, bright, 120);

        Assert.Equal((120, 32), (line.Width, line.Height));
        Assert.Equal(255, line[66, 16]);
        Assert.Equal(255, line[66, 5]);
        Assert.Equal(255, line[66, 26]);
        Assert.Equal(0, line[56, 16]);
        Assert.Equal(0, line[76, 16]);
        Assert.Equal(0, line[66, 1]); // four rows above the characters are shown, and there is nothing
        Assert.Equal(0, line[66, 30]);
    }

    [Fact]
    public void ToPicture_TakesTheCharactersCornersToTheRows()
    {
        Homography toPicture = PlateNormalizer.ToPicture(Row, 120);

        Assert.Equal(0, toPicture.Apply(new PicturePoint(0, 4)).DistanceTo(Row.TopLeft), 6);
        Assert.Equal(0, toPicture.Apply(new PicturePoint(120, 28)).DistanceTo(Row.BottomRight), 6);
    }

    [Fact]
    public void Normalize_EvenPicture_IsBlack() =>
        Assert.All(PlateNormalizer.Normalize(new GrayImage(160, 50), Row, bright: true, 120).Pixels.ToArray(), level => Assert.Equal(0, level));
}
