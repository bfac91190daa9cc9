using Cifra.Imaging.Digits;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Rules;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>Sets sloping lines level and leaning writing upright, both in one redrawing.</summary>
internal static class Straightening
{
    /// <summary>Smaller slopes, in rows a column, and leans, in columns a row, do no harm: 1° and 9°.</summary>
    private const double LeastSlope = 0.017;
    private const double LeastLean = 0.15;

    /// <summary>Shapes of this many heights of the writing are letters and digits.</summary>
    private const double Lowest = 0.5;
    private const double Highest = 2;

    /// <summary>The ink straightened.</summary>
    /// <param name="stage">A picture of ink.</param>
    /// <param name="rules">The rules that it had.</param>
    public static Step Apply(Stage stage, IReadOnlyList<Rule> rules)
    {
        ConnectedComponents components = ConnectedComponents.Find(stage.Picture, DigitIsolator.Least);
        double height = WritingHeight.Of(stage.Picture);
        List<Component> shapes = [.. components.All.Where(part => part.Box.Height >= Lowest * height && part.Box.Height <= Highest * height)];
        double slope = Skew.OfRules(rules, stage.Picture.Width) ?? Skew.OfShapes(shapes, height);
        double lean = Slant.Of(stage.Picture);
        bool slopes = Math.Abs(slope) >= LeastSlope;
        bool leans = Math.Abs(lean) >= LeastLean;
        string reason = FormattableString.Invariant($"lines slope by {Degrees(slope):F1}°, writing leans by {-Degrees(lean):F0}°");
        return slopes || leans
            ? Step.Taken(Redraw(stage, slopes ? slope : 0, leans ? lean : 0), $"{reason}: {(slopes ? "set level" : "left as they slope")}, {(leans ? "set upright" : "left as it leans")}")
            : Step.Skipped(stage, $"{reason}: nothing to straighten");
    }

    /// <summary>A picture of ink whose lines slope and whose writing leans, redrawn level and upright; it grows so that nothing is cut off.</summary>
    public static Stage Redraw(Stage stage, double slope, double lean)
    {
        double angle = Math.Atan(slope);
        Homography turn = Homography.Affine(Math.Cos(angle), -Math.Sin(angle), 0, Math.Sin(angle), Math.Cos(angle), 0);
        Homography shear = Homography.Affine(1, lean + slope, 0, 0, 1, 0);
        Homography toOld = shear.Then(turn);
        Quadrilateral corners = toOld.Inverse().Apply(Quadrilateral.OfSize(stage.Picture.Width, stage.Picture.Height));
        double left = corners.Corners.Min(p => p.X);
        double top = corners.Corners.Min(p => p.Y);
        int width = (int)Math.Ceiling(corners.Corners.Max(p => p.X) - left);
        int height = (int)Math.Ceiling(corners.Corners.Max(p => p.Y) - top);
        Homography toThis = Homography.Affine(1, 0, left, 0, 1, top).Then(toOld);
        return stage.Moved(Warp.Apply(stage.Picture, toThis, width, height, beyond: 0), toThis);
    }

    private static double Degrees(double tangent) => Math.Atan(tangent) * 180 / Math.PI;
}
