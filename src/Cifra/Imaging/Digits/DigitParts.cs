namespace Cifra.Imaging.Digits;

/// <summary>The components of a picture of ink that may be digits or parts of digits, and the height of the usual digit.</summary>
/// <remarks>Rules and dashes, frames around writing, lines along the picture's edge, and specks are left out.</remarks>
internal sealed class DigitParts
{
    private readonly ConnectedComponents _components;
    private readonly DigitIsolationOptions _options;

    private DigitParts(ConnectedComponents components, DigitIsolationOptions options)
    {
        _components = components;
        _options = options;
        int tallest = components.All.Where(part => !IsFlat(part)).Select(part => part.Box.Height).DefaultIfEmpty(int.MaxValue).Max();
        List<Component> left = [.. components.All.Where(part => !(IsFlat(part) && part.Box.Height < options.MinChainHeight * tallest) && !IsEdge(part))];
        List<Component> shapes = [.. left.Where(part => !IsRule(part, left))];
        shapes.RemoveAll(Frames(shapes).Contains);
        DigitHeight = InkHeight.Of(shapes);
        double readable = Math.Max(options.MinDigitHeight, options.MinPartOfPicture * Math.Max(components.Width, components.Height));
        All = DigitHeight < readable
            ? []
            : [.. shapes.Where(part => Math.Max(part.Box.Width, part.Box.Height) >= options.MaxSpeck * DigitHeight)];
    }

    /// <summary>The parts, in the order of their labels.</summary>
    public IReadOnlyList<Component> All { get; }

    /// <summary>Height of the usual digit in pixels; 0 if there is no ink.</summary>
    public int DigitHeight { get; }

    /// <summary>Chooses among all components of a picture.</summary>
    /// <param name="components">All components of the picture.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static DigitParts Choose(ConnectedComponents components, DigitIsolationOptions? options = null) =>
        new(components, options ?? DigitIsolationOptions.Default);

    private bool IsFlat(Component part) => part.Box.Width >= _options.MinDashAspect * part.Box.Height && part.Box.Width > _options.MinDashAspect;

    private bool IsEdge(Component part) =>
        TouchesEdge(part.Box) && ShareInRim(part, new PixelBox(0, 0, _components.Width, _components.Height), _options.PictureRim) >= _options.MinShareInRim;

    private bool IsRule(Component part, List<Component> others)
    {
        bool throughout = part.Box.Y == 0 && part.Box.Bottom == _components.Height;
        return throughout && part.Box.Height >= _options.MinRuleAspect * part.Box.Width
            && others.Exists(other => other.Area > part.Area / _options.RuleInkDivisor && other.Box.Height < _options.MaxHeightBesideRule * part.Box.Height);
    }

    // The ink of a frame lies along its box, and there is writing in it; or beside it, where the picture's edge cut off a part of the frame.
    // A comb of cells is a wide frame with writing in more than one cell.
    private HashSet<Component> Frames(List<Component> shapes)
    {
        HashSet<Component> frames = [];
        foreach (Component part in shapes.OrderByDescending(part => part.Box.Height).Take(_options.MaxFrames))
        {
            PixelBox box = part.Box;
            if (part.Area > (1 - _options.MinFreeInFrame) * box.Width * box.Height)
            {
                continue;
            }

            List<Component> writing = [.. shapes.Where(other => other.Label != part.Label && other.Box.Height >= _options.MinHeightInFrame * box.Height)];
            int inside = writing.Count(other => Holds(box, other.Box));
            bool comb = inside >= 2 && box.Width >= _options.MinCombAspect * box.Height;
            bool around = inside >= 1 || (writing.Count >= 1 && TouchesEdge(box));
            if (comb || (around && ShareInRim(part, box, _options.FrameRim) >= _options.MinShareInRim))
            {
                frames.Add(part);
            }
        }

        return frames;
    }

    private bool TouchesEdge(PixelBox box) =>
        box.X == 0 || box.Y == 0 || box.Right == _components.Width || box.Bottom == _components.Height;

    private static bool Holds(PixelBox outer, PixelBox inner) =>
        inner.X > outer.X && inner.Y > outer.Y && inner.Right < outer.Right && inner.Bottom < outer.Bottom;

    private double ShareInRim(Component part, PixelBox around, double thickness)
    {
        int rim = Math.Max(1, (int)(thickness * Math.Min(around.Width, around.Height)));
        int count = 0;
        for (int y = part.Box.Y; y < part.Box.Bottom; y++)
        {
            ReadOnlySpan<int> row = _components.Labels.Slice(y * _components.Width, _components.Width);
            bool inRimRow = y < around.Y + rim || y >= around.Bottom - rim;
            for (int x = part.Box.X; x < part.Box.Right; x++)
            {
                if (row[x] == part.Label && (inRimRow || x < around.X + rim || x >= around.Right - rim))
                {
                    count++;
                }
            }
        }

        return (double)count / part.Area;
    }
}
