using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;
using Cifra.Imaging.Steps;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Finds a form in a picture.</summary>
/// <remarks>
/// Marks, boxes and the page give hypotheses of where the form lies. The likeliest are aligned with the printed lines, and the one that fits best wins.
/// </remarks>
internal sealed class FormFinder
{
    private readonly FormTemplate _template;
    private readonly FormStructure _structure;
    private readonly FormFinderOptions _options;

    /// <summary>A finder of one form.</summary>
    /// <param name="template">The form.</param>
    /// <param name="options">Optional; the thresholds.</param>
    public FormFinder(FormTemplate template, FormFinderOptions? options = null)
    {
        _template = template;
        _options = options ?? FormFinderOptions.Default;
        _structure = FormStructure.Of(template);
    }

    /// <summary>Where the form lies, however badly it fits; null if there is no hypothesis.</summary>
    /// <param name="stage">The picture of even light, ink dark.</param>
    /// <param name="seen">The same picture before its light was made even: the page's surroundings are darker than the page there.</param>
    /// <param name="trace">Optional; collects a trace of the search.</param>
    /// <param name="check">Optional; asked for cancellation before each alignment.</param>
    public FormPlace? Find(Stage stage, GrayImage seen, InkTrace? trace, CancellationCheck? check = null)
    {
        GrayImage even = stage.Picture;
        var alignment = new FormAlignment(even, _structure);
        FormPlace? best = null;
        foreach (FormAnchor anchor in _template.Anchors)
        {
            foreach (Homography hypothesis in Hypotheses(anchor, stage, seen, alignment, trace))
            {
                check?.ThrowIfCancelled();
                FormPlace place = Shifted(alignment.Align(hypothesis, anchor), alignment, check);
                best = best is null || place.Found > best.Found ? place : best;
                if (best.Found >= _options.SureFit)
                {
                    return best;
                }
            }

            if (best?.Found >= _options.GoodFit)
            {
                return best;
            }
        }

        return best;
    }

    // A grid that lies one cell off fits nearly as well as at its true place: the four neighbouring places are tried as long as one of them fits better.
    private FormPlace Shifted(FormPlace place, FormAlignment alignment, CancellationCheck? check)
    {
        if (_template.Fields.MaxBy(field => field.Rows * field.Columns) is not { IsGrid: true, Lined: true } grid || place.Found < _options.LeastFitToShift)
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
                if (alignment.Judge(moved, place.By, _options.CoarseStep).Found > _options.LeastFitToShift)
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

    private IEnumerable<Homography> Hypotheses(FormAnchor anchor, Stage stage, GrayImage seen, FormAlignment alignment, InkTrace? trace) => anchor switch
    {
        FormAnchor.Marks => Likeliest(MarkMatching.Find(_template, stage.Picture), alignment),
        FormAnchor.Structure => Likeliest(Boxes(stage, trace), alignment),
        _ => Likeliest(Pages(seen), alignment),
    };

    private IEnumerable<Homography> Boxes(Stage stage, InkTrace? trace)
    {
        GrayImage ink = LineInk.Of(stage.Picture);
        List<Frame> frames = FrameFinder.Find(ink);
        IReadOnlyList<(Homography ToPicture, double Share)> found = new BoxMatching(_structure, frames, ink.Width, ink.Height).Find(_options.MostJudged);
        double share = found.Count == 0 ? 0 : found[0].Share;
        trace?.Add("boxes", Step.Taken(stage.Showing(ink), FormattableString.Invariant(
            $"{frames.Count} boxes are seen; the best match covers {share:P0} of the borders of the form's {_structure.Boxes.Count}")));
        return found.Select(hypothesis => hypothesis.ToPicture);
    }

    private IEnumerable<Homography> Likeliest(IEnumerable<Homography> hypotheses, FormAlignment alignment) => hypotheses
        .Select(hypothesis => alignment.Judge(hypothesis, FormAnchor.Page, _options.CoarseStep))
        .OrderByDescending(place => place.Found)
        .Take(_options.MostAligned)
        .Select(place => place.ToPicture);

    // The page fills the picture (a scan) or is found in it (a photo), upright or upside down.
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
