using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

/// <summary>Strips of E-13B from lines of 27 rows, which is a digit's height there: a pixel of the strip is one of the picture.</summary>
public sealed class MicrStripTests
{
    private static readonly TextLine Line = new(30, 57, 5, 204, 0);

    [Fact]
    public void Cut_Line_HasItsSizeAndMargins()
    {
        MicrStrip strip = Cut(Picture());

        Assert.Equal((200, 27 + 3 + 3), (strip.Width, strip.Rows));
        Assert.True(strip.Stride >= strip.Width + MicrRaster.E13B.Width);
        Assert.Equal(strip.Stride * strip.Rows, strip.Ink.Length);
        Assert.All(strip.Ink, level => Assert.Equal(0, level));
    }

    // 20 columns of 27 rows are 8 % of the strip: their darkness is full ink.
    [Fact]
    public void Cut_DarkBlock_IsFullInkWhereItIs()
    {
        MicrStrip strip = Cut(Picture(new PixelBox(105, 30, 20, 27)));

        for (int y = 0; y < strip.Rows; y++)
        {
            for (int x = 0; x < strip.Width; x++)
            {
                Assert.Equal(x is >= 100 and < 120 && y is >= 3 and < 30 ? 1 : 0, strip.Ink[(y * strip.Stride) + x]);
            }
        }
    }

    // Of a darkness of 192 a tenth is grain; 115 are 0.599, of which (0.599 - 0.2) / 0.8 remains.
    [Fact]
    public void Cut_GreyPixels_AreStretchedAboveTheGrain()
    {
        GrayImage picture = Picture(new PixelBox(105, 30, 20, 27));
        picture[50, 40] = 192 - 19;
        picture[60, 40] = 192 - 115;
        picture[70, 40] = 255; // brighter than paper

        MicrStrip strip = Cut(picture);

        Assert.Equal(0, strip.Ink[(13 * strip.Stride) + 45]);
        Assert.Equal(((115 / 192f) - 0.2f) / 0.8f, strip.Ink[(13 * strip.Stride) + 55], 5);
        Assert.Equal(0, strip.Ink[(13 * strip.Stride) + 65]);
    }

    // Ink 8 levels darker than its paper is half of the least contrast, 16: (0.5 - 0.2) / 0.8.
    [Fact]
    public void Cut_FaintInk_IsNotStretchedBeyondTheLeastContrast()
    {
        MicrStrip strip = Cut(Picture(new PixelBox(105, 30, 20, 27), level: 192 - 8));

        Assert.Equal(0.375f, strip.Ink[(13 * strip.Stride) + 105], 5);
    }

    [Fact]
    public void Cut_Taller_ShowsTheSameLineSmaller()
    {
        // Twice as tall: from row 16.5 to 70.5, two pixels of the picture for one here.
        MicrStrip strip = MicrStrip.Cut(Picture(new PixelBox(105, 30, 40, 27)), Line, MicrRaster.E13B, 2);

        Assert.Equal(100, strip.Width);
        Assert.Equal(1, strip.Ink[(16 * strip.Stride) + 60]);
        Assert.Equal(0, strip.Ink[(3 * strip.Stride) + 60]);
        Assert.Equal(0, strip.Ink[(29 * strip.Stride) + 60]);
        Assert.Equal(0, strip.Ink[(16 * strip.Stride) + 48]);
        Assert.Equal(0, strip.Ink[(16 * strip.Stride) + 72]);
    }

    [Theory]
    [InlineData(30, 3)]
    [InlineData(32, 5)]
    [InlineData(28, 1)]
    public void RowOfInk_Block_FollowsIt(int top, double expected) =>
        Assert.Equal(expected, Cut(Picture(new PixelBox(105, top, 20, 27))).RowOfInk(100, 20), 5);

    [Fact]
    public void RowOfInk_PaperOrBeyondTheStrip_IsTheMargin()
    {
        MicrStrip strip = Cut(Picture(new PixelBox(105, 32, 20, 27)));

        Assert.Equal(3, strip.RowOfInk(20, 20));
        Assert.Equal(3, strip.RowOfInk(190, 40));
    }

    // One row down in fifty columns; the mean is at column 60 and row 4, one below the margin.
    [Fact]
    public void Refitted_SlopingRow_GivesSlopeAndTop()
    {
        TextLine line = Cut(Picture()).Refitted([(10, 3), (60, 4), (110, 5)], stretch: 1);

        Assert.Equal(0.02, line.Slope, 9);
        Assert.Equal(30 + 1 - (60 * 0.02), line.Top, 9);
        Assert.Equal(27, line.Height, 9);
        Assert.Equal((5.0, 204.0), (line.Left, line.Right));
    }

    // A tenth larger: 2.7 rows, half of them above and half below.
    [Fact]
    public void Refitted_Stretch_GrowsBothWays()
    {
        TextLine line = Cut(Picture()).Refitted([(60, 3)], stretch: 1.1);

        Assert.Equal((30 - 1.35, 57 + 1.35, 0.0), (Math.Round(line.Top, 9), Math.Round(line.Bottom, 9), line.Slope));
    }

    [Theory]
    [InlineData(0, 5, 30)]
    [InlineData(10, 15, 30)]
    [InlineData(190, 195, 30)]
    public void InPicture_Columns_AreWhereTheLineIs(int from, int x, int y) =>
        Assert.Equal(new PixelBox(x, y, 21, 27), Cut(Picture()).InPicture(from, 21, Picture()));

    [Fact]
    public void InPicture_SlopingLine_GoesDown()
    {
        var strip = MicrStrip.Cut(Picture(), Line with { Slope = 0.1 }, MicrRaster.E13B, 1);

        Assert.Equal(new PixelBox(105, 40, 21, 27), strip.InPicture(100, 21, Picture()));
    }

    // E-13B: a character is 21 columns wide, 0.85 pitches are 24.5. CMC-7: 47 columns, 54.0.
    [Fact]
    public void Raster_Sizes_FollowTheStandards()
    {
        Assert.Equal((27, 3, 21, 3), (MicrRaster.E13B.DigitRows, MicrRaster.E13B.Margin, MicrRaster.E13B.Width, MicrRaster.E13B.LeastGap));
        Assert.Equal((57, 6, 47, 6), (MicrRaster.Cmc7.DigitRows, MicrRaster.Cmc7.Margin, MicrRaster.Cmc7.Width, MicrRaster.Cmc7.LeastGap));
        Assert.Equal(3 / 0.013 / 8, MicrRaster.E13B.Pitch, 3); // three pixels a module of 0.013 inch, eight characters an inch
        Assert.Equal(20 * 25.4 / 8, MicrRaster.Cmc7.Pitch, 3); // twenty pixels a millimetre
    }

    private static MicrStrip Cut(GrayImage picture) => MicrStrip.Cut(picture, Line, MicrRaster.E13B, 1);

    private static GrayImage Picture(PixelBox ink = default, byte level = 0)
    {
        var picture = new GrayImage(300, 100);
        picture.Pixels.Fill(EvenLight.Paper);
        for (int y = ink.Y; y < ink.Bottom; y++)
        {
            picture.Row(y).Slice(ink.X, ink.Width).Fill(level);
        }

        return picture;
    }
}
