using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;

namespace Cifra.Reading.Forms;

/// <summary>Finds where a form's page lies by its solid corner marks.</summary>
internal static class MarkMatching
{
    /// <summary>A mark's box has sides that differ by at most this factor, and ink over at least this share.</summary>
    private const double MostAspect = 1.8;
    private const double LeastFilled = 0.68;

    /// <summary>Marks have sides between these many pixels, or this part of the picture's longer side.</summary>
    private const int Smallest = 6;
    private const double Largest = 0.08;

    /// <summary>Solid shapes that are tried, those that look most like marks.</summary>
    private const int MostShapes = 14;

    /// <summary>The sizes of marks in one picture differ by at most this factor.</summary>
    private const double MostSize = 1.9;

    /// <summary>Mark and page fit one another in size within this factor.</summary>
    private const double SizeTolerance = 1.7;

    /// <summary>A shape as dark as this is a mark, by the level of the evened picture.</summary>
    private const int Dark = EvenLight.Paper * 6 / 10;

    /// <summary>Where the page may lie; every way in which four solid shapes can be four of the marks.</summary>
    public static IEnumerable<Homography> Find(FormTemplate template, GrayImage even)
    {
        if (template.Marks.Count < 4)
        {
            yield break;
        }

        FormMark[] marks = Corners(template);
        (PicturePoint Middle, double Size)[] shapes = [.. Shapes(even)];
        Quadrilateral from = Quad(marks.Select(mark => new PicturePoint(mark.X, mark.Y)));
        foreach (int[] choice in Choices(shapes))
        {
            Quadrilateral to = Quad(choice.Select(i => shapes[i].Middle));
            if (!to.IsConvex(leastDegrees: 40))
            {
                continue;
            }

            double size = choice.Average(i => shapes[i].Size) / marks.Average(mark => mark.Size);
            double page = Math.Sqrt(to.Area / from.Area);
            double aspect = to.Width / to.Height / (from.Width / from.Height);
            if (size / page is < SizeTolerance and > 1 / SizeTolerance && aspect is < SizeTolerance and > 1 / SizeTolerance)
            {
                yield return Homography.Between(from, to);
            }
        }
    }

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

    /// <summary>Solid shapes that may be marks: their middles, and the side of a square of their area.</summary>
    public static IEnumerable<(PicturePoint Middle, double Size)> Shapes(GrayImage even)
    {
        var ink = new GrayImage(even.Width, even.Height);
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            ink.Pixels[i] = even.Pixels[i] < Dark ? byte.MaxValue : (byte)0;
        }

        double largest = Largest * Math.Max(even.Width, even.Height);
        return ConnectedComponents.Find(ink).All
            .Where(part => Math.Min(part.Box.Width, part.Box.Height) >= Smallest && Math.Max(part.Box.Width, part.Box.Height) <= largest
                && Math.Max(part.Box.Width, part.Box.Height) <= MostAspect * Math.Min(part.Box.Width, part.Box.Height)
                && part.Area >= LeastFilled * part.Box.Width * part.Box.Height)
            .OrderByDescending(part => part.Area)
            .Take(MostShapes)
            .Select(part => (new PicturePoint(part.CentreX + 0.5, part.CentreY + 0.5), Math.Sqrt(part.Area)));
    }

    private static IEnumerable<int[]> Choices((PicturePoint Middle, double Size)[] shapes)
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
                        if (a != b && a != c && a != d && b != c && b != d && c != d && most <= MostSize * least)
                        {
                            yield return [a, b, c, d];
                        }
                    }
                }
            }
        }
    }
}
