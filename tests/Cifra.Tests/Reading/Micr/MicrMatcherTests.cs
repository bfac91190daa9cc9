using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

/// <summary>The matcher by scores made by hand. A character is 21 columns wide, the least gap is 3, and the pitch 28.85.</summary>
public sealed class MicrMatcherTests
{
    private const int Columns = 400;
    private static readonly MicrRaster Raster = MicrRaster.E13B;
    private static readonly GrayImage Paper = Blank();

    [Fact]
    public void Places_TwoCharacters_AreWhereTheyScore() => Assert.Equal([(10, 3), (39, 7)], Match((10, 3, 10), (39, 7, 10)).Places);

    [Fact]
    public void Places_NoScore_AreNone() => Assert.Empty(Match().Places);

    [Fact]
    public void Places_BothEdges_AreUsed() => Assert.Equal([(0, 1), (Columns - 21, 2)], Match((0, 1, 10), (Columns - 21, 2, 10)).Places);

    [Fact]
    public void Places_RivalsAtOneColumn_AreTheBetter() => Assert.Equal([(10, 5)], Match((10, 3, 8), (10, 5, 9), (10, 6, 7)).Places);

    [Fact]
    public void Places_OverlappingCharacters_AreTheBetterOne() => Assert.Equal([(10, 3)], Match((10, 3, 10), (15, 7, 9)).Places);

    // Two end at least 24 columns apart: 21 of the character and 3 of paper.
    [Theory]
    [InlineData(33, 1)]
    [InlineData(34, 2)]
    public void Places_LeastGap_IsKept(int column, int count) => Assert.Equal(count, Match((10, 3, 10), (column, 7, 10)).Places.Count);

    // Each pays a quarter of the greatest score, 2.5: two of 6 leave 7, two of 7 leave 9, one of 10 leaves 7.5.
    [Theory]
    [InlineData(6, new[] { 22 })]
    [InlineData(7, new[] { 10, 34 })]
    public void Places_OneOrTwo_HaveTheGreatestSum(float score, int[] expected) =>
        Assert.Equal(expected, Match((10, 3, score), (34, 3, score), (22, 5, 10)).Places.Select(place => place.Column));

    [Theory]
    [InlineData(2.4f, 0)]
    [InlineData(2.5f, 0)]
    [InlineData(2.6f, 1)]
    public void Places_LeastScore_IsAQuarterOfTheGreatest(float score, int count) => Assert.Equal(count, Match((10, 3, score)).Places.Count);

    // One unit of energy a column: 50 from column 10 to 60, of which 20 are explained; 400 in all.
    [Fact]
    public void Explained_TwoCharacters_AreTheirPartOfTheInk()
    {
        MicrMatcher match = Match((10, 3, 10), (39, 7, 10));

        Assert.Equal(20 / 50.0, match.Explained, 9);
        Assert.Equal(20 / 400.0, match.ExplainedOfAll, 9);
    }

    [Fact]
    public void Explained_NoCharacter_IsNothing()
    {
        MicrMatcher match = Match();

        Assert.Equal((0.0, 0.0, 0.0, ""), (match.Explained, match.ExplainedOfAll, match.Regular, match.Text()));
    }

    [Fact]
    public void Explained_NextToNoInk_IsNotDividedByLessThanOne()
    {
        MicrMatcher match = Match(energy: 0.001, (10, 3, 10));

        Assert.Equal((10.0, 10.0), (match.Explained, match.ExplainedOfAll));
    }

    // Of a pitch 29 columns are 1.005, 31 are 1.075, 30 are 1.040, 27 are 0.936, 26 are 0.901; 60 are a space.
    [Theory]
    [InlineData(new[] { 10, 39 }, 1)]
    [InlineData(new[] { 10, 40 }, 1)]
    [InlineData(new[] { 10, 41 }, 0)]
    [InlineData(new[] { 10, 37 }, 1)]
    [InlineData(new[] { 10, 36 }, 0)]
    [InlineData(new[] { 10, 39, 70 }, 0.5)]
    [InlineData(new[] { 10, 39, 99 }, 1)]
    [InlineData(new[] { 10, 70 }, 0)]
    [InlineData(new[] { 10 }, 0)]
    public void Regular_Steps_AreThePartThatIsAPitch(int[] columns, double expected) =>
        Assert.Equal(expected, Match([.. columns.Select(column => (column, 3, 10f))]).Regular);

