using Cifra.Evaluation.Strings;
using Cifra.Numerics;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class EditDistanceTests
{
    // Shown as true/read, with a point for nothing. The ways are unique, or the one that changes late.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("123", "123", "1/1 2/2 3/3")]
    [InlineData("123", "", "1/. 2/. 3/.")]
    [InlineData("", "12", "./1 ./2")]
    [InlineData("123", "193", "1/1 2/9 3/3")]
    [InlineData("123", "13", "1/1 2/. 3/3")]
    [InlineData("13", "123", "1/1 ./2 3/3")]
    [InlineData("11", "1", "1/1 1/.")]
    [InlineData("12345", "2345", "1/. 2/2 3/3 4/4 5/5")]
    public void Align_Known_PutsThemSideBySide(string truth, string read, string expected) =>
        Assert.Equal(expected, string.Join(' ', EditDistance.Align(truth, read).Select(edit => $"{edit.True ?? '.'}/{edit.Read ?? '.'}")));

    [Theory]
    [InlineData("KITTEN", "SITTING", 3)] // the usual example
    [InlineData("SATURDAY", "SUNDAY", 3)]
    [InlineData("1234567890", "2345678901", 2)]
    public void Align_TextbookPairs_CostAsMuch(string truth, string read, int cost) =>
        Assert.Equal(cost, EditDistance.Align(truth, read).Count(edit => !edit.IsRight));

    // Laws: both strings come back out; nothing is cheaper, by trying all ways; the way back costs the same.
    [Fact]
    public void Align_RandomStrings_IsTheCheapestWay()
    {
        var random = new SeededRandom(31);
        for (int i = 0; i < 300; i++)
        {
            string truth = Digits(random);
            string read = Digits(random);

            IReadOnlyList<Edit> edits = EditDistance.Align(truth, read);

            Assert.Equal(truth, string.Concat(edits.Select(edit => edit.True)));
            Assert.Equal(read, string.Concat(edits.Select(edit => edit.Read)));
            int cost = edits.Count(edit => !edit.IsRight);
            Assert.Equal(Cheapest(truth, read), cost);
            Assert.Equal(cost, EditDistance.Align(read, truth).Count(edit => !edit.IsRight));
        }
    }

    private static string Digits(SeededRandom random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => (char)('0' + random.Next(3))));

    private static int Cheapest(string truth, string read) => truth.Length == 0 ? read.Length
        : read.Length == 0 ? truth.Length
        : Math.Min(
            Cheapest(truth[1..], read[1..]) + (truth[0] == read[0] ? 0 : 1),
            1 + Math.Min(Cheapest(truth[1..], read), Cheapest(truth, read[1..])));
}
