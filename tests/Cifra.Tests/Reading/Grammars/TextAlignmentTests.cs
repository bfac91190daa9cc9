using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class TextAlignmentTests
{
    [Theory]
    [InlineData("123", "123", "0:0 1:1 2:2")]
    [InlineData("123", "13", "0:0 1:-1 2:1")]
    [InlineData("13", "123", "0:0 -1:1 1:2")]
    [InlineData("123", "143", "0:0 1:1 2:2")]
    [InlineData("", "1", "-1:0")]
    [InlineData("", "", "")]
    public void Of_HandMade_PairsWhatBelongsTogether(string left, string right, string expected) =>
        Assert.Equal(expected, string.Join(' ', TextAlignment.Of(left, right).Select(place => $"{place.Left}:{place.Right}")));

    [Fact]
    public void Of_RandomTexts_HoldsEverySymbolOnceInOrder()
    {
        for (int i = 0; i < 300; i++)
        {
            var random = new SeededRandom(60, i);
            string left = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(3)));
            string right = GrammarWalks.Damaged(left, random);

            IReadOnlyList<(int Left, int Right)> places = TextAlignment.Of(left, right);

            Assert.Equal(Enumerable.Range(0, left.Length), places.Select(place => place.Left).Where(index => index >= 0));
            Assert.Equal(Enumerable.Range(0, right.Length), places.Select(place => place.Right).Where(index => index >= 0));
            Assert.InRange(places.Count(place => place.Left < 0 || place.Right < 0 || left[place.Left] != right[place.Right]), 0, 3);
        }
    }
}
