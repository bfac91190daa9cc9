using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LineDecoderTests
{
    private static readonly GrayImage Line = Drawn("1450");

    [Fact]
    public void Decode_ListThatHasTheText_IsSure()
    {
        LineReading reading = Decode("1450|2381");

        Assert.Equal("1450", reading.Answers[0].Text);
        Assert.InRange(reading.Answers[0].Probability, 0.9, 1);
    }

    // All of the answers are wrong, and the only thing that can say so is what the grammar refuses.
    [Fact]
    public void Decode_ListWithoutTheText_IsUnsure()
    {
        LineReading reading = Decode("1950|2381");

        Assert.InRange(reading.Answers[0].Probability, 0, 0.1);
        Assert.Equal("1450", reading.Refused[0].Text);
        Assert.InRange(reading.Refused[0].Probability, 0.9, 1);
    }

    [Fact]
    public void Decode_Grammar_AnswersAndRefusedSumToOne()
    {
        LineReading reading = Decode("14(1|6)0");

        Assert.Equal(1, reading.Answers.Concat(reading.Refused).Sum(answer => answer.Probability), 1e-9);
        Assert.Empty(reading.Answers.Select(answer => answer.Digits).Intersect(reading.Refused.Select(answer => answer.Digits)));
    }

    [Fact]
    public void Decode_NoGrammar_RefusesNothing()
    {
        LineReading reading = Decoder(null).Decode(Line);

        Assert.Empty(reading.Refused);
        Assert.Equal(1, reading.Answers.Sum(answer => answer.Probability), 1e-9);
    }

    [Fact]
    public void Opinions_OfALine_TellBothReadersWordAndTheTruth()
    {
        LineReading reading = Decode("14(1|6)0");

        IReadOnlyList<LineOpinion> opinions = LineOpinion.Of(reading, truth: "9999");

        Assert.Equal(reading.Answers[0].Text, opinions[0].Text);
        LineOpinion read = Assert.Single(opinions, opinion => opinion.Text == "1450");
        Assert.Contains("refused by the grammar", read.Notes);
        Assert.Contains("the line network's own", read.Notes);
        Assert.Contains("the lattice's own", read.Notes);
        LineOpinion truth = Assert.Single(opinions, opinion => opinion.Notes.Contains("true"));
        Assert.Equal("9999", truth.Text);
        Assert.Null(truth.Probability);
        Assert.True(truth.ByNetwork is null || truth.ByNetwork < read.ByNetwork);
    }

    private static LineReading Decode(string pattern) => Decoder(Grammar.Pattern(pattern)).Decode(Line);

    private static GrayImage Drawn(string digits)
    {
        GrayImage ink = PictureInk.Of(DrawnDigits.DrawNumber(digits, 48, seed: 3), PictureInkOptions.Field).Ink;
        PixelBox box = PixelBox.AroundInk(ink);
        return LineNormalizer.Normalize(ink, box.Y, box.Bottom, box.X - 6, box.Right + 6);
    }

    private static LineDecoder Decoder(Grammar? grammar) =>
        new(Pretrained.Lines, (pixels, probabilities, notADigit) => Pretrained.Field.Probabilities(pixels, probabilities, notADigit), grammar);
}
