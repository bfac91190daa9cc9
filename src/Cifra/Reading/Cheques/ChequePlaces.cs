using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Reading.Cheques;

/// <summary>Proposes where on a cheque a field may be: groups of shapes, by where they stand.</summary>
/// <param name="Across">The field's usual place, from 0 at the cheque's left edge to 1 at its right.</param>
/// <param name="AcrossSpread">How far it varies.</param>
/// <param name="Down">The same from the upper edge to the lower one.</param>
/// <param name="DownSpread">How far it varies.</param>
/// <param name="LeastShapes">Fewer shapes are no such field.</param>
internal sealed record ChequePlaces(double Across, double AcrossSpread, double Down, double DownSpread, int LeastShapes)
{
    /// <summary>Places that are looked into at most, the most usual first; this bounds the time a page of print takes.</summary>
    private const int Most = 6;

    /// <summary>A group further than this many spreads from the usual place is not looked into.</summary>
    private const double Furthest = 3;

    /// <summary>Shapes at a group's beginning lower than this part of its usual height are a printed caption, where there are several.</summary>
    private const double Caption = 0.62;
    private const int LeastCaption = 2;

    /// <summary>Part of a cell along its sides where its lines may be.</summary>
    private const double CellRim = 0.1;

    /// <summary>The amount in figures: right of the middle, half-way down.</summary>
    public static ChequePlaces Amount { get; } = new(0.85, 0.11, 0.42, 0.13, 2);

    /// <summary>The date: in the upper right quarter.</summary>
    public static ChequePlaces Date { get; } = new(0.78, 0.13, 0.2, 0.12, 4);

    /// <summary>The places, the most usual first.</summary>
    public IReadOnlyList<ChequeField> Of(ChequePage page) =>
    [
        .. page.Groups.Select(WithoutCaption)
            .Where(group => group.Count >= LeastShapes)
            .Select(group => (Group: group, Place: Suits(page, group)))
            .Where(candidate => candidate.Place > -Furthest * Furthest / 2)
            .OrderByDescending(candidate => candidate.Place)
            .Take(Most)
            .Select(candidate => page.Field(candidate.Group, candidate.Place)),
    ];

    /// <summary>A date in eight boxes; null where the cheque has none, or nothing is in them.</summary>
    public static ChequeField? BoxedDate(ChequePage page)
    {
        if (DateBoxes.Find(page) is not { } cells)
        {
            return null;
        }

        GrayImage ink = page.Ink.Ink;
        var inside = new GrayImage(ink.Width, ink.Height);
        List<PixelBox> written = [];
        foreach (PixelBox cell in cells)
        {
            int rim = Math.Max(2, (int)(CellRim * Math.Min(cell.Width, cell.Height)));
            var box = new PixelBox(Math.Max(0, cell.X + rim), Math.Max(0, cell.Y + rim), cell.Width - (2 * rim), cell.Height - (2 * rim));
            if (box.IsEmpty || box.Right > ink.Width || box.Bottom > ink.Height)
            {
                return null;
            }

            GrayImage part = box.CutFrom(ink);
            for (int y = 0; y < box.Height; y++)
            {
                part.Row(y).CopyTo(inside.Row(box.Y + y)[box.X..]);
            }

            ConnectedComponents shapes = ConnectedComponents.Find(part, DigitIsolator.Least);
            PixelBox around = shapes.All.Where(shape => shape.Box.Height >= 0.25 * box.Height).Aggregate(default(PixelBox), (all, shape) => all.Union(shape.Box));
            if (!around.IsEmpty)
            {
                written.Add(new PixelBox(box.X + around.X, box.Y + around.Y, around.Width, around.Height));
            }
        }

        if (written.Count < cells.Count - 2)
        {
            return null;
        }

        ChequeField field = page.Field(written, 0);
        return field with { Ink = inside };
    }

    private double Suits(ChequePage page, IReadOnlyList<PixelBox> group)
    {
        (double across, double down) = page.OnCheque(group.Aggregate(default(PixelBox), (all, box) => all.Union(box)));
        double x = (across - Across) / AcrossSpread;
        double y = (down - Down) / DownSpread;
        return -((x * x) + (y * y)) / 2;
    }

    private static IReadOnlyList<PixelBox> WithoutCaption(IReadOnlyList<PixelBox> group)
    {
        double usual = group.Select(box => box.Height).Order().ElementAt((int)(0.75 * (group.Count - 1)));
        int low = group.TakeWhile(box => box.Height < Caption * usual).Count();
        return low >= LeastCaption ? [.. group.Skip(low)] : group;
    }
}
