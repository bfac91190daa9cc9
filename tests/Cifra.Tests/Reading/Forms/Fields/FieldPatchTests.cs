using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms.Fields;

public sealed class FieldPatchTests
{
    [Fact]
    public void Cut_CellsOfUsualSize_CopiesPixelByPixel()
    {
        GrayImage picture = Pictures.Noise(170, 120, new SeededRandom(3));

        FieldPatch patch = FieldSamples.Patch(picture, 2, 3);

        Assert.Equal((50, 50, 10), (patch.CellWidth, patch.CellHeight, patch.Margin));
        Assert.Equal((2, 3), (patch.Rows, patch.Columns));
        Assert.Equal((170, 120), (patch.Picture.Width, patch.Picture.Height));
        Assert.Equal(picture.Pixels.ToArray(), patch.Picture.Pixels.ToArray());
        Assert.Equal(new PixelBox(110, 60, 50, 50), patch.Cell(1, 2));
    }

    [Theory]
    [InlineData(20, 30, 40, 60, 8)] // enlarged to 40 pixels of height
    [InlineData(100, 50, 64, 32, 6)] // reduced to 64
    [InlineData(40, 40, 40, 40, 8)]
    [InlineData(64, 64, 64, 64, 12)] // a fifth is 12.8
    [InlineData(40, 6, 40, 6, 2)] // a fifth of 6 is 1.2, and 2 pixels are the least margin
    public void Cut_OtherCells_AreScaledToReadableHeight(int height, int width, int cellHeight, int cellWidth, int margin)
    {
        FieldPatch patch = Cut(new FormBox(20, 20, width, height), 1, 1);

        Assert.Equal((cellHeight, cellWidth, margin), (patch.CellHeight, patch.CellWidth, patch.Margin));
    }

    [Fact]
    public void Cut_LongField_IsAtMostThreeThousandPixelsLong()
    {
        FieldPatch patch = Cut(new FormBox(0, 0, 6000, 50), 1, 100); // cells of 60 x 50

        Assert.Equal((30, 25), (patch.CellWidth, patch.CellHeight));
    }

    [Fact]
    public void Cut_SliverOfACell_IsFourPixelsHigh() => Assert.Equal(4, Cut(new FormBox(0, 0, 6000, 2), 1, 1).CellHeight);

    [Fact]
    public void InGiven_BoxOfAScaledPatch_IsTheBoxInThePicture()
    {
        FieldPatch patch = Cut(new FormBox(20, 30, 100, 100), 1, 1); // 64 pixels to 100

        Assert.Equal(new PixelBox(20, 30, 100, 100), patch.InGiven(patch.Cell(0, 0), 500, 500));
        Assert.Equal(new PixelBox(20, 30, 25, 50), patch.InGiven(patch.Cell(0, 0) with { Width = 16, Height = 32 }, 500, 500));
        Assert.Equal(new PixelBox(20, 30, 60, 70), patch.InGiven(patch.Cell(0, 0), 80, 100)); // as far as the picture goes
    }

    private static FieldPatch Cut(FormBox box, int rows, int columns)
    {
        GrayImage picture = Pictures.Flat(200, 200, 180);
        FormField field = new("f", box) { Rows = rows, Columns = columns, Lined = false };
        return FieldPatch.Cut(new PicturePyramid(picture), FieldMesh.Of(field, Homography.Identity, picture));
    }
}
