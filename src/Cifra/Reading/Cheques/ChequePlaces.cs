using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Reading.Cheques;

/// <summary>Proposes which groups of shapes may be a field of a cheque, by their position.</summary>
/// <param name="Name">Which field.</param>
/// <param name="Across">The field's usual position, from 0 at the cheque's left edge to 1 at its right one.</param>
/// <param name="AcrossSpread">Standard deviation of that position.</param>
/// <param name="Down">The field's usual position, from 0 at the cheque's upper edge to 1 at its lower one.</param>
/// <param name="DownSpread">Standard deviation of that position.</param>
/// <param name="MinShapes">Least number of shapes of such a field.</param>
/// <remarks>The positions were set by hand with the other numbers of <see cref="ChequeOptions"/>.</remarks>
internal sealed record ChequePlaces(string Name, double Across, double AcrossSpread, double Down, double DownSpread, int MinShapes)
{
    /// <summary>The amount in figures: right of the middle, half-way down.</summary>
    public static ChequePlaces Amount { get; } = new(ChequeFindings.Amount, 0.85, 0.11, 0.42, 0.13, 2);

    /// <summary>The date: in the upper right quarter.</summary>
    public static ChequePlaces Date { get; } = new(ChequeFindings.Date, 0.78, 0.13, 0.2, 0.12, 4);

    /// <summary>The fields of a page that may be this one, the most usual position first.</summary>
    public IReadOnlyList<ChequeField> Of(ChequePage page) =>
        [.. Ranked(page.Groups, page.Bounds, ChequeOptions.Default).Select(candidate => page.Field(Name, candidate.Group, candidate.Place))];

    /// <summary>The groups that may be this field, without their captions, the most usual position first.</summary>
    /// <param name="groups">Groups of shapes, each from left to right.</param>
    /// <param name="cheque">The cheque's bounds.</param>
    /// <param name="options">Hand-set numbers.</param>
    /// <returns>Each group with the log-density of its position, up to a constant: 0 at the usual position.</returns>
    internal IEnumerable<(IReadOnlyList<PixelBox> Group, double Place)> Ranked(
        IEnumerable<IReadOnlyList<PixelBox>> groups, PixelBox cheque, ChequeOptions options) =>
        groups.Select(group => WithoutCaption(group, options))
            .Where(group => group.Count >= MinShapes)
            .Select(group => (Group: group, Place: LogDensity(group, cheque)))
            .Where(candidate => candidate.Place > -options.MaxDeviations * options.MaxDeviations / 2)
            .OrderByDescending(candidate => candidate.Place)
            .Take(options.MaxPlaces);

    /// <summary>The date in eight boxes; null if the cheque has no such boxes, or little is written in them.</summary>
    public static ChequeField? BoxedDate(ChequePage page)
    {
        ChequeOptions options = ChequeOptions.Default;
        if (DateBoxes.Find(page.Ink.Rules, page.Bounds, options) is not { } boxes || WrittenIn(boxes, page.Ink.Ink, options) is not { } written)
        {
            return null;
        }

        return page.Field(ChequeFindings.Date, written.Shapes, 0) with { Ink = written.Ink };
    }

    /// <summary>What is written in boxes; null if too many are empty, or one does not lie in the picture.</summary>
    /// <param name="boxes">The boxes, rules and all.</param>
    /// <param name="ink">The page's ink.</param>
    /// <param name="options">Hand-set numbers.</param>
    /// <returns>The ink inside the boxes alone, and for each box that is not empty the box around its content.</returns>
    internal static (GrayImage Ink, List<PixelBox> Shapes)? WrittenIn(IReadOnlyList<PixelBox> boxes, GrayImage ink, ChequeOptions options)
    {
        var inside = new GrayImage(ink.Width, ink.Height);
        List<PixelBox> written = [];
        foreach (PixelBox box in boxes)
        {
            int rim = Math.Max(options.MinBoxRim, (int)(options.BoxRim * Math.Min(box.Width, box.Height)));
            var inner = new PixelBox(Math.Max(0, box.X + rim), Math.Max(0, box.Y + rim), box.Width - (2 * rim), box.Height - (2 * rim));
            if (inner.IsEmpty || inner.Right > ink.Width || inner.Bottom > ink.Height)
            {
                return null;
            }

            GrayImage part = inner.CutFrom(ink);
            for (int y = 0; y < inner.Height; y++)
            {
                part.Row(y).CopyTo(inside.Row(inner.Y + y)[inner.X..]);
            }

            PixelBox around = ConnectedComponents.Find(part, DigitIsolator.Least).All
                .Where(shape => shape.Box.Height >= options.MinHeightInBox * inner.Height)
                .Aggregate(default(PixelBox), (all, shape) => all.Union(shape.Box));
            if (!around.IsEmpty)
            {
                written.Add(new PixelBox(inner.X + around.X, inner.Y + around.Y, around.Width, around.Height));
            }
        }

        return written.Count >= boxes.Count - options.MaxEmptyBoxes ? (inside, written) : null;
    }

    // The logarithm of a normal density, both directions independent, without its constant.
    private double LogDensity(IReadOnlyList<PixelBox> group, PixelBox cheque)
    {
        PixelBox box = group.Aggregate(default(PixelBox), (all, shape) => all.Union(shape));
        double across = (box.X + (box.Width / 2.0) - cheque.X) / cheque.Width;
        double down = (box.Y + (box.Height / 2.0) - cheque.Y) / cheque.Height;
        double x = (across - Across) / AcrossSpread;
        double y = (down - Down) / DownSpread;
        return -((x * x) + (y * y)) / 2;
    }

    // Drops the low shapes at the beginning of a group: a printed caption such as "DATE".
    private static IReadOnlyList<PixelBox> WithoutCaption(IReadOnlyList<PixelBox> group, ChequeOptions options)
    {
        double usual = group.Select(box => box.Height).Order().ElementAt((int)(options.CaptionQuantile * (group.Count - 1)));
        int low = group.TakeWhile(box => box.Height < options.CaptionHeight * usual).Count();
        return low >= options.MinCaptionShapes ? [.. group.Skip(low)] : group;
    }
}
