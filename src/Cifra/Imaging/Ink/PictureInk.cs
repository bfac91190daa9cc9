using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Rules;
using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Ink;

/// <summary>The ink of a picture: all that the steps from picture to ink made of it.</summary>
/// <remarks>
/// Grey by the channel that shows the ink best; the page found and flattened; ink dark; light evened; pattern suppressed; ink taken off the paper; rules taken out; lines
/// set level and writing upright. docs/reading.md says when a step is skipped.
/// </remarks>
internal sealed class PictureInk
{
    private readonly Stage _ink;

    private PictureInk(Stage grey, PictureInkOptions options, InkTrace? trace, CancellationCheck? check)
    {
        (GivenWidth, GivenHeight) = (grey.Picture.Width, grey.Picture.Height);
        Stage Told(string name, Step step)
        {
            trace?.Add(name, step);
            check?.ThrowIfCancelled();
            return step.Stage;
        }

        Stage page = Told("page", options.FindPage
            ? PageFlattening.Apply(grey, options.WorkingSide, check)
            : Step.Skipped(grey.Within(options.WorkingSide, check), $"the picture shows {options.Subject}, not a page"));
        Stage dark = Told("polarity", options.InkIsDark ? Step.Skipped(page, "the ink is known to be darker than what it is on") : InkPolarity.Apply(page));
        Even = Told("light", EvenLight.Apply(dark, options.WidestStroke));
        Stage plain = Told("pattern", options.SuppressPattern
            ? PaperPattern.Apply(Even)
            : Step.Skipped(Even, $"the picture shows {options.Subject}: its strokes may be as thin as a pattern's"));
        (Step separated, CellLevels) = options.Cells is { } cells
            ? CellSeparation.Apply(plain, cells, options.KeepFaint)
            : (InkSeparation.Apply(plain, options.KeepFaint), new InkLevels?[0, 0]);
        Stage ink = Told("ink", separated);
        (Step withoutRules, Rules) = options.RemoveRules
            ? RuleRemoval.Apply(ink, check)
            : (Step.Skipped(ink, $"the picture shows {options.Subject}: lines are told from strokes by their shape"), []);
        ink = Told("rules", withoutRules);

        _ink = Told("straight", options.Straighten
            ? Straightening.Apply(ink, Rules)
            : Step.Skipped(ink, $"the picture shows {options.Subject}: it is read as it slopes and leans"));
    }

    private PictureInk(PictureInk other, Stage ink)
    {
        (_ink, GivenWidth, GivenHeight) = (ink, other.GivenWidth, other.GivenHeight);
        (Even, CellLevels, Rules) = (other.Even, other.CellLevels, other.Rules);
    }

    /// <summary>Bright ink on black.</summary>
    public GrayImage Ink => _ink.Picture;

    /// <summary>Columns of the picture as it was given.</summary>
    public int GivenWidth { get; }

    /// <summary>Rows of the picture as it was given.</summary>
    public int GivenHeight { get; }

    /// <summary>From a place of the ink to its place in the picture as it was given.</summary>
    public Homography ToGiven => _ink.ToGiven;

    /// <summary>The grey picture, dark ink on paper of <see cref="EvenLight.Paper"/>, before anything was taken out of it; it need not have the ink's size.</summary>
    public Stage Even { get; }

    /// <summary>The rules that were taken out, in pixels of <see cref="Even"/>.</summary>
    public IReadOnlyList<Rule> Rules { get; } = [];

    /// <summary>[rows, columns] the levels of each cell's paper and ink, where the options name cells; null where nothing stands out of a cell's paper.</summary>
    public InkLevels?[,] CellLevels { get; }

    /// <summary>The same picture with ink in the same places, of which something more was taken out.</summary>
    public PictureInk Showing(GrayImage ink) => new(this, _ink.Showing(ink));

    /// <summary>Takes the ink from a colour picture.</summary>
    public static PictureInk Of(ColorImage picture, PictureInkOptions options, InkTrace? trace = null, CancellationCheck? check = null)
    {
        Step grey = InkChannel.Apply(picture, check);
        trace?.Add("grey", grey);
        return new PictureInk(grey.Stage, options, trace, check);
    }

    /// <summary>Takes the ink from a grey picture.</summary>
    public static PictureInk Of(GrayImage picture, PictureInkOptions options, InkTrace? trace = null, CancellationCheck? check = null)
    {
        Step grey = Step.Skipped(Stage.Of(picture), "the picture is grey already");
        trace?.Add("grey", grey);
        return new PictureInk(grey.Stage, options, trace, check);
    }

    /// <summary>A box of the ink in pixels of the picture as it was given: every pixel that it touches.</summary>
    public PixelBox InGiven(PixelBox box) => ToGiven.Apply(box).Bounds(GivenWidth, GivenHeight);
}