    // 1.55 pitches are 44.7 columns.
    [Theory]
    [InlineData(44, "01")]
    [InlineData(45, "0 1")]
    public void Text_WideGap_HasASpace(int gap, string expected) => Assert.Equal(expected, Match((10, 0, 10), (10 + gap, 1, 10)).Text());

    [Fact]
    public void Text_Line_IsItsSymbols()
    {
        int transit = Raster.Face.Symbols.IndexOf(MicrFace.Transit, StringComparison.Ordinal);

        Assert.Equal("01⑆", Match((10, 0, 10), (39, 1, 10), (68, transit, 10)).Text());
    }

    // Apart at an end a character needs three quarters of the greatest score, 7.5.
    [Theory]
    [InlineData(new[] { 10, 100, 129 }, new[] { 7f, 10, 10 }, new[] { 100, 129 })]
    [InlineData(new[] { 10, 100, 129 }, new[] { 7.5f, 10, 10 }, new[] { 10, 100, 129 })]
    [InlineData(new[] { 10, 39, 129 }, new[] { 10f, 10, 7 }, new[] { 10, 39 })]
    [InlineData(new[] { 10, 39, 129 }, new[] { 10f, 10, 7.5f }, new[] { 10, 39, 129 })]
    [InlineData(new[] { 10, 39, 68 }, new[] { 7f, 10, 7 }, new[] { 10, 39, 68 })]          // not apart
    [InlineData(new[] { 10, 39, 100, 200 }, new[] { 10f, 10, 7, 7 }, new[] { 10, 39 })]     // one after the other
    [InlineData(new[] { 10, 100, 200, 229 }, new[] { 7f, 7, 10, 10 }, new[] { 200, 229 })]
    [InlineData(new[] { 10, 100, 190 }, new[] { 10f, 7, 10 }, new[] { 10, 100, 190 })]      // in the middle
    [InlineData(new[] { 10 }, new[] { 3f }, new[] { 10 })]                                  // there is no other
    [InlineData(new[] { 10, 100 }, new[] { 3f, 3 }, new[] { 100 })]
    public void Places_PoorCharacterApart_IsNotPartOfTheLine(int[] columns, float[] scores, int[] expected) =>
        Assert.Equal(expected, Match([.. columns.Zip(scores, (column, score) => (column, 3, score))]).Places.Select(place => place.Column));

    // Half a unit of log-odds for each unit of score: 4 less is e⁻² as likely, e⁻² / (1 + e⁻²) = 0.1192.
    [Fact]
    public void Characters_Rival_IsLessLikelyByItsScore()
    {
        MicrCharacter character = Assert.Single(Match((10, 3, 10), (10, 5, 6)).Characters(Paper));

        Assert.Equal('3', character.Symbol);
        Assert.Equal(1 / (1 + Math.Exp(-2)), character.Probability, 9);
        (char symbol, double probability) = Assert.Single(character.Others);
        Assert.Equal('5', symbol);
        Assert.Equal(Math.Exp(-2) / (1 + Math.Exp(-2)), probability, 9);
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(9, 1)]
    [InlineData(12, 0)]
    [InlineData(8, 0)]
    public void Characters_RivalBesideIt_CountsOneColumnAway(int column, int others) =>
        Assert.Equal(others, Assert.Single(Match((10, 3, 10), (column, 5, 6)).Characters(Paper)).Others.Count);

