using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LineFinderTests
{
    [Fact]
    public void Find_ShuffledRow_IsLeftToRight() =>
        Assert.Equal(["0 20 40"], Find((40, 3), (0, 0), (20, 5)));

    [Fact]
    public void Find_SlopingRow_IsOneLine() =>
        Assert.Equal(["0 20 40 60 80 100"], Find((0, 0), (20, 10), (40, 20), (60, 30), (80, 40), (100, 50)));

    [Fact]
    public void Find_TwoRows_AreTopToBottom() =>
        Assert.Equal(["5 25", "0 20"], Find((0, 50), (5, 0), (20, 50), (25, 0)));

    [Fact]
    public void Find_WideGap_SeparatesNumbers() =>
        Assert.Equal(["0 20", "90 110"], Find((0, 0), (20, 0), (90, 0), (110, 0)));

    [Fact]
    public void Find_EvenWideGapsOfAComb_DoNot() =>
        Assert.Equal(["0 60 120 180"], Find((0, 0), (60, 0), (120, 0), (180, 0))); // gaps of 50 are 1.7 heights

    [Fact]
    public void Find_TwoDigitsFarApart_AreTwoNumbers() =>
        Assert.Equal(["0", "200"], Find((0, 0), (200, 0)));

    [Fact]
    public void Find_Nothing_IsNothing() => Assert.Empty(LineFinder.Find([]));

    // A comma that hangs below the foot of a digit, and a digit that stands above it.
    [Fact]
    public void Lines_CommaBetweenDigits_IsPassedOver()
    {
        PixelBox[] boxes = [new(0, 0, 10, 30), new(20, 24, 4, 10), new(40, -10, 10, 30)];

        Assert.Equal(["0 20 40"], Lines(LineFinderOptions.Default, boxes));
        Assert.Equal(["0 20", "40"], Lines(new LineFinderOptions { End = 1 }, boxes));
    }

    [Theory]
    [InlineData(18, true)] // 12 of 30 rows in common: 0.4
    [InlineData(19, false)]
    public void AreBeside_RowsInCommon_AreEnoughFromTwoFifthsOn(int lower, bool expected)
    {
        Assert.Equal(expected, LineFinder.AreBeside(new PixelBox(0, 0, 10, 30), new PixelBox(20, lower, 10, 30)));
        Assert.Equal(expected, LineFinder.AreBeside(new PixelBox(20, lower, 10, 30), new PixelBox(0, 0, 10, 30)));
    }

    [Theory]
    [InlineData(55, "0 55")] // a gap of 45 is 1.5 heights
    [InlineData(56, "0|56")]
    public void Lines_WidestGap_EndsALine(int x, string expected) =>
        Assert.Equal(expected, string.Join('|', Lines(new LineFinderOptions { WidestGap = 1.5 }, new(0, 0, 10, 30), new(x, 0, 10, 30))));

    [Theory]
    [InlineData(false, "0|60")]
    [InlineData(true, "0 60")] // the gap of 50 is 1 height of the second
    public void Lines_GapOfTaller_MeasuresByTheTallerBox(bool taller, string expected) =>
        Assert.Equal(expected, string.Join('|', Lines(new LineFinderOptions { WidestGap = 1, GapOfTaller = taller }, new(0, 20, 10, 30), new(60, 0, 10, 50))));

    [Theory]
    [InlineData(60, "0 20")]
    [InlineData(61, "0|20")]
    public void Lines_MostUnlike_EndsALine(int height, string expected)
    {
        var options = new LineFinderOptions { MostUnlike = 2 };

        Assert.Equal(expected, string.Join('|', Lines(options, new(0, 0, 10, 30), new(20, 0, 10, height))));
        Assert.Equal(expected, string.Join('|', Lines(options, new(0, 0, 10, height), new(20, 0, 10, 30))));
    }

    [Fact]
    public void Lines_BoxThatFitsTwoLines_JoinsTheOneWithMostInCommonOrTheNearest()
    {
        // The third box shares 20 rows with the first, 14 with the second, which ends nearer.
        PixelBox[] boxes = [new(0, 0, 10, 30), new(5, 24, 20, 30), new(40, 10, 10, 28)];

        Assert.Equal(["0 40", "5"], Lines(LineFinderOptions.Default, boxes));
        Assert.Equal(["0", "5 40"], Lines(new LineFinderOptions { Nearest = true }, boxes));
    }

    [Fact]
    public void Lines_MeanOfEnd_ComparesWithTheMeanOfTheLastBoxes()
    {
        // The last box is far above the mean of the three before it, and beside the third alone.
        PixelBox[] boxes = [new(0, 20, 10, 30), new(20, 20, 10, 30), new(40, 4, 10, 30), new(60, -12, 10, 30)];

        Assert.Equal(["0 20 40 60"], Lines(LineFinderOptions.Default, boxes));
        Assert.Equal(["0 20 40", "60"], Lines(new LineFinderOptions { MeanOfEnd = true }, boxes));
    }

    [Fact]
    public void Lines_SomethingBetween_Parts()
    {
        PixelBox[] boxes = [new(0, 0, 10, 30), new(20, 0, 10, 30), new(40, 0, 10, 30)];
        List<List<PixelBox>> lines = LineFinder.Lines(boxes, box => box, LineFinderOptions.Default, (last, next) => last.X == 0 && next.X == 20);

        Assert.Equal([2, 1], lines.Select(line => line.Count)); // the third stands beside both
    }

    [Fact]
    public void Main_TwoRows_IsTheOneWithTheLargerDigits()
    {
        PixelBox[] boxes = [new(0, 0, 10, 40), new(20, 60, 10, 20), new(40, 60, 10, 20), new(60, 60, 10, 20)];

        List<DigitInk> main = LineFinder.Main([.. boxes.Select(box => new DigitInk(box, 100, new HashSet<int>()))])!;

        Assert.Equal([0], main.Select(digit => digit.Box.X)); // 1,600 against three times 400
        Assert.Null(LineFinder.Main([]));
    }

    private static string[] Lines(LineFinderOptions options, params PixelBox[] boxes) =>
        [.. LineFinder.Lines(boxes, box => box, options).Select(line => string.Join(' ', line.Select(box => box.X)))];

    // Digits 10 wide and 30 high, named by their left edge.
    private static string[] Find(params (int X, int Y)[] places) =>
        [.. LineFinder.Find([.. places.Select(place => new DigitInk(new PixelBox(place.X, place.Y, 10, 30), 100, new HashSet<int>()))])
            .Select(number => string.Join(' ', number.Select(digit => digit.Box.X)))];
}
