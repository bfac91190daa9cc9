using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Drawn;

public sealed class DrawnNumbersTests
{
    [Fact]
    public void DrawNumber_SameSeed_SameBits()
    {
        GrayImage a = DrawnDigits.DrawNumber("1450", 60, seed: 3);
        GrayImage b = DrawnDigits.DrawNumber("1450", 60, seed: 3);
        GrayImage c = DrawnDigits.DrawNumber("1450", 60, seed: 4);

        Assert.True(a.Pixels.SequenceEqual(b.Pixels));
        Assert.False(a.Pixels.SequenceEqual(c.Pixels));
    }

    [Theory]
    [InlineData("7", 16, 1)]
    [InlineData("1450", 60, 1)]
    [InlineData("12\n34 5\n6", 40, 3)]
    public void DrawNumber_Lines_HaveTheHeightAskedFor(string digits, int height, int lines) =>
        Assert.Equal(height * lines, DrawnDigits.DrawNumber(digits, height, seed: 1).Height);

    [Fact]
    public void DrawNumber_AnySeed_IsDarkInkOnLightPaper()
    {
        for (long seed = 0; seed < 40; seed++)
        {
            byte[] levels = DrawnDigits.DrawNumber("208", 48, seed).Pixels.ToArray();
            Array.Sort(levels);

            Assert.InRange(levels[levels.Length / 2], 110, 255); // paper, perhaps in the shadow
            Assert.InRange(levels[levels.Length / 50], 0, 90); // ink
        }
    }

    [Fact]
    public void Lines_AnySeed_KeepTheDigitsApartAndInside()
    {
        for (long seed = 0; seed < 100; seed++)
        {
            GrayImage ink = NumberLines.Draw("0123456789", 64, new SeededRandom(seed));

            bool[] inked = [.. Enumerable.Range(0, ink.Width).Select(
                x => Enumerable.Range(0, ink.Height).Any(y => ink[x, y] > 0))];
            int starts = Enumerable.Range(1, ink.Width - 1).Count(x => inked[x] && !inked[x - 1]);
            Assert.Equal(10, starts);
            Assert.False(inked[0] || inked[^1]);
            Assert.False(ink.Row(0).ContainsAnyExcept((byte)0) || ink.Row(63).ContainsAnyExcept((byte)0));
        }
    }

    [Theory]
    [InlineData("12a", "Character 2 is U+0061")]
    [InlineData("-5", "Character 0 is U+002D")]
    [InlineData("1\r\n2", "Character 1 is U+000D")]
    public void DrawNumber_OtherCharacter_IsNamed(string digits, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => DrawnDigits.DrawNumber(digits, 60, seed: 1));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawNumber_NothingOrTooSmall_Throws()
    {
        Assert.Throws<ArgumentException>(() => DrawnDigits.DrawNumber("", 60, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.DrawNumber("1", 15, seed: 1));
    }
}
