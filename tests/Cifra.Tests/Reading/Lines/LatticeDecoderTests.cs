using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

// A bar is a 1 with 0.9 and a 7 with 0.1, a block a 0 with 0.8 and an 8 with 0.2.
public sealed class LatticeDecoderTests
{
    private static readonly double PassedOver = Math.Log(1e-3); // a piece that is surely a digit

    [Fact]
    public void Decode_TwoShapes_RanksTextsByTheProductOfTheirDigits()
    {
        IReadOnlyList<Hypothesis> texts = LatticeDecoder.Decode(BarLines.Lattice("10"), grammar: null, beam: 4);

        Assert.Equal(["10", "18", "70", "78"], texts.Select(text => text.Text));
        Assert.Equal([0.72, 0.18, 0.08, 0.02], texts.Select(text => Math.Round(Math.Exp(text.LogProbability), 6)));
    }

    [Fact]
    public void Decode_Beam_BoundsTheTexts() => Assert.Equal("10", Assert.Single(LatticeDecoder.Decode(BarLines.Lattice("10"), null, beam: 1)).Text);

    [Fact]
    public void Decode_DigitThatTheNetworkExcludes_IsNotTried() =>
        Assert.DoesNotContain(LatticeDecoder.Decode(BarLines.Lattice("1"), null, beam: 40), text => text.Text == "2");

    [Theory]
    [InlineData("[0-9]/[0-9]", "1/0")]
    [InlineData("[0-9][0-9]-", "10-")]
    [InlineData("7[0-9]", "70")]
    [InlineData("[0-9]", "1")] // the block is passed over: 0.9 against 0.8
    public void Decode_Grammar_PutsSignsWhereItDemandsThem(string pattern, string expected) =>
        Assert.Equal(expected, LatticeDecoder.Decode(BarLines.Lattice("10"), Grammar.Pattern(pattern), beam: 40)[0].Text);

    [Fact]
    public void Decode_GrammarThatDemandsALetter_FindsNothing() =>
        Assert.Empty(LatticeDecoder.Decode(BarLines.Lattice("10"), Grammar.Pattern("[0-9]A[0-9]"), beam: 40));

    [Fact]
    public void Align_ItsText_HasAPieceForEachDigitAndTheirProbability()
    {
        (double value, Segment[] digits) = LatticeDecoder.Align(BarLines.Lattice("10"), "18")!.Value;

        Assert.Equal(Math.Log(0.9 * 0.2), value, 1e-6);
        Assert.Equal([1, 0], digits.Select(digit => digit.Likeliest));
        Assert.Equal((BarLines.Pitch - BarLines.BarWidth) / 2, digits[0].Box.X);
        Assert.True(digits[1].Box.X >= BarLines.Pitch);
    }

    [Fact]
    public void Align_FewerDigits_PassesTheRestOver()
    {
        Assert.Equal(Math.Log(0.9) + PassedOver, LatticeDecoder.Align(BarLines.Lattice("10"), "1")!.Value.Value, 1e-6);
        Assert.Equal(2 * PassedOver, LatticeDecoder.Align(BarLines.Lattice("10"), "")!.Value.Value, 1e-6);
        Assert.Empty(LatticeDecoder.Align(BarLines.Lattice("10"), "")!.Value.Digits);
    }

    [Fact]
    public void Align_MoreDigitsThanPieces_HasNoPath() => Assert.Null(LatticeDecoder.Align(BarLines.Lattice("10"), "101"));

    [Theory]
    [InlineData(0.5f, -3)] // a piece the size of a digit costs at least this, however doubtful it is
    [InlineData(0.01f, -4.605170)]
    public void Align_PieceThatMayBeNoDigit_IsPassedOverAtThePriceOfThat(float isNone, double expected) =>
        Assert.Equal(expected, LatticeDecoder.Align(BarLines.Lattice("1", barIsNone: isNone), "")!.Value.Value, 1e-5);
}
