using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Data.NonDigits;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Data.NonDigits;

public sealed class NonDigitFormsTests
{
    // Letters that are a digit in somebody's hand.
    private const string LikeDigits = "BbDfGgIiJjLlOopQqSsYyZz";

    [Fact]
    public void Letters_OfAllFamilies_AreNotLikeDigits() =>
        Assert.Empty((HandLetters.Trained + HandLetters.Withheld).Intersect(LikeDigits));

    [Fact]
    public void Letters_TrainedAndWithheld_ShareNone()
    {
        Assert.Empty(HandLetters.Trained.Intersect(HandLetters.Withheld));
        Assert.Equal(HandLetters.Trained.Order(), HandLetters.TrainedForms.Select(form => form.Name[0]).Distinct().Order());
        Assert.Equal(HandLetters.Withheld.Order(), HandLetters.WithheldForms.Select(form => form.Name[0]).Distinct().Order());
    }

    [Fact]
    public void Forms_OfTrainedAndUnseenFamilies_ShareNone()
    {
        IEnumerable<Allograph> trained = [.. HandLetters.TrainedForms, .. HandSigns.Forms, .. RuledLines.Forms];
        IEnumerable<Allograph> unseen = [.. HandLetters.WithheldForms, .. ForeignLetters.Forms, .. Doodles.Forms];

        Assert.Empty(trained.Select(Skeleton).Intersect(unseen.Select(Skeleton)));

        static string Skeleton(Allograph form) => string.Join('|', form.Strokes.Select(stroke => string.Join(' ', stroke)));
    }

    [Fact]
    public void Cuts_TakeNoDigitWhosePartsAreDigits() =>
        Assert.Empty(DigitPieces.Cuts.SelectMany(cut => cut.Digits).Intersect("14679"));

    [Fact]
    public void Cuts_OfDrawnDigits_HaveTheShapeTheyMust()
    {
        var random = new SeededRandom(9);
        foreach (DigitPieces.Cut cut in DigitPieces.Cuts)
        {
            int found = 0;
            for (int i = 0; i < 400; i++)
            {
                GrayImage digit = DrawnDigits.Draw(cut.Digits[i % cut.Digits.Length] - '0', 40, random);
                if (cut.From(PixelBox.AroundInk(digit).CutFrom(digit), random) is { } piece)
                {
                    PixelBox box = PixelBox.AroundInk(piece);
                    Assert.True(box.Width >= cut.LeastAspect * box.Height, $"{cut.Name}: {box}");
                    Assert.True(piece.Width * piece.Height < 0.8 * digit.Width * digit.Height);
                    found++;
                }
            }

            Assert.True(found > 20, $"{cut.Name}: {found} of 400");
        }
    }

    [Theory]
    [InlineData(4, "38,0 38,100 | 0,50 76,50")] // a cross
    [InlineData(5, "38,50 38,0 | 38,50 76,50 | 38,50 76,100 | 38,50 0,100 | 38,50 0,20")] // five rays
    [InlineData(2, "0,0! 76,0! 76,100")] // a corner
    [InlineData(0, "0,0! 76,0! 76,76! 0,76! 0,0")] // a closed box
    [InlineData(3, "0,0 76,0 | 38,0 38,100")] // a T: the stem's foot and both ends of the bar
    public void LooseEnds_KnownFigures_AreCounted(int expected, string strokes)
    {
        Allograph form = Allograph.Parse("known", 1, strokes);
        var figure = new Figure([.. form.Strokes.Select(stroke => Array.ConvertAll(Curve.Smooth(stroke, 0), at => new PenPoint(at, 0.05f)))]);

        Assert.Equal(expected, RandomGlyphs.LooseEnds(figure, clear: 0.15f));
    }

    [Fact]
    public void Write_AnyGlyph_HasMoreLooseEndsThanADigit()
    {
        int rays = 0;
        for (int key = 0; key < 300; key++)
        {
            var random = new SeededRandom(key);
            Handwriting hand = Handwriting.Pick(random) with { PenRadius = 0.06f };
            Figure glyph = RandomGlyphs.Write(hand, random);

            rays += glyph.Strokes.Count(stroke => stroke.Length == 11) == 5 ? 1 : 0;
            Assert.True(RandomGlyphs.LooseEnds(glyph, RandomGlyphs.Clearance(hand)) >= RandomGlyphs.LeastEnds);
        }

        Assert.True(rays < 60, $"{rays} of 300 are what is drawn when nothing else was found");
    }

    [Fact]
    public void Fill_SquareAndBar_InksTheirArea()
    {
        var canvas = new GrayImage(20, 20);

        Polygons.Fill(canvas, [new Vector2(2, 3), new Vector2(12, 3), new Vector2(12, 9), new Vector2(2, 9)]);
        Polygons.Bar(canvas, new Vector2(16, 10), new Vector2(16, 18), width: 2);

        Assert.Equal((10 * 6) + (2 * 8), canvas.Pixels.Count((byte)255));
        Assert.Equal((255, 255, 0), (canvas[2, 3], canvas[15, 10], canvas[12, 9]));
    }
}
