using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>A picture of a cheque, segmented: its ink, its line of magnetic ink, its bounds, and groups of shapes that may be numbers.</summary>
internal sealed class ChequePage
{
    private readonly ChequeOptions _options = ChequeOptions.Default;
    private readonly ConnectedComponents _components;

    private ChequePage(PictureInk ink, CancellationCheck? check)
    {
        Ink = ink;
        Micr = MicrFinder.Find(ink.Even.Picture, check);
        check?.ThrowIfCancelled();
        _components = ConnectedComponents.Find(ink.Ink, DigitIsolator.Least);
        Bounds = BoundsOf(ink.Ink.Width, ink.Ink.Height, Micr?.Place, _options);
        Groups = ShapeGroups.Find(Shapes(), ink.Rules, _options);
    }

    /// <summary>The picture's ink.</summary>
    public PictureInk Ink { get; }

    /// <summary>The line of magnetic ink; null if there is none.</summary>
    public MicrLine? Micr { get; }

    /// <summary>The cheque's bounds, in pixels of the ink.</summary>
    public PixelBox Bounds { get; }

    /// <summary>Shapes side by side, each group from left to right.</summary>
    public IReadOnlyList<IReadOnlyList<PixelBox>> Groups { get; }

    /// <summary>Segments a picture.</summary>
    /// <param name="ink">The picture's ink.</param>
    /// <param name="check">Optional; asked while the line of magnetic ink is searched for.</param>
    public static ChequePage Of(PictureInk ink, CancellationCheck? check = null) => new(ink, check);

    /// <summary>A group as a field, with the ink of its line alone.</summary>
    /// <param name="name">Which field.</param>
    /// <param name="boxes">The group's shapes.</param>
    /// <param name="place">Log-density of its position for this field.</param>
    public ChequeField Field(string name, IReadOnlyList<PixelBox> boxes, double place)
    {
        TextLine line = LineOf(boxes, _options);
        PixelBox around = boxes.Aggregate(default(PixelBox), (box, shape) => box.Union(shape));
        var own = new HashSet<PixelBox>(boxes);
        return new ChequeField(name, line, Isolate(line, around, own), place);
    }

    /// <summary>The bounds of a cheque. Without a line of magnetic ink: the whole picture.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    /// <param name="magnetic">The line of magnetic ink, which runs along the cheque's lower edge; null if there is none.</param>
    /// <param name="options">Hand-set numbers.</param>
    internal static PixelBox BoundsOf(int width, int height, TextLine? magnetic, ChequeOptions options)
    {
        if (magnetic is null)
        {
            return new PixelBox(0, 0, width, height);
        }

        double digit = magnetic.Height;
        int bottom = (int)Math.Min(height, magnetic.Bottom + (options.BottomMarginInDigits * digit));
        int top = (int)Math.Max(0, bottom - (options.MaxHeightInDigits * digit));
        int left = (int)Math.Max(0, magnetic.Left - (options.MaxWidthInDigits / 2 * digit));
        int right = (int)Math.Min(width, left + (options.MaxWidthInDigits * digit));
        return new PixelBox(left, top, right - left, Math.Max(1, bottom - top));
    }

    /// <summary>The line through a group's shapes, without those far taller than digits: the strokes of a date, the signs of an amount.</summary>
    /// <param name="boxes">The shapes. There may be as many signs as digits.</param>
    /// <param name="options">Hand-set numbers.</param>
    internal static TextLine LineOf(IReadOnlyList<PixelBox> boxes, ChequeOptions options)
    {
        double usual = boxes.Select(box => box.Height).Order().ElementAt((int)(options.DigitHeightQuantile * (boxes.Count - 1)));
        PixelBox[] digits = [.. boxes.Where(box => box.Height <= options.MaxHeightInLine * usual)];
        TextLine line = TextLine.Through(digits);
        double margin = line.Left - digits.Min(box => box.X);
        double left = boxes.Min(box => box.X) + margin;
        double down = line.Slope * (left - line.Left);
        return line with { Left = left, Right = boxes.Max(box => box.Right) - margin, Top = line.Top + down, Bottom = line.Bottom + down };
    }

    // The ink without the components near the line that reach out of its rows, such as the sides of a box.
    private GrayImage Isolate(TextLine line, PixelBox around, HashSet<PixelBox> own)
    {
        double overhang = _options.MaxOverhang * line.Height;
        var foreign = new HashSet<int>();
        foreach (Component part in _components.All)
        {
            bool isNear = part.Box.X < line.Right && part.Box.Right > line.Left
                && part.Box.Y < around.Bottom + overhang && part.Box.Bottom > around.Y - overhang;
            bool isInside = part.Box.Y >= around.Y - overhang && part.Box.Bottom <= around.Bottom + overhang;
            if (isNear && !isInside && !own.Contains(part.Box))
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

    // Components on the cheque, above the magnetic line, that have the size of written digits.
    private IEnumerable<PixelBox> Shapes()
    {
        double lowest = Math.Max(_options.MinHeight, _options.MinDigitHeight * Bounds.Width);
        double tallest = _options.MaxDigitHeight * Bounds.Width;
        double floor = Micr is null ? Bounds.Bottom : Micr.Place.Top - (_options.ClearBandInDigits * Micr.Place.Height);
        return _components.All.Select(part => part.Box)
            .Where(box => box.Height >= lowest && box.Height <= tallest && box.Width <= _options.MaxAspect * box.Height && box.Bottom < floor)
            .Where(box => box.X >= Bounds.X && box.Right <= Bounds.Right && box.Y >= Bounds.Y);
    }
}
