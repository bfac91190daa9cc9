using System.Numerics;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Scenes;

public sealed class TypefaceTests
{
    public static TheoryData<string> Kinds => [.. Typeface.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Print_EachKind_IsReadAsItsDigit(string kind)
    {
        var random = new SeededRandom(8);
        int[] wrong = new int[10];
        const int Count = 200;
        for (int i = 0; i < Count; i++)
        {
            GrayImage printed = Typeface.Pick(kind, random).Print(Glyphs.Choose(i % 10, random), height: 44);
            byte[] picture = DigitNormalizer.Normalize(printed).Pixels.ToArray();
            wrong[i % 10] += Pretrained.Mnist.Classify(picture)[0].Value == i % 10 ? 0 : 1;
        }

        Assert.True(wrong.Sum() <= 0.1 * Count, $"{kind}: misread {string.Join(' ', wrong)} of {Count / 10} each");
    }

    [Fact]
    public void Print_AnyGlyph_TouchesNoEdgeOfItsPicture()
    {
        var random = new SeededRandom(9);
        for (int i = 0; i < 400; i++)
        {
            GrayImage printed = Typeface.Pick(random).Print(Glyphs.Choose(i % 10, random), height: 44);
            var box = PixelBox.AroundInk(printed);

            Assert.True(box.X > 0 && box.Y > 0 && box.Right < printed.Width && box.Bottom < printed.Height, $"digit {i % 10}: {box}");
        }
    }

    [Fact]
    public void Parse_LineArcSerifAndBall_ArePointsInHeights()
    {
        var glyph = Glyph.Parse("10,0 50,0 A30,50,20,50,0,90 | s 0,0 0,20 | b 5,6");

        Vector2[] stroke = Assert.Single(glyph.Strokes);
        Assert.Equal(new Vector2(0.1f, 0), stroke[0]);
        Assert.Equal(new Vector2(0.5f, 0), stroke[1]);
        Assert.True(Vector2.Distance(new Vector2(0.5f, 0.5f), stroke[2]) < 1e-5f); // 0° is to the right of the middle
        Assert.True(Vector2.Distance(new Vector2(0.3f, 1), stroke[^1]) < 1e-5f);   // 90° below it
        Assert.Equal([new Vector2(0, 0), new Vector2(0, 0.2f)], Assert.Single(glyph.Serifs));
        Assert.Equal(new Vector2(0.05f, 0.06f), Assert.Single(glyph.Balls));
    }

    [Fact]
    public void Parse_ArcFromWhereALineEnded_DoesNotRepeatThePoint()
    {
        Vector2[] stroke = Assert.Single(Glyph.Parse("0,0 50,50 A30,50,20,50,0,90").Strokes);

        Assert.All(stroke.Zip(stroke.Skip(1)), pair => Assert.True(Vector2.Distance(pair.First, pair.Second) > 1e-3f));
    }
}
