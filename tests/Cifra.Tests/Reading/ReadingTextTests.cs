using Cifra.Imaging;
using Cifra.Reading;

namespace Cifra.Tests.Reading;

public sealed class ReadingTextTests
{
    private static readonly ReadNumber Number = new("1450", 0.974, Decision.Accept, new PixelBox(12, 30, 80, 24), []);

    [Theory]
    [InlineData(Decision.Accept, "1450 (0.97, accepted) at 12,30 80x24")]
    [InlineData(Decision.Unsure, "1450 (0.97, unsure) at 12,30 80x24")]
    [InlineData(Decision.NotADigit, "1450 (0.97, not a digit) at 12,30 80x24")]
    public void ToString_Number_IsForPeople(Decision decision, string expected) => Assert.Equal(expected, (Number with { Decision = decision }).ToString());

    [Fact]
    public void ToString_NumberOfAField_BeginsWithItsName() =>
        Assert.Equal("amount 1450 (0.97, accepted) at 12,30 80x24", (Number with { Name = "amount" }).ToString());

    [Fact]
    public void ToString_Digit_IsForPeople()
    {
        Assert.Equal("5 (0.91) at 1,2 3x4", new ReadDigit(5, 0.912, [], new PixelBox(1, 2, 3, 4)).ToString());
        Assert.Equal("B (0.91) at 1,2 3x4", new ReadDigit(11, 0.912, [], new PixelBox(1, 2, 3, 4)).ToString());
    }

    [Fact]
    public void ToString_Text_IsForPeople() => Assert.Equal("1458 (0.021)", new RankedText("1458", 0.0211).ToString());

    [Fact]
    public void ToString_Picture_CountsItsNumbers()
    {
        Assert.Equal("no number in 640x480", new PictureReading(640, 480, []).ToString());
        Assert.Equal("1 number in 640x480: 1450 (0.97, accepted) at 12,30 80x24", new PictureReading(640, 480, [Number]).ToString());
        Assert.Equal(
            "2 numbers in 640x480: 1450 (0.97, accepted) at 12,30 80x24; 1450 (0.97, accepted) at 12,30 80x24",
            new PictureReading(640, 480, [Number, Number]).ToString());
    }
}
