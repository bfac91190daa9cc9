namespace Cifra.Imaging.Digits;

/// <summary>Components of a picture of ink that may be digits or parts of them, and how tall a digit is there.</summary>
/// <remarks>Left out are rules and dashes, frames around writing, lines along the picture's edge, and specks.</remarks>
internal sealed class DigitParts
{
    /// <summary>What touches the picture's edge and lies within this part of its shorter side from it is the edge of something else.</summary>
    private const double Rim = 0.1;

    /// <summary>The ink of a frame lies within this part of its shorter side from its box; frames in photos are not quite straight.</summary>
    private const double FrameRim = 0.15;

    /// <summary>This share of a component lies in a rim if it is an edge or a frame.</summary>
    private const double MostlyInRim = 0.75;

    /// <summary>What is this many times as wide as high is a dash or a rule, or zeros written in one go.</summary>
    private const int DashAspect = 5;

    /// <summary>Zeros in one go are at least this part of the tallest digit beside them.</summary>
    private const double LeastChain = 0.4;

    /// <summary>What is this many times as high as wide and as high as the picture is a rule, if there is anything else.</summary>
    private const int RuleAspect = 8;

    /// <summary>Writing inside a frame has at least this part of the frame's height.</summary>
    private const double LeastInFrame = 0.25;

    /// <summary>A frame leaves at least this share of its box free.</summary>
    private const double FreeInFrame = 0.7;

    /// <summary>The tallest shapes, so many of them, are looked at as possible frames; this bounds the work.</summary>
    private const int MostFrames = 200;

    /// <summary>What is smaller than this part of a digit's height, both ways, is a speck.</summary>
    private const double Speck = 0.28;

    /// <summary>Digits of fewer pixels in height cannot be read.</summary>
    private const int LeastHeight = 6;

    /// <summary>Digits are at least this part of the picture's longer side high; what is smaller is dust on a page.</summary>
    private const double LeastPartOfPicture = 0.008;

    private readonly ConnectedComponents _components;

    private DigitParts(ConnectedComponents components)
    {
        _components = components;
        int tallest = components.All.Where(part => !IsFlat(part)).Select(part => part.Box.Height).DefaultIfEmpty(int.MaxValue).Max();
        List<Component> left = [.. components.All.Where(part => !(IsFlat(part) && part.Box.Height < LeastChain * tallest) && !IsEdge(part))];
        List<Component> shapes = [.. left.Where(part => !IsRule(part, left))];
        shapes.RemoveAll(Frames(shapes).Contains);
        DigitHeight = UsualHeight(shapes);
        double readable = Math.Max(LeastHeight, LeastPartOfPicture * Math.Max(components.Width, components.Height));
        All = DigitHeight < readable
            ? []
            : [.. shapes.Where(part => Math.Max(part.Box.Width, part.Box.Height) >= Speck * DigitHeight)];
    }

    /// <summary>The parts, in the order of their labels.</summary>
    public IReadOnlyList<Component> All { get; }

    /// <summary>Height of the usual digit in pixels; 0 where there is no ink.</summary>
    public int DigitHeight { get; }

    /// <summary>Chooses among all components of a picture.</summary>
    public static DigitParts Choose(ConnectedComponents components) => new(components);

    private static bool IsFlat(Component part) => part.Box.Width >= DashAspect * part.Box.Height && part.Box.Width > DashAspect;

    private bool IsEdge(Component part) =>
        TouchesEdge(part.Box) && ShareInRim(part, new PixelBox(0, 0, _components.Width, _components.Height), Rim) >= MostlyInRim;

    private bool IsRule(Component part, List<Component> others)
    {
        bool throughout = part.Box.Y == 0 && part.Box.Bottom == _components.Height;
        return throughout && part.Box.Height >= RuleAspect * part.Box.Width
            && others.Exists(other => other.Area > part.Area / 4 && other.Box.Height < 0.8 * part.Box.Height);
    }

    // The ink of a frame lies along its box, and there is writing in it, or beside it if the picture's edge cut it to an angle.
    // A comb of cells is a frame with writing in more than one.
    private HashSet<Component> Frames(List<Component> shapes)
    {
        HashSet<Component> frames = [];
        foreach (Component part in shapes.OrderByDescending(part => part.Box.Height).Take(MostFrames))
        {
            PixelBox box = part.Box;
            if (part.Area > (1 - FreeInFrame) * box.Width * box.Height)
            {
                continue;
            }

            List<Component> writing = [.. shapes.Where(other => other.Label != part.Label && other.Box.Height >= LeastInFrame * box.Height)];
            int inside = writing.Count(other => Holds(box, other.Box));
            bool comb = inside >= 2 && box.Width >= 2 * box.Height;
            bool around = inside >= 1 || (writing.Count >= 1 && TouchesEdge(box));
            if (comb || (around && ShareInRim(part, box, FrameRim) >= MostlyInRim))
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

    // The height that half of the ink lies in components up to: specks hold next to no ink, whatever their number.
    private static int UsualHeight(List<Component> shapes)
    {
        long total = shapes.Sum(part => (long)part.Area);
        long seen = 0;
        foreach (Component part in shapes.OrderBy(part => part.Box.Height))
        {
            seen += part.Area;
            if (2 * seen >= total)
            {
                return part.Box.Height;
            }
        }

        return 0;
    }
}
