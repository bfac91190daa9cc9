using Cifra.Network;
using Cifra.Numerics;
using Cifra.Reading.Lines;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class HeldOutLinesTests
{
    // Lines whose odds tell right from wrong: of odds 2 three of four are right, of odds -2 one of four.
    private static JudgedLine[] Lines =>
        [Line(2, true), Line(2, true), Line(2, true), Line(2, false), Line(-2, true), Line(-2, false), Line(-2, false), Line(-2, false)];

    [Fact]
    public void Fit_OddsThatTell_WeighsThemAndNothingElse()
    {
        (IReadOnlyDictionary<string, double> confidence, _) = HeldOutLines.Fit(Lines, Lines);

        Assert.Equal(LineEvidence.Names, confidence.Keys);
        Assert.InRange(confidence["odds"], 0.3, Math.Log(3) / 2); // the likeliest is ln(3)/2; the penalty draws it towards 0
        Assert.Equal(0, confidence["constant"], 1e-9); // as many right as wrong
        Assert.Equal(0, confidence["network"], 1e-9); // never there
    }

    [Fact]
    public void Fit_OtherLines_AreScoredWithTheFittedWeights()
    {
        (IReadOnlyDictionary<string, double> confidence, HeldOutScores scores) = HeldOutLines.Fit(
            Lines, [Line(3, true), Line(1, false), Line(-1, true), Line(2, false)]);

        double odds = confidence["odds"];
        Assert.Equal((4, 0, 2), (scores.Pictures, scores.Refused, scores.Misread));
        Assert.Equal([1 / (1 + Math.Exp(-2 * odds)), 1 / (1 + Math.Exp(-odds))], scores.Errors.Select(error => Math.Round(error.Confidence, 12)), new Near());
        Assert.Equal([1, 2], scores.Errors.Select(error => error.Above)); // the right one of odds 3, and the wrong one of odds 2
    }

    [Fact]
    public void Fit_LineNotRead_IsAnErrorOfNoConfidenceAndTeachesNothing()
    {
        (IReadOnlyDictionary<string, double> confidence, HeldOutScores scores) = HeldOutLines.Fit([.. Lines, NotRead, NotRead], [NotRead, Line(1, true)]);

        Assert.Equal(HeldOutLines.Fit(Lines, [NotRead]).Confidence, confidence);
        HeldOutError error = Assert.Single(scores.Errors);
        Assert.Equal((0, 1), (error.Confidence, error.Above));
    }

    [Fact]
    public void Fit_NothingRead_GivesEvenChances()
    {
        (IReadOnlyDictionary<string, double> confidence, HeldOutScores scores) = HeldOutLines.Fit([NotRead, NotRead], [NotRead]);

        Assert.All(confidence.Values, weight => Assert.Equal(0, weight));
        Assert.Equal(0.5, Logistic.Probability([.. confidence.Values], Line(2, true).Evidence!));
        Assert.Equal(1, scores.Misread);
    }

    private static JudgedLine NotRead => new("12", "", Evidence: null);

    private static JudgedLine Line(double odds, bool right) => new("12", right ? "12" : "13", [1, odds, 0, 0]);

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double value) => 0;
    }
}
