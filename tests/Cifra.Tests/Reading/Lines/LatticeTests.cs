using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LatticeTests
{
    [Fact]
    public void Of_BlankLine_HasItsTwoEdgesAlone()
    {
        Cuts cuts = Cuts.Of(new GrayImage(60, LineNormalizer.Height));

        Assert.Equal(0, cuts.Middle(0));
        Assert.Equal(60, cuts.Middle(cuts.Count - 1));
    }

    [Fact]
    public void Of_TwoSlantedStrokes_CutsBetweenThemWithoutInk()
    {
        // Two parallel strokes that lean so far that no upright line parts them.
        var line = new GrayImage(60, LineNormalizer.Height);
        for (int y = 4; y < 28; y++)
        {
            for (int width = 0; width < 3; width++)
            {
                line[(28 - y) / 2 + 20 + width, y] = 255;
                line[(28 - y) / 2 + 27 + width, y] = 255;
            }
        }

        Cuts cuts = Cuts.Of(line);

        int between = Enumerable.Range(0, cuts.Count).Single(cut => cuts.Columns(cut)[27] is > 22 and < 28 && cuts.Columns(cut)[5] is > 33 and < 39);
        Assert.Equal(0, cuts.Ink[between]);
    }

    [Fact]
    public void Decode_DigitsApart_ReadsThem()
    {
        Assert.Equal("1450", LatticeDecoder.Decode(Line("1450"), grammar: null, beam: 20)[0].Text);
    }

    [Fact]
    public void Decode_Grammar_KeepsToIt()
    {
        Assert.Equal("14/50", LatticeDecoder.Decode(Line("1450"), Grammar.Pattern("[0-9]{2}/[0-9]{2}"), beam: 20)[0].Text);
        Assert.Empty(LatticeDecoder.Decode(Line("1450"), Grammar.Pattern("[0-9]{12}"), beam: 20));
    }

    [Fact]
    public void Align_TextOfTheLine_GivesASegmentForEachDigit()
    {
        (double Value, Segment[] Digits)? path = LatticeDecoder.Align(Line("1450"), "1450");

        Assert.NotNull(path);
        Assert.Equal(4, path.Value.Digits.Length);
        Assert.Equal(path.Value.Digits.OrderBy(segment => segment.Box.X), path.Value.Digits);
        Assert.True(path.Value.Value > LatticeDecoder.Align(Line("1450"), "1458")!.Value.Value);
        Assert.Null(LatticeDecoder.Align(Line("1450"), "14501450145014501450"));
    }

    private static Lattice Line(string digits)
    {
        GrayImage ink = PictureInk.Of(DrawnDigits.DrawNumber(digits, 48, seed: 3), PictureInkOptions.Field).Ink;
        PixelBox box = PixelBox.AroundInk(ink);
        GrayImage line = LineNormalizer.Normalize(ink, box.Y, box.Bottom, box.X - 6, box.Right + 6);
        return Lattice.Of(line, (pixels, probabilities, notADigit) => Pretrained.Field.Probabilities(pixels, probabilities, notADigit));
    }
}
