using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Finds where a form's page lies in a picture by its solid corner marks.</summary>
internal static class MarkMatching
{
    private static readonly MarkMatchingOptions Options = MarkMatchingOptions.Default;

    /// <summary>
    /// The places where the page may lie, as maps from the page to the picture: one for every way in which four solid shapes can be the four outermost
    /// marks.
    /// </summary>
    /// <param name="template">The form; without four marks there is no such place.</param>
    /// <param name="even">The picture after its light was made even, ink dark.</param>
    public static IEnumerable<Homography> Find(FormTemplate template, GrayImage even)
    {
        if (template.Marks.Count < 4)
        {
            yield break;
        }

        FormMark[] marks = Corners(template);
        (PicturePoint Centre, double Size)[] shapes = [.. Shapes(even)];
        Quadrilateral from = Quad(marks.Select(mark => new PicturePoint(mark.X, mark.Y)));
        foreach (int[] choice in Choices(shapes))
        {
            Quadrilateral to = Quad(choice.Select(i => shapes[i].Centre));
            if (!to.IsConvex(Options.LeastCornerDegrees))
            {
                continue;
            }

            double size = choice.Average(i => shapes[i].Size) / marks.Average(mark => mark.Size);
            double page = Math.Sqrt(to.Area / from.Area);
            double aspect = to.Width / to.Height / (from.Width / from.Height);
            if (IsNearOne(size / page) && IsNearOne(aspect))
            {
                yield return Homography.Between(from, to);
            }
        }
    }

    private static bool IsNearOne(double ratio) => ratio < Options.PageTolerance && ratio > 1 / Options.PageTolerance;

    // The four outermost marks, clockwise from the top left.
    private static FormMark[] Corners(FormTemplate template) =>
    [
        template.Marks.MinBy(mark => mark.X + mark.Y), template.Marks.MaxBy(mark => mark.X - mark.Y),
        template.Marks.MaxBy(mark => mark.X + mark.Y), template.Marks.MinBy(mark => mark.X - mark.Y),
    ];

    private static Quadrilateral Quad(IEnumerable<PicturePoint> points)
    {
        PicturePoint[] p = [.. points];
        return new Quadrilateral(p[0], p[1], p[2], p[3]);
    }

    /// <summary>The solid shapes that may be marks, the largest first: their centres, and the sides of squares of their areas.</summary>
    /// <param name="even">The picture after its light was made even, ink dark.</param>
    public static IEnumerable<(PicturePoint Centre, double Size)> Shapes(GrayImage even)
    {
        var ink = new GrayImage(even.Width, even.Height);
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            ink.Pixels[i] = even.Pixels[i] < Options.InkLevel ? byte.MaxValue : (byte)0;
        }

        double largest = Options.LongestSide * Math.Max(even.Width, even.Height);
        return ConnectedComponents.Find(ink).All
            .Where(part => Math.Min(part.Box.Width, part.Box.Height) >= Options.ShortestSide && Math.Max(part.Box.Width, part.Box.Height) <= largest
                && Math.Max(part.Box.Width, part.Box.Height) <= Options.MostAspect * Math.Min(part.Box.Width, part.Box.Height)
                && part.Area >= Options.LeastFilled * part.Box.Width * part.Box.Height)
            .OrderByDescending(part => part.Area)
            .Take(Options.MostShapes)
            .Select(part => (new PicturePoint(part.CentreX + 0.5, part.CentreY + 0.5), Math.Sqrt(part.Area)));
    }

    private static IEnumerable<int[]> Choices((PicturePoint Centre, double Size)[] shapes)
    {
        int n = shapes.Length;
        for (int a = 0; a < n; a++)
        {
            for (int b = 0; b < n; b++)
            {
                for (int c = 0; c < n; c++)
                {
                    for (int d = 0; d < n; d++)
                    {
                        double least = Math.Min(Math.Min(shapes[a].Size, shapes[b].Size), Math.Min(shapes[c].Size, shapes[d].Size));
                        double most = Math.Max(Math.Max(shapes[a].Size, shapes[b].Size), Math.Max(shapes[c].Size, shapes[d].Size));
                        if (a != b && a != c && a != d && b != c && b != d && c != d && most <= Options.MarkSizeTolerance * least)
                        {
                            yield return [a, b, c, d];
                        }
                    }
                }
            }
        }
    }
}
