using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class PaperPatternTests
{
    [Fact]
    public void Apply_StrokesOverThinCurves_KeepsTheStrokesAlone()
    {
        GrayImage strokes = Strokes(level: 80);
        GrayImage field = Strokes(level: 80);
        for (int x = -40; x < 200; x += 9)
        {
            for (int y = 0; y < 60; y++)
            {
                int column = x + (int)Math.Round(12 * Math.Sin(y / 10.0)) + (y / 2);
                if (column >= 0 && column < 160)
                {
                    field[column, y] = Math.Min(field[column, y], (byte)135); // thin, a quarter of the light and more
                }
            }
        }

        Step step = PaperPattern.Apply(Stage.Of(field));

        Assert.True(step.Applied);
        Assert.InRange(Kept(strokes, step.Stage.Picture, ink: true), 0.95, 1);
        Assert.InRange(Kept(strokes, step.Stage.Picture, ink: false), 0, 0.02);
    }

    [Fact]
    public void Apply_ScreenOfDots_IsBleached()
    {
        GrayImage strokes = Strokes(level: 70);
        GrayImage field = Strokes(level: 70);
        for (int y = 0; y < 60; y += 4)
        {
            for (int x = y % 8 / 2; x < 160; x += 4)
            {
                field[x, y] = Math.Min(field[x, y], (byte)110);
            }
        }

        Step step = PaperPattern.Apply(Stage.Of(field));

        Assert.True(step.Applied);
        Assert.InRange(Kept(strokes, step.Stage.Picture, ink: true), 0.95, 1);
        Assert.InRange(Kept(strokes, step.Stage.Picture, ink: false), 0, 0.02);
    }

    [Fact]
    public void Apply_PlainPaper_IsSkipped()
    {
        GrayImage field = Strokes(level: 80);
        Drawing.Light(field, 0, 2, seed: 1);

        Step step = PaperPattern.Apply(Stage.Of(field));

        Assert.False(step.Applied);
        Assert.Same(field, step.Stage.Picture);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Apply_NoWriting_IsSkipped(double grain)
    {
        GrayImage field = Pictures.Flat(160, 60, EvenLight.Paper);
        Drawing.Light(field, 0, grain, seed: 2);

        Assert.False(PaperPattern.Apply(Stage.Of(field)).Applied);
    }

    private static GrayImage Strokes(byte level)
    {
        GrayImage field = Pictures.Flat(160, 60, EvenLight.Paper);
        Drawing.Ring(field, 30, 30, 16, 5, level);
        Drawing.Stroke(field, 60, 12, 60, 50, 5, level);
        Drawing.Stroke(field, 80, 12, 100, 12, 5, level);
        Drawing.Stroke(field, 100, 12, 86, 50, 5, level);
        Drawing.Ring(field, 128, 30, 14, 5, level);
        return field;
    }

    // Of the pixels that are a stroke's heart, or of those at least two pixels from any stroke: how many are ink afterwards.
    private static double Kept(GrayImage strokes, GrayImage bleached, bool ink)
    {
        GrayImage grown = Morphology.Erode(strokes, 2);  // dark strokes grow
        GrayImage shrunk = Morphology.Dilate(strokes, 1);
        int all = 0;
        int kept = 0;
        for (int i = 0; i < strokes.Pixels.Length; i++)
        {
            bool counts = ink ? shrunk.Pixels[i] < EvenLight.Paper : grown.Pixels[i] == EvenLight.Paper;
            all += counts ? 1 : 0;
            kept += counts && EvenLight.Absorption(bleached.Pixels[i]) >= 48 ? 1 : 0;
        }

        return (double)kept / all;
    }
}
