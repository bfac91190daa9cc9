using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Pages;

namespace Cifra.Reading.Forms;

/// <summary>Finds a form in a picture: guesses by its marks, its boxes and the page, each laid exactly over the printed lines; the one that fits best wins.</summary>
internal sealed class FormFinder
{
    /// <summary>A fit that is as good as this is not doubted.</summary>
    private const double Sure = 0.85;

    /// <summary>Guesses of each kind that are laid over the lines.</summary>
    private const int MostGuesses = 4;

    /// <summary>Guesses by boxes that get a first look.</summary>
    private const int MostLooks = 60;

    /// <summary>At first every so manieth place is looked at.</summary>
    private const int FirstLook = 8;

    private readonly FormTemplate _template;
    private readonly FormStructure _structure;

    public FormFinder(FormTemplate template)
    {
        _template = template;
        _structure = FormStructure.Of(template);
    }

    /// <summary>Where the form lies, however badly it fits; null where nothing suggests any place.</summary>
    /// <param name="stage">Dark ink on evened paper.</param>
    /// <param name="trace">Collects what was looked at; null where nobody wants to know.</param>
    public FormPlace? Find(Stage stage, InkTrace? trace)
    {
        GrayImage even = stage.Picture;
        var alignment = new FormAlignment(even, _structure);
        FormPlace? best = null;
        foreach (FormAnchor anchor in _template.Anchors)
        {
            foreach (Homography guess in Guesses(anchor, stage, alignment, trace))
            {
                FormPlace place = alignment.Align(guess, anchor);
                best = best is null || place.Found > best.Found ? place : best;
                if (best.Found >= Sure)
                {
                    return best;
                }
            }
        }

        return best;
    }

    private IEnumerable<Homography> Guesses(FormAnchor anchor, Stage stage, FormAlignment alignment, InkTrace? trace) => anchor switch
    {
        FormAnchor.Marks => Likeliest(MarkMatching.Find(_template, stage.Picture), alignment),
        FormAnchor.Structure => Likeliest(Boxes(stage, trace), alignment),
        _ => Likeliest(Pages(stage.Picture), alignment),
    };

    private IEnumerable<Homography> Boxes(Stage stage, InkTrace? trace)
    {
        GrayImage ink = LineInk.Of(stage.Picture);
        List<Frame> frames = FrameFinder.Find(ink);
        IReadOnlyList<(Homography ToPicture, double Share)> guesses = new BoxMatching(_structure, frames, ink.Width, ink.Height).Find(MostLooks);
        trace?.Add("boxes", Step.Taken(stage.Showing(ink), FormattableString.Invariant(
            $"{frames.Count} boxes are seen; in the form's order they are {(guesses.Count == 0 ? 0 : guesses[0].Share):P0} of its {_structure.Boxes.Count}")));
        return guesses.Select(guess => guess.ToPicture);
    }

    private static IEnumerable<Homography> Likeliest(IEnumerable<Homography> guesses, FormAlignment alignment) => guesses
        .Select(guess => alignment.Judge(guess, FormAnchor.Page, every: FirstLook)).OrderByDescending(place => place.Found).Take(MostGuesses).Select(place => place.ToPicture);

    // The page fills the picture, or is the one that lies in it; upright, or turned upside down by who fed the scanner.
    private IEnumerable<Homography> Pages(GrayImage even)
    {
        List<Quadrilateral> pages = [Quadrilateral.OfSize(even.Width, even.Height)];
        if (PageFinder.Find(even) is { } found)
        {
            pages.Add(found);
        }

        foreach (Quadrilateral page in pages)
        {
            yield return Homography.Between(_structure.Page, page);
            yield return Homography.Between(_structure.Page, new Quadrilateral(page.BottomRight, page.BottomLeft, page.TopLeft, page.TopRight));
        }
    }
}
