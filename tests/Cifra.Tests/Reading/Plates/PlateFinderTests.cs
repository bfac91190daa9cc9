using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class PlateFinderTests
{
    private static readonly PlateFinderOptions Options = PlateFinderOptions.Default;

    // Twice the size unless that has more than 5,000,000 pixels, four times up to 200 rows; then halves while the shorter side has 24 pixels.
    [Theory]
    [InlineData(1280, 720, new[] { 2, 1, 0.5, 0.25, 0.125, 0.0625 })]
    [InlineData(300, 100, new[] { 4, 2, 1, 0.5, 0.25 })]
    [InlineData(400, 200, new[] { 4, 2, 1, 0.5, 0.25, 0.125 })]
    [InlineData(400, 201, new[] { 2, 1, 0.5, 0.25, 0.125 })]
    [InlineData(2500, 2000, new[] { 1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625 })]
    [InlineData(2501, 2000, new[] { 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625 })]
    [InlineData(192, 192, new[] { 4, 2, 1, 0.5, 0.25, 0.125 })]
    [InlineData(50, 192, new[] { 4, 2, 1, 0.5 })]
    [InlineData(191, 191, new[] { 4, 2, 1, 0.5, 0.25 })]
    [InlineData(5, 5, new double[0])]
    public void Scales_Size_AreHalvesBetweenTheBounds(int width, int height, double[] expected) =>
        Assert.Equal(expected, PlateFinder.Scales(width, height, Options));

    [Theory]
    [InlineData(700, 350, true)]
    [InlineData(701, 350, false)]
    [InlineData(120, 100, true)]
    [InlineData(119, 100, false)]
    [InlineData(696, 87, true)]
    [InlineData(697, 87, false)]
    [InlineData(840, 700, false)]
    public void MayBePlate_SizeAndProportions_Decide(int width, int height, bool expected) =>
        Assert.Equal(expected, PlateFinder.MayBePlate(new GrayImage(width, height)));

    [Fact]
    public void WholePicture_Rows_AreDarkAndBrightAtEveryPosition()
    {
        PlateRow[] rows = [.. PlateFinder.WholePicture(new GrayImage(200, 100))];

        Assert.Equal(14, rows.Length);
        Assert.All(rows, row => Assert.Equal(0, row.Count));
        Assert.Equal(Enumerable.Range(0, 14).Select(i => i % 2 == 1), rows.Select(row => row.Bright));
        Assert.Equal([28, 28, 34, 34, 20, 20, 12, 12, 30, 30, 24, 24, 36, 36], rows.Select(row => Math.Round(row.Corners.TopLeft.Y, 9)));
        Assert.Equal([72, 72, 78, 78, 80, 80, 88, 88, 84, 84, 64, 64, 68, 68], rows.Select(row => Math.Round(row.Corners.BottomRight.Y, 9)));
        Assert.All(rows, row => Assert.Equal((6, 194), (Math.Round(row.Corners.BottomLeft.X, 9), Math.Round(row.Corners.TopRight.X, 9)))); // 3 % of 200 off
    }

    // The rows are 100 by 20; the other one is that much higher or moved.
    [Theory]
    [InlineData(100, 20, 0, 0, true)]
    [InlineData(100, 16, 0, 0, true)]      // four fifths
    [InlineData(100, 15.9, 0, 0, false)]
    [InlineData(100, 20, 0, 4, true)]      // a fifth of the height
    [InlineData(100, 20, 0, -4, true)]
    [InlineData(100, 20, 0, 4.1, false)]
    [InlineData(100, 20, 0, -4.1, false)]
    [InlineData(100, 20, 10, 0, true)]     // half of the height
    [InlineData(100, 20, -10, 0, true)]
    [InlineData(100, 20, 10.1, 0, false)]
    [InlineData(40, 20, 30, 0, true)]      // within it
    [InlineData(40, 20, -30, 0, true)]
    [InlineData(40, 20, 30.1, 0, false)]
    public void Distinct_OtherRow_IsTheSameWithinTheBounds(double width, double height, double right, double down, bool same)
    {
        PlateRow first = Row(200, 100, 100, 20, count: 5);
        PlateRow other = Row(200 + right, 100 + down, width, height, count: 4);

        Assert.Equal(same ? [first] : [first, other], PlateFinder.Distinct([other, first], Options));
    }

    [Fact]
    public void Distinct_OtherPolarity_IsAnotherRow() =>
        Assert.Equal(2, PlateFinder.Distinct([Row(50, 50, 100, 20, 5), Row(50, 50, 100, 20, 5) with { Bright = true }], Options).Count);

    [Fact]
    public void Distinct_Order_IsByShapesThenByHeight()
    {
        PlateRow[] rows = [Row(100, 100, 60, 20, 4), Row(100, 300, 60, 30, 4), Row(100, 500, 60, 10, 6), Row(100, 700, 60, 25, 4)];

        Assert.Equal([rows[2], rows[1], rows[3], rows[0]], PlateFinder.Distinct(rows, Options));
        Assert.Equal([rows[2], rows[1]], PlateFinder.Distinct(rows, Options with { MaxRows = 2 }));
    }

    [Theory]
    [InlineData(40, 200, false)]
    [InlineData(200, 40, true)]
    public void Find_BoxesInARow_AreTheFirstOfTheirPolarity(byte ink, byte ground, bool bright)
    {
        // The paper between them is a row of the other polarity.
        PlateRow row = PlateFinder.Find(Picture(boxes: 7, ink, ground)).First(row => row.Bright == bright);

        Assert.Equal(7, row.Count);
        PicturePoint[] expected = [new(40, 50), new(40 + (6 * 20) + 12, 50), new(40 + (6 * 20) + 12, 74), new(40, 74)];
        Assert.All(expected.Zip(row.Corners.Corners), pair => Assert.True(pair.First.DistanceTo(pair.Second) < 2, $"{pair.Second} instead of {pair.First}"));
    }

    // At most 14 shapes: longer rows are fences.
    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Find_ManyBoxes_AreARowUpToTheBound(int boxes, bool found) =>
        Assert.Equal(found, PlateFinder.Find(Picture(boxes, 40, 200)).Exists(row => !row.Bright && row.Width > 20 * (boxes - 1)));

    [Fact]
    public void Find_LargeBoxesOfALargePicture_AreFoundAtASmallerScale()
    {
        // 100 rows are more than the 46 that one scale is searched for; a quarter of them is not.
        var picture = new GrayImage(1200, 400);
        picture.Pixels.Fill(200);
        for (int i = 0; i < 5; i++)
        {
            Fill(picture, new PixelBox(200 + (100 * i), 150, 60, 100), 40);
        }

        PlateRow row = PlateFinder.Find(picture).First(row => !row.Bright);

        Assert.Equal(5, row.Count);
        Assert.True(new PicturePoint(430, 200).DistanceTo(row.Centre) < 8, $"{row.Centre}");
        Assert.InRange(row.Height, 92, 108);
    }

    [Fact]
    public void Find_EmptyPaper_HasNoRow() => Assert.Empty(PlateFinder.Find(Picture(boxes: 0, 40, 200)));

    private static GrayImage Picture(int boxes, byte ink, byte ground)
    {
        var picture = new GrayImage(400, 120);
        picture.Pixels.Fill(ground);
        for (int i = 0; i < boxes; i++)
        {
            Fill(picture, new PixelBox(40 + (20 * i), 50, 12, 24), ink);
        }

        return picture;
    }

    private static void Fill(GrayImage picture, PixelBox box, byte level)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            picture.Row(y).Slice(box.X, box.Width).Fill(level);
        }
    }

    private static PlateRow Row(double centreX, double centreY, double width, double height, int count)
    {
        (double left, double top) = (centreX - (width / 2), centreY - (height / 2));
        var corners = new Quadrilateral(new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height));
        return new PlateRow(corners, Bright: false, count);
    }
}
