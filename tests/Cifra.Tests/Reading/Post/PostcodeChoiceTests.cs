using Cifra.Imaging;
using Cifra.Network.Lines;
using Cifra.Reading;
using Cifra.Reading.Lines;
using Cifra.Reading.Post;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading.Post;

public sealed class PostcodeChoiceTests
{
    private static readonly WritingLine Line = Assert.Single(WritingLine.Find([.. Enumerable.Range(0, 6).Select(i => Part(20 * i))]));

    // "None of them" has the odds 1.
    [Fact]
    public void Probabilities_OddsAndNone_SumToOne()
    {
        Assert.Equal(0.5, Assert.Single(PostcodeChoice.Probabilities([0])), 12);
        Assert.Equal(0.75, Assert.Single(PostcodeChoice.Probabilities([Math.Log(3)])), 12);
        double[] three = PostcodeChoice.Probabilities([Math.Log(6), Math.Log(2), Math.Log(1)]);
        Assert.All(three.Zip([0.6, 0.2, 0.1]), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.Empty(PostcodeChoice.Probabilities([]));
    }

    [Theory]
    [InlineData(0.95, 0.99, 0.9, Decision.Accept)]
    [InlineData(0.95, 0.9, 0.9, Decision.Unsure)] // 0.855
    [InlineData(0.9, 1, 0.9, Decision.Accept)]
    public void AtPlace_Confidence_IsThatOfTextAndPlace(double text, double place, double least, Decision expected)
    {
        ReadNumber number = PostcodeChoice.AtPlace(Number(text, Decision.Accept), place, least, threshold: null);

        Assert.Equal((text * place, expected, "postcode"), (number.Confidence, number.Decision, number.Name));
    }

    // Of 320 held-out pictures the one at place 311 is wrong, so what is above 1 - 311/320 = 0.028 is accepted. The text is; text and place together are not.
    [Theory]
    [InlineData(0.02, Decision.Unsure)]
    [InlineData(0.03, Decision.Accept)]
    [InlineData(1, Decision.Accept)]
    public void AtPlace_PromisedErrorRate_IsCheckedWithTheReportedConfidence(double place, Decision expected)
    {
        var threshold = SelectiveRiskThreshold.Of(HeldOutSamples.Of(320, 311), 0.01);

        ReadNumber number = PostcodeChoice.AtPlace(Number(0.999, Decision.Accept), place, minConfidence: 0, threshold);

        Assert.Equal(expected, number.Decision);
        Assert.Equal(expected == Decision.Accept, threshold.Accepts(number.Confidence));
    }

    [Fact]
    public void AtPlace_PromiseThatCannotBeMade_AcceptsNothing() => Assert.Equal(
        Decision.Unsure, PostcodeChoice.AtPlace(Number(1, Decision.Accept), 1, 0, SelectiveRiskThreshold.Of(HeldOutSamples.Of(100), 0.01)).Decision);

    [Theory]
    [InlineData(Decision.Unsure)]
    [InlineData(Decision.NotADigit)]
    public void AtPlace_RefusedText_StaysRefused(Decision decision)
    {
        Assert.Equal(decision, PostcodeChoice.AtPlace(Number(0.99, decision), 1, 0.5, threshold: null).Decision);
        Assert.Equal(decision, PostcodeChoice.AtPlace(Number(0.99, decision), 0.1, 0.5, threshold: null).Decision);
    }

    [Fact]
    public void Ranked_PlacesThatShareInk_LeaveTheBest()
    {
        PostcodeCandidate first = Candidate(0, 2, -0.1);
        PostcodeCandidate all = Candidate(0, 6, -0.2);
        PostcodeCandidate last = Candidate(4, 2, -0.3);
        PostcodeCandidate middle = Candidate(2, 2, -0.4);

        Assert.Equal([first, last, middle], PostcodeChoice.Ranked([middle, all, last, first]));
        Assert.Equal([all], PostcodeChoice.Ranked([middle, all, last]));
    }

    [Fact]
    public void Ranked_OtherLine_SharesNoInk()
    {
        WritingLine below = Assert.Single(WritingLine.Find([.. Enumerable.Range(0, 6).Select(i => Part(20 * i))]));

        Assert.Equal(2, PostcodeChoice.Ranked([Candidate(0, 2, -0.1), Candidate(0, 2, -0.2, below)]).Count);
    }

    // Means for each of five digits, at least -3.
    [Theory]
    [InlineData(-1.0, -2.0, -0.2, -0.4)]
    [InlineData(-20.0, -30.0, -3, -3)]
    [InlineData(null, -2.0, -3, -0.4)]
    public void Value_Candidate_WeighsBothReaders(double? lattice, double network, double byLattice, double byNetwork)
    {
        PostcodeCandidate candidate = Candidate(0, 2, network, lattice: lattice);

        Assert.Equal((byLattice, byNetwork), (candidate.ByLattice, candidate.ByNetwork));
        Assert.Equal(candidate.Place.Value + (1.1 * byLattice) + (1.9 * byNetwork), candidate.Value, 9);
    }

    // -6.3, 4.6 in the last line, 4.4 at an end of it, 1.8 for three lines, 1.1 for each height of gap outside, -2.4 for each inside.
    [Theory]
    [InlineData(0, 4, 2, false, 0.5, 0.25, 0.6, 0.6, -6.3 + 4.6 + 4.4 + 0.55 - 0.6)]
    [InlineData(0, 4, 2, true, 0.5, 0, 0.6, 0.6, -6.3 + 4.6 - 2.4 + 0.55)]        // before the town, but at the end
    [InlineData(0, 0, 2, true, 0.5, 0, 0.6, 0.6, -6.3 + 4.6 + 4.4 + 0.55)]
    [InlineData(0, 0, 2, false, 0.5, 0, 0.6, 0.6, -6.3 + 4.6 - 2.4 + 0.55)]
    [InlineData(0, 0, 2, null, 0.5, 0, 0.6, 0.6, -6.3 + 4.6 + 4.4 + 0.55)]
    [InlineData(0, 4, 2, null, 0.5, 0, 0.6, 0.6, -6.3 + 4.6 + 4.4 + 0.55)]
    [InlineData(0, 2, 2, null, 0, 0, 0.6, 0.6, -6.3 + 4.6)]
    [InlineData(1, 2, 2, null, 0, 0, 0.6, 0.6, -6.3 + 2.5)]
    [InlineData(2, 2, 2, null, 0, 0, 0.6, 0.6, -6.3)]
    [InlineData(2, 2, 2, null, 0, 0, 0.41, 0.39, -6.3 - 6.8)]                     // the sender's corner
    [InlineData(2, 2, 2, null, 0, 0, 0.42, 0.39, -6.3)]
    [InlineData(2, 2, 2, null, 0, 0, 0.41, 0.4, -6.3)]
    [InlineData(2, 2, 2, null, 0, 0, 0.69, 0.37, -6.3 - 2.9)]                     // the stamp's corner
    [InlineData(2, 2, 2, null, 0, 0, 0.68, 0.37, -6.3)]
    [InlineData(2, 2, 2, null, 0, 0, 0.69, 0.38, -6.3)]
    public void Value_Place_SumsItsWeights(
        int below, int first, int count, bool? beforeTown, double outside, double inside, double across, double down, double expected)
    {
        // Of two lines.
        WritingLine other = Assert.Single(WritingLine.Find([.. Enumerable.Range(0, 6).Select(i => Part(20 * i, 40))]));
        AddressBlock block = Assert.Single(AddressBlock.Find([Line, other]));

        Assert.Equal(expected, new PostcodePlace(new WordRun(Line, first, count, outside, inside), block, below, across, down, beforeTown).Value, 9);
    }

    // Two lines count 0, one -1, three and more 1; times 1.8.
    [Theory]
    [InlineData(1, -1.8)]
    [InlineData(2, 0)]
    [InlineData(3, 1.8)]
    [InlineData(4, 1.8)]
    public void Value_LinesOfTheBlock_CountUpToThree(int lines, double expected)
    {
        IReadOnlyList<WritingLine> all =
            WritingLine.Find([.. Enumerable.Range(0, lines).SelectMany(row => Enumerable.Range(0, 6).Select(i => Part(20 * i, 40 * row)))]);
        AddressBlock block = Assert.Single(AddressBlock.Find(all));

        Assert.Equal(expected - 6.3, new PostcodePlace(new WordRun(all[0], 2, 2, 0, 0), block, 2, 0.6, 0.6, null).Value, 9);
    }

    private static PostcodeCandidate Candidate(int first, int count, double network, WritingLine? line = null, double? lattice = 0)
    {
        WritingLine on = line ?? Line;
        var place = new PostcodePlace(new WordRun(on, first, count, 0, 0), AddressBlock.Find([on])[0], 2, 0.6, 0.6, null);
        var answer = new LineAnswer("12345", 1, network, lattice);
        var reading = new LineReading(new GrayImage(1, 1), new LineScores("1", [0, 0], 1), [], null!, [answer]); // only the answer counts
        return new PostcodeCandidate(place, TextLine.Through([on.Box]), reading);
    }

    private static ReadNumber Number(double confidence, Decision decision) => new("12345", confidence, decision, default, []);

    private static Component Part(int x, int y = 0) => new(1, new PixelBox(x, y, 15, 20), 300, x, y, 255);
}
