using Cifra.Data.Plates;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Numerics;
using Cifra.Tests.Training;
using Cifra.Training;

namespace Cifra.Tests.Data.Plates;

public sealed class PlateDrawerTests
{
    private const int Width = 192;

    [Fact]
    public void Draw_SameKey_SamePlateWhateverWasDrawnBefore()
    {
        var drawer = new PlateDrawer(Width);
        byte[] first = new byte[Width * LineNormalizer.Height];
        byte[] again = [.. Enumerable.Repeat((byte)7, first.Length)];
        string text = drawer.Draw(first, 1, 0, 5);
        drawer.Draw(new byte[first.Length], 1, 0, 6);

        Assert.Equal(text, new PlateDrawer(Width).Draw(again, 1, 0, 5));
        Assert.Equal(first, again);
        Assert.NotEqual(text, drawer.Draw(again, 1, 1, 5));
    }

    [Fact]
    public void Draw_Many_HaveInkAndWordsOfPlates()
    {
        var drawer = new PlateDrawer(Width);
        byte[] picture = new byte[Width * LineNormalizer.Height];
        string[] texts = [.. Enumerable.Range(0, 300).Select(i =>
        {
            string text = drawer.Draw(picture, 2, 0, i);
            Assert.True(picture.Max() > 200, $"plate {i}");
            return text;
        })];

        Assert.All(texts, text => Assert.True(text.All(symbol => LineSymbols.Plates.Contains(symbol, StringComparison.Ordinal)) && text.Length is 0 or (>= 2 and <= 9), text));
        Assert.InRange(texts.Count(text => text.Length == 0), 5, 45); // 7 in a hundred
        Assert.Equal(LineSymbols.Plates.Length, texts.SelectMany(text => text).Distinct().Count());
    }

    [Fact]
    public void Glyphs_EverySymbol_IsThereInEverySquarenessWithinItsBox()
    {
        foreach (char symbol in LineSymbols.Plates)
        {
            for (int kind = 0; kind < PlateGlyphs.Kinds; kind++)
            {
                Glyph glyph = PlateGlyphs.Choose(symbol, kind, new SeededRandom(symbol, kind));

                Assert.All(glyph.Strokes.SelectMany(stroke => stroke), at => Assert.True(at.X is > -0.03f and < 0.65f && at.Y is > -0.06f and < 1.06f, $"{symbol}: {at}"));
            }
        }
    }

    [Fact]
    public void Parse_Squareness_BulgesArcsTowardsTheirCorners()
    {
        // At 45 degrees a circle of radius 0.5 is at 0.5·cos 45° = 0.3536 from its middle; with squareness ½ at 0.5·√cos 45° = 0.4204. The ends stay.
        Glyph round = Glyph.Parse("A50,50,50,50,0,90");
        Glyph square = Glyph.Parse("A50,50,50,50,0,90", squareness: 0.5f);

        Assert.Contains(square.Strokes[0], at => Math.Abs(at.X - at.Y) < 0.2 && at.X > 0.85f && at.Y > 0.85f);
        Assert.DoesNotContain(round.Strokes[0], at => at.X > 0.87f && at.Y > 0.87f);
        Assert.Equal(round.Strokes[0][0].X, square.Strokes[0][0].X, 1e-5f);
        Assert.Equal(round.Strokes[0][^1].Y, square.Strokes[0][^1].Y, 1e-5f);
    }

    [Fact]
    public void Train_Plates_NeedsNoPicturesAndGivesTheSameBitsOnAnyThreads()
    {
        Recipe recipe = Recipes.Plates with { Epochs = 1, BatchSize = 16, Lines = Recipes.Plates.Lines! with { Plates = 40 } };
        TrainingResult one = TinyTraining.Run(threads: 1, recipe);

        Assert.Equal(TinyTraining.Hash(one), TinyTraining.Hash(TinyTraining.Run(threads: 2, recipe)));
        Assert.Equal(LineSymbols.Plates, new LineClassifier(one.Network, one.Card).Symbols);
    }

    [Fact]
    public void Shipped_Plates_ReadsDrawnOnesItNeverSaw()
    {
        var drawer = new PlateDrawer(Width);
        var picture = new GrayImage(Width, LineNormalizer.Height);
        int right = Enumerable.Range(0, 200).Count(i => drawer.Draw(picture.Pixels, seed: 77, 0, i) == Pretrained.Plates.Scores(picture).BestPath());

        Assert.True(right >= 120, $"{right} of 200"); // many are too far away, too dark or too blurred for anyone
    }
}
