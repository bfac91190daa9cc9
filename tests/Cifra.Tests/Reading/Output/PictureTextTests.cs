using Cifra.Imaging;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Tests.Reading.Output;

public sealed class PictureTextTests
{
    [Fact]
    public void Of_TwoLines_PartsLinesAndNumbers()
    {
        StringAnswer answer = PictureText.Of(ReadPictures.Of(
            ReadPictures.Number("12", 0.5, x: 10, y: 10), ReadPictures.Number("34", 0.5, x: 100, y: 14), ReadPictures.Number("5", 0.8, x: 12, y: 80)));

        Assert.Equal(new StringAnswer("12 34|5", 0.2, Accepted: true), answer with { Confidence = Math.Round(answer.Confidence, 9) });
    }

    // Each next number stands a quarter of a digit lower: beside its neighbour, though not beside the first.
    [Fact]
    public void Of_SlopingLine_StaysOne() => Assert.Equal(
        "1 2 3 4 5", PictureText.Of(ReadPictures.Of([.. Enumerable.Range(0, 5).Select(i => ReadPictures.Number($"{i + 1}", 1, x: 50 * i, y: 10 + (5 * i)))])).Text);

    [Fact]
    public void Of_Column_IsALineEach() => Assert.Equal(
        "1|2|3", PictureText.Of(ReadPictures.Of([.. Enumerable.Range(0, 3).Select(i => ReadPictures.Number($"{i + 1}", 1, x: 10 + i, y: 40 * i))])).Text);

    [Fact]
    public void Of_InkThatIsNoDigit_IsLeftOut()
    {
        StringAnswer answer = PictureText.Of(ReadPictures.Of(
            ReadPictures.Number("1", 0.1, x: 0, y: 0) with { Decision = Decision.NotADigit }, ReadPictures.Number("42", 0.9, x: 60, y: 0)));

        Assert.Equal(new StringAnswer("42", 0.9, Accepted: true), answer);
        Assert.Equal(
            new StringAnswer("", 0, Accepted: false),
            PictureText.Of(ReadPictures.Of(ReadPictures.Number("1", 0.9, x: 0, y: 0) with { Decision = Decision.NotADigit })));
    }

    [Fact]
    public void Of_OneUnsureNumber_IsNotAccepted() => Assert.False(PictureText.Of(ReadPictures.Of(
        ReadPictures.Number("1", 0.9, x: 0, y: 0), ReadPictures.Number("2", 0.4, x: 60, y: 0) with { Decision = Decision.Unsure })).Accepted);

    [Fact]
    public void Of_NumbersWithoutDigits_GoesByTheirBoxes()
    {
        ReadNumber left = new("1.5", 1, Decision.Accept, new PixelBox(0, 0, 30, 20), []);

        Assert.Equal("1.5 1.5|1.5", PictureText.Of(ReadPictures.Of(
            left, left with { Box = new PixelBox(50, 2, 30, 20) }, left with { Box = new PixelBox(90, 40, 30, 20) })).Text);
    }
}
