using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class AlphabetTests
{
    [Fact]
    public void IndexOf_EverySymbol_IsItsPlace()
    {
        Assert.Equal(Enumerable.Range(0, Alphabet.Symbols.Length), Alphabet.Symbols.Select(Alphabet.IndexOf));
        Assert.Equal(-1, Alphabet.IndexOf('a'));
        Assert.Equal(-1, Alphabet.IndexOf('\u0660')); // an Arabic digit
        Assert.Equal(Alphabet.Symbols, string.Concat(Alphabet.In(Alphabet.All)));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("7", "7")]
    [InlineData("0123456789", "a digit")]
    [InlineData("01239", "0-3 or 9")]
    [InlineData("01ABC /", "0, 1, A-C, a space or '/'")]
    [InlineData("XYZ", "X-Z")]
    [InlineData("19YZ", "1, 9, Y or Z")]
    public void Describe_Sets_InWords(string symbols, string expected) => Assert.Equal(expected, Alphabet.Describe(Alphabet.SetOf(symbols)));
}
