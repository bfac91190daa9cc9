using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Cheques;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ChequePlacesTests
{
    private static readonly ChequeOptions Options = ChequeOptions.Default;
    private static readonly PixelBox Cheque = new(100, 50, 1000, 500);

    // One standard deviation of the amount is 110 columns or 65 rows here, and its usual position (950, 260).
    [Theory]
    [InlineData(950, 260, 0)]
    [InlineData(1060, 260, -0.5)]
    [InlineData(840, 260, -0.5)]
    [InlineData(950, 325, -0.5)]
    [InlineData(950, 195, -0.5)]
    [InlineData(1060, 325, -1)]
    [InlineData(730, 260, -2)]
    public void Ranked_Amount_IsANormalDensityAboutTheUsualPosition(int x, int y, double expected) =>
        Assert.Equal(expected, Assert.Single(Rank(ChequePlaces.Amount, Group(x, y, 20, 20))).Place, 9);

    // One standard deviation of the date is 130 columns or 60 rows here, and its usual position (880, 150).
    [Theory]
    [InlineData(880, 150, 0)]
    [InlineData(750, 150, -0.5)]
    [InlineData(880, 210, -0.5)]
    public void Ranked_Date_HasItsOwnPosition(int x, int y, double expected) =>
        Assert.Equal(expected, Assert.Single(Rank(ChequePlaces.Date, Group(x, y, 20, 20, 20, 20))).Place, 9);

    [Theory]
    [InlineData(950 - 319, 1)] // 2.9 standard deviations
    [InlineData(950 - 341, 0)] // 3.1
    public void Ranked_ThreeDeviationsAway_IsLeftOut(int x, int count) => Assert.Equal(count, Rank(ChequePlaces.Amount, Group(x, 260, 20, 20)).Count);

    [Fact]
    public void Ranked_TooFewShapes_AreNoField()
    {
        Assert.Empty(Rank(ChequePlaces.Amount, Group(950, 260, 20)));
        Assert.Single(Rank(ChequePlaces.Amount, Group(950, 260, 20, 20)));
        Assert.Empty(Rank(ChequePlaces.Date, Group(880, 150, 20, 20, 20)));
        Assert.Single(Rank(ChequePlaces.Date, Group(880, 150, 20, 20, 20, 20)));
    }

    [Fact]
    public void Ranked_ManyGroups_AreTheSixNearestInTheirOrder()
    {
        int[] distances = [70, 10, 50, 30, 80, 20, 60, 40];

        List<(IReadOnlyList<PixelBox> Group, double Place)> ranked =
            Rank(ChequePlaces.Amount, [.. distances.Select(distance => Group(950 + distance, 260, 20, 20))]);

        Assert.Equal([10, 20, 30, 40, 50, 60], ranked.Select(candidate => Centre(candidate.Group) - 950));
        Assert.Equal(ranked.Select(candidate => candidate.Place).OrderDescending(), ranked.Select(candidate => candidate.Place));
    }

    // A caption is lower than 0.62 times the digits' 20 rows, 12.4, and has two shapes or more.
    [Theory]
    [InlineData(new[] { 10, 10, 20, 20, 20 }, 3)]
    [InlineData(new[] { 12, 12, 20, 20, 20 }, 3)]
    [InlineData(new[] { 13, 13, 20, 20, 20 }, 5)]
    [InlineData(new[] { 10, 20, 20, 20, 20 }, 5)] // a single low shape: a dash
    [InlineData(new[] { 20, 10, 10, 20, 20 }, 5)] // behind a digit
    [InlineData(new[] { 20, 20, 20, 10, 10 }, 5)]
    [InlineData(new[] { 10, 10, 10, 20, 20 }, 2)]
    public void Ranked_CaptionBeforeDigits_IsDropped(int[] heights, int left)
    {
        IReadOnlyList<PixelBox> group = Group(950, 260, heights);

        Assert.Equal(group.Skip(group.Count - left), Assert.Single(Rank(ChequePlaces.Amount, group)).Group);
    }

    // The upper quartile of the heights is a digit's: of four heights the third, of eight the sixth.
    [Theory]
    [InlineData(new[] { 10, 10, 20, 40 }, 2)]
    [InlineData(new[] { 10, 10, 15, 40 }, 4)]
    public void Ranked_Digits_AreAsHighAsTheUpperQuartile(int[] heights, int left) =>
        Assert.Equal(left, Assert.Single(Rank(ChequePlaces.Amount, Group(950, 260, heights))).Group.Count);

    // Eight boxes of 20x30 with their rules; two pixels inside them may be rule. In each a digit of 6x12.
    [Fact]
    public void WrittenIn_Boxes_AreTheirDigitsWithoutRules()
    {
        (GrayImage ink, PixelBox[] boxes) = Boxes();
        PixelBox[] digits = [.. boxes.Select(box => Fill(ink, new PixelBox(box.X + 5, box.Y + 8, 6, 12)))];

        (GrayImage inside, List<PixelBox> shapes) = ChequePlaces.WrittenIn(boxes, ink, Options)!.Value;

        Assert.Equal(digits, shapes);
        Assert.Equal(8 * 6 * 12, inside.Pixels.ToArray().Count(pixel => pixel > 0));
        Assert.All(digits, digit => Assert.Equal(255, inside[digit.X, digit.Y]));
    }

    [Fact]
    public void WrittenIn_BrokenDigit_IsOneBox()
    {
        (GrayImage ink, PixelBox[] boxes) = Boxes();
        foreach (PixelBox box in boxes)
        {
            Fill(ink, new PixelBox(box.X + 4, box.Y + 5, 5, 8));
            Fill(ink, new PixelBox(box.X + 7, box.Y + 16, 6, 9));
        }

        List<PixelBox> shapes = ChequePlaces.WrittenIn(boxes, ink, Options)!.Value.Shapes;

        Assert.Equal(boxes.Select(box => new PixelBox(box.X + 4, box.Y + 5, 9, 20)), shapes);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(6, true)]
    [InlineData(5, false)]
    [InlineData(0, false)]
    public void WrittenIn_EmptyBoxes_MayBeTwo(int written, bool expected)
    {
        (GrayImage ink, PixelBox[] boxes) = Boxes();
        foreach (PixelBox box in boxes.Take(written))
        {
            Fill(ink, new PixelBox(box.X + 5, box.Y + 8, 6, 12));
        }

        (GrayImage Ink, List<PixelBox> Shapes)? found = ChequePlaces.WrittenIn(boxes, ink, Options);

        Assert.Equal(expected ? written : null, found?.Shapes.Count);
    }

    // Without its rules a box is 26 rows high; a quarter of that is 6.5.
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void WrittenIn_LowInk_IsNoDigit(int height, bool expected)
    {
        (GrayImage ink, PixelBox[] boxes) = Boxes();
        foreach (PixelBox box in boxes)
        {
            Fill(ink, new PixelBox(box.X + 5, box.Y + 8, 6, height));
        }

        Assert.Equal(expected, ChequePlaces.WrittenIn(boxes, ink, Options) is not null);
    }

    // The rim is a tenth of the shorter side, at least two pixels: of boxes of 40x50 four.
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void WrittenIn_InkAtTheRim_IsARule(int inset, bool expected)
    {
        var ink = new GrayImage(400, 100);
        PixelBox[] boxes = [.. Enumerable.Range(0, 8).Select(i => new PixelBox(10 + (40 * i), 20, 40, 50))];
        foreach (PixelBox box in boxes)
        {
            Fill(ink, new PixelBox(box.X + inset, box.Y + 20, 1, 20));
        }

        Assert.Equal(expected, ChequePlaces.WrittenIn(boxes, ink, Options) is not null);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(63, 0, false)] // the last box ends three columns beyond the picture, its inside one
    [InlineData(62, 0, true)]
    [InlineData(0, 33, false)]
    [InlineData(0, 32, true)]
    public void WrittenIn_BoxBeyondThePicture_IsNoBox(int right, int down, bool expected)
    {
        var ink = new GrayImage(230, 90);
        PixelBox[] boxes = [.. Enumerable.Range(0, 8).Select(i => new PixelBox(10 + right + (20 * i), 30 + down, 20, 30))];
        foreach (PixelBox box in boxes)
        {
            Fill(ink, new PixelBox(box.X + 5, box.Y + 8, 6, 12));
        }

        Assert.Equal(expected, ChequePlaces.WrittenIn(boxes, ink, Options) is not null);
    }

    [Fact]
    public void WrittenIn_TinyBoxes_AreNone() => Assert.Null(ChequePlaces.WrittenIn([new PixelBox(5, 5, 4, 20)], new GrayImage(50, 50), Options));

    // Two groups of four boxes: one where the date usually is, one where the amount is.
    [Fact]
    public void Of_Page_NamesEachFieldFromTheStart()
    {
        var picture = new GrayImage(1000, 500);
        picture.Pixels.Fill(230);
        foreach ((int x, int y) in new[] { (740, 88), (810, 198) })
        {
            for (int i = 0; i < 4; i++)
            {
                Fill(picture, new PixelBox(x + (22 * i), y, 12, 24), 20);
            }
        }

        var page = ChequePage.Of(PictureInk.Of(picture, PictureInkOptions.Field));

        Assert.Equal("amount", ChequePlaces.Amount.Of(page)[0].Name);
        ChequeField date = ChequePlaces.Date.Of(page)[0];
        Assert.Equal("date", date.Name);
        Assert.InRange(date.Line.Top, 84, 92);
        Assert.InRange(date.Line.Bottom, 108, 116);
    }

    // Eight boxes of 36x44 right of the middle, their rules two pixels thick, with a digit of 12x24 in each. The digits stand unevenly: ink that repeats
    // exactly is taken for a pattern of the paper.
    [Theory]
    [InlineData(8, true)]
    [InlineData(3, false)]
    public void BoxedDate_BoxesOnAPage_AreADate(int written, bool expected)
    {
        var picture = new GrayImage(1000, 500);
        picture.Pixels.Fill(230);
        Fill(picture, new PixelBox(600, 60, 290, 2), 20);
        Fill(picture, new PixelBox(600, 104, 290, 2), 20);
        for (int k = 0; k <= 8; k++)
        {
            Fill(picture, new PixelBox(600 + (36 * k), 60, 2, 46), 20);
        }

        for (int k = 0; k < written; k++)
        {
            Fill(picture, new PixelBox(612 + (36 * k) + (k % 3), 71, 12, 24), 20);
        }

        var page = ChequePage.Of(PictureInk.Of(picture, PictureInkOptions.Field));
        ChequeField? date = ChequePlaces.BoxedDate(page);

        Assert.Equal(expected, date is not null);
        if (date is not null)
        {
            Assert.Equal(("date", 0.0), (date.Name, date.Place));
            Assert.InRange(date.Line.Top, 68, 74);
            Assert.InRange(date.Line.Bottom, 92, 98);
            Assert.Equal(0, date.Ink[601, 80]); // the left side of the first box
        }
    }

    [Fact]
    public void BoxedDate_NoBoxes_IsNone()
    {
        var picture = new GrayImage(1000, 500);
        picture.Pixels.Fill(230);

        Assert.Null(ChequePlaces.BoxedDate(ChequePage.Of(PictureInk.Of(picture, PictureInkOptions.Field))));
    }

    private static List<(IReadOnlyList<PixelBox> Group, double Place)> Rank(ChequePlaces field, params IReadOnlyList<PixelBox>[] groups) =>
        [.. field.Ranked(groups, Cheque, Options)];

    // Boxes of one foot line, whose box has its middle there; heights are even.
    private static IReadOnlyList<PixelBox> Group(int x, int y, params int[] heights)
    {
        int bottom = y + (heights.Max() / 2);
        return [.. heights.Select((height, i) => new PixelBox(x - (6 * heights.Length) + (12 * i), bottom - height, 12, height))];
    }

    private static int Centre(IReadOnlyList<PixelBox> group) => (group[0].X + group[^1].Right) / 2;

    private static (GrayImage Ink, PixelBox[] Boxes) Boxes()
    {
        var ink = new GrayImage(230, 90);
        PixelBox[] boxes = [.. Enumerable.Range(0, 8).Select(i => new PixelBox(10 + (20 * i), 30, 20, 30))];
        Fill(ink, new PixelBox(10, 30, 162, 2));
        Fill(ink, new PixelBox(10, 58, 162, 2));
        foreach (PixelBox box in boxes)
        {
            Fill(ink, new PixelBox(box.X, 30, 2, 30));
        }

        return (ink, boxes);
    }

    private static PixelBox Fill(GrayImage picture, PixelBox box, byte level = 255)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            picture.Row(y).Slice(box.X, box.Width).Fill(level);
        }

        return box;
    }
}
