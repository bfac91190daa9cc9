using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Finds where a form's page lies by matching the boxes in a picture with the boxes of the form.</summary>
/// <remarks>
/// Any box of the picture may be any box of the form. Each such hypothesis predicts where the neighbouring boxes are. Those that are found there refine the
/// hypothesis, which then reaches further, until it covers the page or finds no match: sample consensus (Fischler and Bolles 1981) with hypotheses that
/// grow.
/// </remarks>
internal sealed class BoxMatching
{
    private readonly FormStructure _structure;
    private readonly (FormBox Box, bool IsCell)[] _boxes;
    private readonly PicturePoint[] _centres;
    private readonly List<Frame> _frames;
    private readonly double _diagonal;
    private readonly double _pageDiagonal;
    private readonly FrameIndex _index;
    private readonly double _allBorders;
    private readonly BoxMatchingOptions _options;

    /// <summary>Prepares the matching.</summary>
    /// <param name="structure">The form's boxes.</param>
    /// <param name="frames">The picture's boxes, the largest first.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <param name="options">Optional; the tolerances.</param>
    public BoxMatching(FormStructure structure, List<Frame> frames, int width, int height, BoxMatchingOptions? options = null)
    {
        _structure = structure;
        _options = options ?? BoxMatchingOptions.Default;
        _boxes = [.. structure.Boxes.OrderByDescending(box => box.Box.Width * box.Box.Height)];
        _centres = [.. _boxes.Select(box => new PicturePoint(box.Box.X + (box.Box.Width / 2), box.Box.Y + (box.Box.Height / 2)))];
        _frames = frames;
        _diagonal = Math.Sqrt(((double)width * width) + ((double)height * height));
        _pageDiagonal = structure.Page.TopLeft.DistanceTo(structure.Page.BottomRight);
        _allBorders = _boxes.Sum(box => Border(box.Box));
        _index = new FrameIndex(frames, width, height);
    }

    /// <summary>The hypotheses by which most of the form is seen, the best first, each with the share of all boxes' borders that it matches.</summary>
    /// <param name="most">Number of hypotheses returned at most.</param>
    public IReadOnlyList<(Homography ToPicture, double Share)> Find(int most)
    {
        List<(Homography ToPicture, double Share)> best = [];
        foreach ((int box, Frame frame) in Hypotheses().Take(_options.MostHypotheses))
        {
            if (Grow(box, frame) is { } grown)
            {
                best.Add(grown);
                if (grown.Share >= _options.EnoughShare)
                {
                    break;
                }
            }
        }

        return [.. best.OrderByDescending(hypothesis => hypothesis.Share).Take(most)];
    }

    private static double Border(FormBox box) => box.Width + box.Height;

    // Large boxes of the form and of the picture first.
    private IEnumerable<(int Box, Frame Frame)> Hypotheses()
    {
        for (int rank = 0; rank < _boxes.Length + _frames.Count - 1; rank++)
        {
            for (int box = Math.Max(0, rank - _frames.Count + 1); box <= Math.Min(rank, _boxes.Length - 1); box++)
            {
                Frame frame = _frames[rank - box];
                if (IsPlausible(box, frame))
                {
                    yield return (box, frame);
                }
            }
        }
    }

    // Whether kind and aspect of the two boxes agree, and the page's size that follows from them is a sensible one.
    private bool IsPlausible(int box, Frame frame)
    {
        (FormBox place, bool isCell) = _boxes[box];
        if (isCell != frame.IsCell)
        {
            return false;
        }

        double aspect = place.Width / place.Height / frame.Aspect;
        double page = frame.Size / Math.Sqrt(place.Width * place.Height) * _pageDiagonal;
        return aspect < _options.AspectTolerance && aspect > 1 / _options.AspectTolerance
            && page >= _options.SmallestPage * _diagonal && page <= _options.LargestPage * _diagonal;
    }

    private (Homography ToPicture, double Share)? Grow(int box, Frame frame)
    {
        FormBox first = _boxes[box].Box;
        bool whole = Math.Max(first.Width / _structure.Page.Width, first.Height / _structure.Page.Height) >= _options.WholePage;
        Homography? place = Fit([(box, frame)], affine: !whole);
        double page = _pageDiagonal;
        double reach = whole ? page : _options.FirstReach * Math.Max(first.Width, first.Height);
        int matched = 1;
        for (int round = 0; place is not null; round++)
        {
            List<(int Box, Frame Frame)> matches = Matches(place, _centres[box], reach);
            if (matches.Count == 0)
            {
                return null;
            }

            place = Fit(matches, affine: !whole && matches.Count < _options.PerspectiveMatches);
            bool covered = reach >= page;
            if (covered && (matches.Count <= matched || round > _options.MostRounds))
            {
                return place is null || !IsSound(place) ? null : (place, matches.Sum(match => Border(_boxes[match.Box].Box)) / _allBorders);
            }

            matched = covered ? matches.Count : 1;
            reach = Math.Min(page, reach * _options.ReachGrowth);
        }

        return null;
    }

    // The form's boxes within reach whose predicted place holds a box of the picture.
    private List<(int Box, Frame Frame)> Matches(Homography place, PicturePoint around, double reach)
    {
        List<(int Box, Frame Frame)> matches = [];
        for (int i = 0; i < _boxes.Length; i++)
        {
            if (_centres[i].DistanceTo(around) > reach)
            {
                continue;
            }

            Quadrilateral seen = place.Apply(_boxes[i].Box.Corners);
            double size = Math.Sqrt(Math.Max(0, seen.Area));
            double shorter = Math.Min(seen.TopLeft.DistanceTo(seen.TopRight), seen.TopLeft.DistanceTo(seen.BottomLeft));
            double furthest = _options.CentreTolerance * shorter;
            if (_index.Nearest(place.Apply(_centres[i]), furthest, _boxes[i].IsCell, size / _options.SizeTolerance, size * _options.SizeTolerance) is { } near)
            {
                matches.Add((i, near));
            }
        }

        return matches;
    }

    private Homography? Fit(List<(int Box, Frame Frame)> matches, bool affine)
    {
        var fit = new HomographyFit(_structure.Page, Quadrilateral.OfSize(_diagonal, _diagonal));
        foreach ((int box, Frame frame) in matches)
        {
            PicturePoint[] from = _boxes[box].Box.Corners.Corners;
            PicturePoint[] to = frame.Corners.Corners;
            for (int i = 0; i < 4; i++)
            {
                fit.Add(from[i], to[i]);
            }
        }

        return fit.Solve(affine);
    }

    private bool IsSound(Homography place)
    {
        Quadrilateral page = place.Apply(_structure.Page);
        return page.Corners.All(p => double.IsFinite(p.X) && double.IsFinite(p.Y)) && page.IsConvex(_options.LeastCornerDegrees);
    }
}
