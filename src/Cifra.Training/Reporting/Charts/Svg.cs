using System.Globalization;

namespace Cifra.Reporting.Charts;

/// <summary>What all drawings share: how they begin, and how coordinates are written.</summary>
internal static class Svg
{
    /// <summary>Begins a drawing that scales with the page and that a screen reader takes as one picture.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="kind">A class name for the style sheet.</param>
    /// <param name="width">Width in the drawing's own units.</param>
    /// <param name="height">Height in the same.</param>
    /// <param name="title">What it shows, said in words.</param>
    /// <param name="role">"img", or "group" where it holds links.</param>
    public static Markup Begin(Markup page, string kind, double width, double height, string title, string role = "img") => page
        .Open("svg", ("class", $"chart {kind}"), ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("role", role), ("aria-label", title));

    /// <summary>At most two decimals: a hundredth of a unit is not seen.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static Markup Rect(Markup page, string kind, double x, double y, double width, double height) => page
        .Void("rect", ("class", kind), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)));

    public static Markup Line(Markup page, string kind, double x1, double y1, double x2, double y2) => page
        .Void("line", ("class", kind), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));

    public static Markup Text(Markup page, string kind, double x, double y, string text) => page
        .Leaf("text", text, ("class", kind), ("x", Number(x)), ("y", Number(y)));
}
