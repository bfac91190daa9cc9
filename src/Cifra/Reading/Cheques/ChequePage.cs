using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>A picture of a cheque, taken apart: its ink, its line of magnetic ink, and groups of shapes side by side that may be numbers.</summary>
internal sealed class ChequePage
{
    /// <summary>Written digits are between these parts of the cheque's width high.</summary>
    private const double LowestDigit = 0.0085;
    private const double TallestDigit = 0.085;

    /// <summary>Shapes of fewer rows cannot be read.</summary>
    private const int LeastHeight = 7;

    /// <summary>A cheque is at most so many heights of its magnetic digits high, and so many wide.</summary>
    private const double TallestInDigits = 40;
    private const double WidestInDigits = 85;

    /// <summary>What reaches out of a line by more than this part of its height is no part of it.</summary>
    private const double Overhang = 0.45;

    /// <summary>This part of a group's shapes are lower than a digit, or as low; what is so many times as high is none.</summary>
    private const double UsualShape = 0.45;
    private const double TallestOfLine = 1.5;

    /// <summary>
    /// A cheque's fields and print stand close together, so a shape is compared with the last one alone, joins the group that ends nearest, and a gap of
    /// 1.4 heights ends a group. Set by hand on cheques-us-dev.
    /// </summary>
    private static readonly LineFinderOptions GroupOptions = new() { End = 1, WidestGap = 1.4, Nearest = true };

    private readonly ConnectedComponents _components;

    private ChequePage(PictureInk ink, CancellationCheck? check)
    {
        Ink = ink;
        Micr = MicrFinder.Find(ink.Even.Picture, check);
        check?.ThrowIfCancelled();
        _components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        Bounds = FindBounds();
        Groups = LineFinder.Lines(Shapes(), shape => shape, GroupOptions, IsRuleBetween);
    }

    /// <summary>The picture's ink.</summary>
    public PictureInk Ink { get; }

    /// <summary>The line of magnetic ink; null where there is none.</summary>
    public MicrLine? Micr { get; }

    /// <summary>Where the cheque is, in pixels of the ink.</summary>
    public PixelBox Bounds { get; }

    /// <summary>Shapes side by side, each group from left to right.</summary>
    public IReadOnlyList<IReadOnlyList<PixelBox>> Groups { get; }

    /// <summary>Takes a picture apart.</summary>
    public static ChequePage Of(PictureInk ink, CancellationCheck? check = null) => new(ink, check);

    /// <summary>Where a place is on the cheque: 0 to 1 from left to right, and from top to bottom.</summary>
    public (double Across, double Down) OnCheque(PixelBox box) => (
        (box.X + (box.Width / 2.0) - Bounds.X) / Bounds.Width,
        (box.Y + (box.Height / 2.0) - Bounds.Y) / Bounds.Height);

    /// <summary>The field that a group is, with the ink of its line alone.</summary>
    /// <param name="boxes">The group's shapes.</param>
    /// <param name="place">How well its place suits.</param>
    public ChequeField Field(IReadOnlyList<PixelBox> boxes, double place)
    {
        TextLine line = Through(boxes);
        PixelBox around = boxes.Aggregate(default(PixelBox), (box, shape) => box.Union(shape));
        var own = new HashSet<PixelBox>(boxes);
        return new ChequeField(line, Only(line, around, own), place);
    }

    // The strokes of a date and the signs of an amount may be far taller than its digits, and there may be as many of them.
    private static TextLine Through(IReadOnlyList<PixelBox> boxes)
    {
        double usual = boxes.Select(box => box.Height).Order().ElementAt((int)(UsualShape * (boxes.Count - 1)));
        PixelBox[] digits = [.. boxes.Where(box => box.Height <= TallestOfLine * usual)];
        TextLine line = TextLine.Through(digits);
        double margin = line.Left - digits.Min(box => box.X);
        double left = boxes.Min(box => box.X) + margin;
        double down = line.Slope * (left - line.Left);
        return line with { Left = left, Right = boxes.Max(box => box.Right) - margin, Top = line.Top + down, Bottom = line.Bottom + down };
    }

    // What is in the line's rows, without shapes that reach out of them, such as the sides of a box.
    private GrayImage Only(TextLine line, PixelBox around, HashSet<PixelBox> own)
    {
        double room = Overhang * line.Height;
        var foreign = new HashSet<int>();
        foreach (Component part in _components.All)
        {
            bool near = part.Box.X < line.Right && part.Box.Right > line.Left && part.Box.Y < around.Bottom + room && part.Box.Bottom > around.Y - room;
            bool inside = part.Box.Y >= around.Y - room && part.Box.Bottom <= around.Bottom + room;
            if (near && !inside && !own.Contains(part.Box))
            {
                foreign.Add(part.Label);
            }
        }

        return Without(foreign);
    }

    private GrayImage Without(HashSet<int> labels)
    {
        if (labels.Count == 0)
        {
            return Ink.Ink;
        }

        var rest = new GrayImage(Ink.Ink.Width, Ink.Ink.Height, Ink.Ink.Pixels.ToArray());
        for (int i = 0; i < rest.Pixels.Length; i++)
        {
            if (_components.Labels[i] != 0 && labels.Contains(_components.Labels[i]))
            {
                rest.Pixels[i] = 0;
            }
        }

        return rest;
    }

    // With a line of magnetic ink, what lies above it at a cheque's distance; else the whole picture.
    private PixelBox FindBounds()
    {
        var whole = new PixelBox(0, 0, Ink.Ink.Width, Ink.Ink.Height);
        if (Micr is null)
        {
            return whole;
        }

        double digit = Micr.Place.Height;
        int bottom = (int)Math.Min(whole.Height, Micr.Place.Bottom + (2.5 * digit));
        int top = (int)Math.Max(0, bottom - (TallestInDigits * digit));
        int left = (int)Math.Max(0, Micr.Place.Left - (WidestInDigits / 2 * digit));
        int right = (int)Math.Min(whole.Width, left + (WidestInDigits * digit));
        return new PixelBox(left, top, right - left, Math.Max(1, bottom - top));
    }

    private IEnumerable<PixelBox> Shapes()
    {
        double lowest = Math.Max(LeastHeight, LowestDigit * Bounds.Width);
        double tallest = TallestDigit * Bounds.Width;
        double floor = Micr is null ? Bounds.Bottom : Micr.Place.Top - (0.5 * Micr.Place.Height);
        return _components.All.Select(part => part.Box)
            .Where(box => box.Height >= lowest && box.Height <= tallest && box.Width <= 5 * box.Height && box.Bottom < floor)
            .Where(box => box.X >= Bounds.X && box.Right <= Bounds.Right && box.Y >= Bounds.Y);
    }

    private bool IsRuleBetween(PixelBox left, PixelBox right)
    {
        double middle = (left.Y + left.Bottom + right.Y + right.Bottom) / 4.0;
        return Ink.Rules.Any(rule => rule.IsUpright && rule.Along.Start < middle && rule.Along.End > middle
            && rule.Across(middle) > left.X + (0.5 * left.Width) && rule.Across(middle) < right.X + (0.5 * right.Width));
    }
}
