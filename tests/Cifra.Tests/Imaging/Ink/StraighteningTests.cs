using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class StraighteningTests
{
    [Fact]
    public void Redraw_SlopingAndLeaning_IsLevelAndUprightAndKnowsItsWayBack()
    {
        const double Slope = 0.1;
        const double Lean = -0.4;
        var ink = new GrayImage(400, 200);
        double[] feet = [60, 180, 300];
        foreach (double x in feet)
        {
            double y = 120 + (Slope * x);
            Drawing.Stroke(ink, x, y, x - (Lean * 60), y - 60, 4, 255);
        }

        Stage straight = Straightening.Redraw(Stage.Of(ink), Slope, Lean);

        IReadOnlyList<Component> strokes = ConnectedComponents.Find(straight.Picture, 100).All;
        Assert.Equal(3, strokes.Count);
        Assert.All(strokes, stroke => Assert.InRange(stroke.Box.Width, 3, 7)); // upright: as wide as the stroke
        Assert.InRange(strokes.Max(stroke => stroke.Box.Bottom) - strokes.Min(stroke => stroke.Box.Bottom), 0, 2); // on one row
        PixelBox[] back = [.. strokes.OrderBy(stroke => stroke.CentreX).Select(stroke => straight.ToGiven.Apply(stroke.Box).Bounds(400, 200))];
        for (int i = 0; i < 3; i++)
        {
            Assert.InRange(back[i].X, feet[i] - 8, feet[i]);
            Assert.InRange(back[i].Bottom, 120 + (Slope * feet[i]), 120 + (Slope * feet[i]) + 8);
        }
    }

    [Fact]
    public void Apply_UprightWriting_IsSkipped()
    {
        var ink = new GrayImage(300, 80);
        Drawing.Stroke(ink, 60, 15, 60, 65, 4, 255);
        Drawing.Ring(ink, 140, 40, 22, 5, 255);

        Assert.False(Straightening.Apply(Stage.Of(ink), []).Applied);
    }
}
