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

    // Digits 10 wide and 30 high, named by their left edge.
    private static string[] Find(params (int X, int Y)[] places) =>
        [.. LineFinder.Find([.. places.Select(place => new DigitInk(new PixelBox(place.X, place.Y, 10, 30), 100, new HashSet<int>()))])
            .Select(number => string.Join(' ', number.Select(digit => digit.Box.X)))];
}
