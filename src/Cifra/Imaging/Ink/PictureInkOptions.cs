namespace Cifra.Imaging.Ink;

/// <summary>How ink is taken from a picture.</summary>
internal sealed record PictureInkOptions
{
    /// <summary>All steps, at the size that pages are read at.</summary>
    public static PictureInkOptions Default { get; } = new();

    /// <summary>The steps for a field cut out of a page. Lines keep their slope and slant: the line network was trained on such lines.</summary>
    public static PictureInkOptions Field { get; } = Default with { FindPage = false, Straighten = false };

    /// <summary>Longer side, in pixels, to which larger pictures are shrunk.</summary>
    public int WorkingSide { get; init; } = 1600;

    /// <summary>What a picture shows that is no page, as a reason for a skipped step names it.</summary>
    public string Subject { get; init; } = "a field";

    /// <summary>Whether a page is looked for; not where the picture is known to be a field cut out of one.</summary>
    public bool FindPage { get; init; } = true;

    /// <summary>Whether ink is known to be darker than its paper, as in what is cut out of a page whose polarity was found.</summary>
    public bool InkIsDark { get; init; }

    /// <summary>Width of the widest stroke in pixels of the picture as it was given; null where it is not known.</summary>
    public double? WidestStroke { get; init; }

    /// <summary>The cells that the picture is made of, each with ink of its own darkness; null where all ink is taken together.</summary>
    public InkCells? Cells { get; init; }

    /// <summary>Whether a printed pattern is suppressed; not where strokes may be as thin as a pattern's, as in a picture of few pixels.</summary>
    public bool SuppressPattern { get; init; } = true;

    /// <summary>Whether the faint ends of strokes are kept; not where grain and shadows would be kept with them.</summary>
    public bool KeepFaint { get; init; }

    /// <summary>Whether rules are taken out; not where a grid is to be found by them.</summary>
    public bool RemoveRules { get; init; } = true;

    /// <summary>Whether sloping and leaning writing is straightened.</summary>
    public bool Straighten { get; init; } = true;
}
