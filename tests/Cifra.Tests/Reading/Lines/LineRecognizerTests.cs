using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LineRecognizerTests
{
    private static readonly PictureInk Page = PictureInk.Of(DrawnDigits.DrawNumber("1450", 64, seed: 3), PictureInkOptions.Field);
    private static readonly PixelBox Around = PixelBox.AroundInk(Page.Ink);
    private static readonly TextLine Line = new(Around.Y, Around.Bottom, Around.X - 10, Around.Right + 10, 0);

    [Fact]
    public void Recognize_InkAndLine_IsTheNumber()
    {
        var recognizer = new LineRecognizer(Pretrained.Field, Pretrained.Lines, ReadingOptions.Default, grammar: null);

        ReadNumber number = recognizer.Decide(recognizer.Read(Page.Ink, Line), Line, Page)!;

        Assert.Equal("1450", number.Text);
        Assert.Equal(Decision.Accept, number.Decision);
        Assert.InRange(number.Box.X, Around.X - 3, Around.X + 3);
        Assert.InRange(number.Box.Right, Around.Right - 3, Around.Right + 3);
        Assert.Null(recognizer.Threshold);
        Assert.Null(recognizer.Grammar);
    }

    [Fact]
    public void Read_CutOfThePage_IsReadLikeThePage()
    {
        var recognizer = new LineRecognizer(Pretrained.Field, Pretrained.Lines, ReadingOptions.Default, grammar: null);
        GrayImage cut = Around.CutFrom(Page.Ink);

        LineReading whole = recognizer.Read(Page.Ink, Line);
        LineReading alone = recognizer.Read(cut, Line, Around.X, Around.Y);

        Assert.Equal(whole.Line.Pixels.ToArray(), alone.Line.Pixels.ToArray());
        Assert.Equal(whole.Answers[0].Probability, alone.Answers[0].Probability);
    }

    [Fact]
    public void Read_LineLongerThanTheNetworkTakes_IsCutOff()
    {
        var recognizer = new LineRecognizer(Pretrained.Field, Pretrained.Lines, ReadingOptions.Default, Grammar.Digits(1, null));
        LineReading reading = recognizer.Read(Page.Ink, Line with { Right = 1e6 });

        Assert.InRange(reading.Line.Width, 1000, Pretrained.Lines.Widest - 8); // a leaning view is 8 columns wider
        Assert.Equal("1450", reading.Answers[0].Digits);
        Assert.NotNull(recognizer.Grammar);
    }

    [Fact]
    public void Threshold_Rate_IsThatOfHeldOutLines()
    {
        var recognizer = new LineRecognizer(Pretrained.Field, Pretrained.Lines, new ReadingOptions { MaxError = 0.03 }, grammar: null);

        Assert.Equal(0.03, recognizer.Threshold!.MaxError);
        Assert.Equal(6000, recognizer.Threshold.Pictures);
    }
}