    [Fact]
    public void Characters_BetterRivalBesideIt_IsAsLikely()
    {
        // It would overlap the next character, so the worse one is read.
        MicrCharacter first = Match((10, 3, 10), (11, 5, 12), (34, 7, 10)).Characters(Paper)[0];

        Assert.Equal(('3', 0.5), (first.Symbol, Math.Round(first.Probability, 9)));
    }

    [Fact]
    public void Characters_FirstAndLastColumn_AreRead()
    {
        IReadOnlyList<MicrCharacter> characters = Match((0, 3, 10), (Columns - 21, 5, 10)).Characters(Paper);

        Assert.All(characters, character => Assert.Equal(1, character.Probability, 9));
    }

    // One in a thousand is e⁻⁶·⁹.
    [Theory]
    [InlineData(-3, 1)]
    [InlineData(-4, 0)]
    public void Characters_UnlikelyRival_IsNotNamed(float score, int others) =>
        Assert.Equal(others, Assert.Single(Match((10, 3, 10), (10, 5, score)).Characters(Paper)).Others.Count);

    [Fact]
    public void Characters_Others_AreTheLikeliestFirst() =>
        Assert.Equal("582", string.Concat(Match((10, 3, 10), (10, 8, 7), (10, 2, 6), (10, 5, 9)).Characters(Paper)[0].Others.Select(other => other.Symbol)));

    // The strip begins at column 5 and row 30 of the picture, and is as large.
    [Fact]
    public void Characters_Box_IsWhereThePictureHasIt() =>
        Assert.Equal(new PixelBox(15, 30, 21, 27), Match((10, 3, 10)).Characters(Paper)[0].Box);

    [Fact]
    public void Refitted_Pitch_GivesTheSize()
    {
        TextLine line = Match((10, 3, 10), (39, 7, 10), (72, 7, 10), (150, 1, 10)).Refitted(); // only the first step, 29 columns, is about a pitch

        double beyond = 27 * ((29 / Raster.Pitch) - 1) / 2;
        Assert.Equal(30 - beyond, line.Top, 6);
        Assert.Equal(57 + beyond, line.Bottom, 6);
        Assert.Equal((5.0, 0.0), (line.Left, line.Slope));
    }

    // A tenth of a pitch: 26 columns are 0.901, 31 are 1.075, 32 are 1.109; 25 are 0.867.
    [Theory]
    [InlineData(26, true)]
    [InlineData(31, true)]
    [InlineData(25, false)]
    [InlineData(32, false)]
    public void Refitted_StepsFarFromAPitch_SayNothing(int step, bool counts)
    {
        TextLine line = Match((10, 3, 10), (10 + step, 7, 10)).Refitted();

        Assert.Equal(counts ? 27 * step / Raster.Pitch : 27, line.Height, 6);
    }

    private static MicrMatcher Match(params (int Column, int Symbol, float Score)[] characters) => Match(energy: 1, characters);

    private static MicrMatcher Match(double energy, params (int Column, int Symbol, float Score)[] characters)
    {
        var strip = MicrStrip.Cut(Paper, new TextLine(30, 57, 5, 5 + Columns - 1, 0), Raster, 1);
        var scores = new HandScores
        {
            Of = [.. Raster.Face.Symbols.Select(_ => Enumerable.Repeat(-100f, Columns).ToArray())],
            EnergyBefore = [.. Enumerable.Range(0, Columns + 1).Select(x => x * energy)],
        };
        foreach ((int column, int symbol, float score) in characters)
        {
            scores.Of[symbol][column] = score;
        }

        Assert.Equal(Columns, strip.Width);
        return MicrMatcher.Of(strip, Raster, scores);
    }

    private static GrayImage Blank()
    {
        var picture = new GrayImage(Columns + 20, 100);
        picture.Pixels.Fill(EvenLight.Paper);
        return picture;
    }

    private sealed class HandScores : MicrScores
    {
        public override float MinPart => 0.25f;

        public override float MinPartApart => 0.75f;

        public override float Max(int symbol, int column) => 10;

        public override double LogOdds(int column) => 0.5;

        public override double Row(int symbol, int column) => Raster.Margin;
    }
}
