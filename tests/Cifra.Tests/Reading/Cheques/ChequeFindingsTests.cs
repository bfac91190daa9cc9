using Cifra.Reading;
using Cifra.Reading.Cheques;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ChequeFindingsTests
{
    private static readonly MicrLine Line = new(MicrFont.E13B, new TextLine(0, 10, 0, 100, 0), [], "⑆12⑆", 1);
    private static readonly MicrLayout Unknown = new(null, []);

    [Theory]
    [InlineData("264.50", "0000026450", true)]
    [InlineData("264.5", "0000026450", true)]
    [InlineData("264", "0000026400", true)]
    [InlineData("264.51", "0000026450", false)]
    [InlineData("2645.00", "0000026450", false)]
    [InlineData("1,000.00", "0000100000", false)] // a value has no separators
    [InlineData("", "0000000000", false)]
    [InlineData("99999999999999999999", "0000000000", false)]
    public void Agree_Amounts_AreTheSameInCents(string amount, string encoded, bool expected) =>
        Assert.Equal(expected, ChequeFindings.Agree(Number("?", amount), Number(encoded)));

    [Fact]
    public void Agree_NoValue_TakesTheText() => Assert.True(ChequeFindings.Agree(Number("12.34"), Number("0000001234")));

    [Fact]
    public void NoCheque_WhatIsMissing_IsNamed()
    {
        ReadNumber some = Number("1");

        Assert.EndsWith("neither an amount nor a date where cheques have them.", ChequeFindings.NoCheque(null, null), StringComparison.Ordinal);
        Assert.EndsWith("no amount where cheques have it.", ChequeFindings.NoCheque(null, some), StringComparison.Ordinal);
        Assert.EndsWith("no date where cheques have it.", ChequeFindings.NoCheque(some, null), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Nothing_SaysWhatIsMissing() => Assert.Equal(
        ["No amount was found where cheques have it.", "No date was found where cheques have it.", "No line of magnetic ink was found."],
        ChequeFindings.Of(null, null, null, null, null, null));

    [Fact]
    public void Of_EncodedAmount_ConfirmsOrContradicts()
    {
        ReadNumber amount = Number("264.50", "264.50");

        Assert.Equal("The amount is confirmed by the one encoded in the MICR line.", First(amount, Number("0000026450")));
        Assert.Equal("The amount 264.50 contradicts the one encoded in the MICR line, 264.05.", First(amount, Number("0000026405")));
        Assert.Equal("Nothing confirms the amount: the MICR line encodes none.", First(amount, null));
    }

    [Theory]
    [InlineData("4/5/2024", "2024-04-05", null, "The date may be 2024-04-05 or 2024-05-04: nothing tells the country of the cheque.")]
    [InlineData("4/5/2024", "2024-05-04", "ca", "The date may be 2024-05-04 or 2024-04-05: nothing tells the country of the cheque.")]
    [InlineData("4/5/2024", "2024-04-05", "us", null)]
    [InlineData("4/5/2024", "2024-05-04", "in", null)]
    [InlineData("13/5/2024", "2024-05-13", null, null)] // no thirteenth month
    [InlineData("5/5/2024", "2024-05-05", null, null)]
    public void Of_Date_SaysWhetherDayAndMonthMayBeExchanged(string text, string value, string? region, string? expected)
    {
        IEnumerable<string> sentences = ChequeFindings.Of(Line, Unknown, null, null, Number(text, value), region);

        Assert.Equal(expected, sentences.FirstOrDefault(sentence => sentence.Contains("date", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(MicrFont.E13B, "The MICR line is printed in E-13B.")]
    [InlineData(MicrFont.Cmc7, "The MICR line is printed in CMC-7.")]
    public void Of_Line_NamesItsFontAndChecksIt(MicrFont font, string expected)
    {
        string[] sentences = [.. ChequeFindings.Of(Line with { Font = font }, Unknown, null, null, null, null)];

        Assert.Equal(expected, sentences[2]);
        Assert.Equal(MicrChecks.Of(Line, Unknown), sentences.Skip(3));
    }

    private static string First(ReadNumber amount, ReadNumber? encoded) => ChequeFindings.Of(Line, Unknown, amount, encoded, null, null).First();

    private static ReadNumber Number(string text, string? value = null) => new(text, 0.9, Decision.Accept, default, []) { Value = value };
}
