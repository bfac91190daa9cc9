using Cifra.Imaging;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class ShapeRowsTests
{
    [Fact]
    public void Find_SlopingRow_FollowsIt()
    {
        // Six shapes of 10x20, 15 columns from one to the next, each 3 rows lower: a slope of a fifth.
        List<PixelBox> shapes = [.. Enumerable.Range(0, 6).Select(i => new PixelBox(100 + (15 * i), 50 + (3 * i), 10, 20))];

        ShapeRows.Row row = Assert.Single(ShapeRows.Find(shapes));

        Assert.Equal((6, 0.2, 100, 185), (row.Count, Math.Round(row.Slope, 6), row.Left, row.Right));
        Assert.Equal(29, row.Top, 6);    // 50 at the middle of the first, column 105, less 105 / 5
        Assert.Equal(49, row.Bottom, 6);
    }

    [Fact]
    public void Find_ShapesOfOtherHeightsOrFarAway_AreLeftOut()
    {
        List<PixelBox> shapes =
        [
            .. Enumerable.Range(0, 4).Select(i => new PixelBox(15 * i, 50, 10, 20)), new(62, 40, 10, 38), new(300, 50, 10, 20), new(20, 200, 10, 20),
        ];

        Assert.Equal(4, Assert.Single(ShapeRows.Find(shapes)).Count);
    }

    [Fact]
    public void Find_TwoRowsAboveEachOther_AreTwo()
    {
        List<PixelBox> shapes = [.. Enumerable.Range(0, 10).Select(i => new PixelBox(15 * (i / 2), 50 + (i % 2 * 40), 10, 20))];

        Assert.Equal([5, 5], ShapeRows.Find(shapes).Select(row => row.Count));
    }

    [Fact]
    public void Find_TwoShapes_AreNoRow() => Assert.Empty(ShapeRows.Find([new(0, 0, 10, 20), new(15, 0, 10, 20)]));

    [Theory]
    [InlineData(20, 200, false)]
    [InlineData(200, 20, true)]
    public void CharacterShapes_SpotsOfACharactersSize_AreFoundInTheirPolarity(byte ink, byte ground, bool bright)
    {
        var picture = new GrayImage(200, 80);
        picture.Pixels.Fill(ground);
        PixelBox[] drawn = [new(30, 20, 12, 24), new(60, 20, 4, 24), new(90, 20, 12, 24)];
        foreach (PixelBox box in drawn)
        {
            for (int y = box.Y; y < box.Bottom; y++)
            {
                picture.Row(y).Slice(box.X, box.Width).Fill(ink);
            }
        }

        foreach ((bool isBright, List<PixelBox> shapes) in CharacterShapes.Find(picture).Where(found => found.Bright == bright))
        {
            Assert.Equal(drawn, shapes.OrderBy(shape => shape.X));
            Assert.Equal(bright, isBright);
        }
    }
}
