using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;
using Cifra.Reading.Forms.Finding;

namespace Cifra.Reading.Forms;

/// <summary>Finds a form in a scan or a photo, and says how well it fits.</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed class FormLocator
{
    private readonly FormFinder _finder;
    private readonly int _workingSide;

    /// <summary>A locator.</summary>
    /// <param name="template">The form.</param>
    /// <param name="options">Only <see cref="ReadingOptions.WorkingSide"/> matters; null for <see cref="ReadingOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public FormLocator(FormTemplate template, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(template);
        options ??= ReadingOptions.Default;
        options.Check();
        Template = template;
        _workingSide = options.WorkingSide;
        _finder = new FormFinder(template);
    }

    /// <summary>The form.</summary>
    public FormTemplate Template { get; }

    /// <summary>Finds the form.</summary>
    /// <param name="picture">The picture.</param>
    /// <exception cref="InvalidDataException">Less of the form than <see cref="FormTemplate.MinFound"/> was found in the picture.</exception>
    public FormFit Find(ColorImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Locate(GivenPicture.Of(picture, null, CancellationCheck.None)).Fit;
    }

    internal FoundForm Locate(GivenPicture picture)
    {
        InkTrace? trace = picture.Trace;
        Step grey = picture.Grey();
        trace?.Add("grey", grey);
        Stage small = grey.Stage.Within(_workingSide, picture.Check);
        Step likely = InkPolarity.Apply(small);
        Attempt best = Try(likely, trace, picture.Check);
        if (!IsEnough(best))
        {
            // A small bright page on a dark table is easily taken for bright ink.
            Step other = likely.Applied
                ? Step.Skipped(small, "no form was found in the negative: tried as it is")
                : Step.Taken(small.Showing(Morphology.Invert(small.Picture)), "no form was found: tried in the negative");
            Attempt second = Try(other, trace, picture.Check);
            best = (second.Place?.Found ?? 0) > (best.Place?.Found ?? 0) ? second : best;
        }

        if (!IsEnough(best))
        {
            throw NotFound(best.Place);
        }

        Stage even = best.Even;
        double perPixel = even.ToGiven.ScaleAt(new PicturePoint(even.Picture.Width / 2.0, even.Picture.Height / 2.0));
        GrayImage given = best.Polarity.Applied ? Morphology.Invert(grey.Stage.Picture) : grey.Stage.Picture;
        return new FoundForm(Template, best.Place!, even, new PicturePyramid(given), perPixel);
    }

    private Attempt Try(Step polarity, InkTrace? trace, CancellationCheck check)
    {
        trace?.Add("polarity", polarity);
        check.ThrowIfCancelled();
        Step light = EvenLight.Apply(polarity.Stage);
        trace?.Add("light", light);
        return new Attempt(polarity, light.Stage, _finder.Find(light.Stage, polarity.Stage.Picture, trace, check));
    }

    private bool IsEnough(Attempt attempt) => attempt.Place?.Found >= Template.MinFound;

    private InvalidDataException NotFound(FormPlace? best) => new(best is null
        ? $"the form \"{Template.Name}\" was not found: nothing in the picture looks like its marks, its boxes or its page."
        : $"the form \"{Template.Name}\" was not found: at best {Percent(best.Found)} of its printed lines are where they should be, "
            + $"and {Percent(Template.MinFound)} must be.");

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:F0} %");

    // The best place of the form, and the pictures that it was found in, for one polarity.
    private sealed record Attempt(Step Polarity, Stage Even, FormPlace? Place);
}
