using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Steps;

namespace Cifra.Reading.Forms;

/// <summary>Finds a form in a picture: guesses by its marks, its boxes and the page, each laid exactly over the printed lines; the one that fits best wins.</summary>
internal sealed class FormFinder
{
    /// <summary>A fit that is as good as this is not doubted.</summary>
    private const double Sure = 0.97;

    /// <summary>A fit that is as good as this needs no other kind of guess.</summary>
    private const double Good = 0.85;

    /// <summary>A grid that fits worse than this is nowhere near its place.</summary>
    private const double LeastForShift = 0.3;

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
    /// <param name="seen">The same before the light was evened: what is not page is darker there.</param>
    /// <param name="trace">Optional; collects what was looked at.</param>
    /// <param name="check">Asked before each guess.</param>
    public FormPlace? Find(Stage stage, GrayImage seen, InkTrace? trace, CancellationCheck? check = null)
    {
        GrayImage even = stage.Picture;
        var alignment = new FormAlignment(even, _structure);
        FormPlace? best = null;
        foreach (FormAnchor anchor in _template.Anchors)
        {
            foreach (Homography guess in Guesses(anchor, stage, seen, alignment, trace))
            {
                check?.ThrowIfCancelled();
                FormPlace place = Shifted(alignment.Align(guess, anchor), alignment, check);
                best = best is null || place.Found > best.Found ? place : best;
                if (best.Found >= Sure)
                {
                    return best;
                }
            }

            if (best?.Found >= Good)
            {
                return best;
            }
        }

        return best;
    }

    // A grid laid over itself a cell further fits nearly as well as where it belongs: each neighbouring place is tried as long as that is better.
    private FormPlace Shifted(FormPlace place, FormAlignment alignment, CancellationCheck? check)
    {
        if (_template.Fields.MaxBy(field => field.Rows * field.Columns) is not { IsGrid: true, Lined: true } grid || place.Found < LeastForShift)
        {
            return place;
        }

        for (int step = 0; step < Math.Max(grid.Rows, grid.Columns); step++)
        {
            FormPlace? better = null;
            foreach ((int x, int y) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1) })
            {
                check?.ThrowIfCancelled();
                Homography moved = Homography.Affine(1, 0, x * grid.Box.Width / grid.Columns, 0, 1, y * grid.Box.Height / grid.Rows).Then(place.ToPicture);
                if (alignment.Judge(moved, place.By, FirstLook).Found > LeastForShift)
                {
                    FormPlace tried = alignment.Align(moved, place.By);
                    better = tried.Found > (better ?? place).Found ? tried : better;
                }
            }

            if (better is null)
            {
                break;
            }

            place = better;
        }

        return place;
    }

    private IEnumerable<Homography> Guesses(FormAnchor anchor, Stage stage, GrayImage seen, FormAlignment alignment, InkTrace? trace) => anchor switch
    {
        FormAnchor.Marks => Likeliest(MarkMatching.Find(_template, stage.Picture), alignment),
        FormAnchor.Structure => Likeliest(Boxes(stage, trace), alignment),
        _ => Likeliest(Pages(seen), alignment),
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
    private IEnumerable<Homography> Pages(GrayImage seen)
    {
        List<Quadrilateral> pages = [Quadrilateral.OfSize(seen.Width, seen.Height)];
        if (PageFinder.Find(seen) is { } found)
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
