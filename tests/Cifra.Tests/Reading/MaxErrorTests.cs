using Cifra.Network;
using Cifra.Reading;
using Cifra.Reading.Digits;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading;

// The classifier says 0.91 to every glyph. 299 held-out pictures without an error allow 1 %, 598 allow half of that.
public sealed class MaxErrorTests
{
    [Theory]
    [InlineData(300, "5", Decision.Accept)]
    [InlineData(300, "52", Decision.Unsure)] // each digit would have to keep 0.5 %
    [InlineData(600, "52", Decision.Accept)]
    [InlineData(298, "5", Decision.Unsure)]
    public void Read_WithRate_AcceptsWhatIsPromisedForTheWholeNumber(int heldOut, string text, Decision expected)
    {
        var reader = new DigitReader(GlyphPictures.Classify, new ReadingOptions { MaxError = 0.01 }, HeldOutSamples.Of(heldOut));

        Assert.Equal(expected, Assert.Single(reader.Read(GlyphPictures.Ink(text, 4)).Numbers).Decision);
        Assert.Equal(expected == Decision.Accept, reader.Threshold(text.Length)!.Threshold is not null);
        Assert.Equal(0.01 / text.Length, reader.Threshold(text.Length)!.MaxError);
    }

    [Fact]
    public void Read_BelowTheThreshold_IsUnsure()
    {
        HeldOutScores scores = HeldOutSamples.Of(320) with { Misread = 1, Errors = [new HeldOutError(0.92, 309)] };
        var reader = new DigitReader(GlyphPictures.Classify, new ReadingOptions { MaxError = 0.01 }, scores);

        Assert.Equal(Decision.Unsure, Assert.Single(reader.Read(GlyphPictures.Ink("5", 4)).Numbers).Decision);
    }

    [Theory]
    [InlineData(0.5f, Decision.Accept)]
    [InlineData(0.51f, Decision.NotADigit)]
    public void Read_NetworkThatKnowsNonDigits_SaysSoItself(float notADigit, Decision expected)
    {
        void Doubting(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> none)
        {
            probabilities.Clear();
            probabilities[5] = 1;
            none.Fill(notADigit);
        }

        var reader = new DigitReader(Doubting, new ReadingOptions { MinConfidence = 0 }, HeldOutSamples.Of(10) with { NotADigitThreshold = 0.5 });

        ReadNumber number = Assert.Single(reader.Read(GlyphPictures.Ink("5", 4)).Numbers);

        Assert.Equal(expected, number.Decision);
        Assert.Equal(1 - notADigit, number.Confidence, 1e-6);
    }

    [Fact]
    public void New_WithoutScores_Refused() =>
        Assert.Throws<ArgumentException>(() => new DigitReader(GlyphPictures.Classify, new ReadingOptions { MaxError = 0.01 }));

    [Fact]
    public void Threshold_NoRate_IsNone() => Assert.Null(new DigitReader(GlyphPictures.Classify).Threshold(3));
}
