using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Finds where a form's page lies by which boxes of a picture are which boxes of the form.</summary>
/// <remarks>
/// Any box of the picture may be any of the form's: each such guess says where the boxes next to it must be. Those that are there make the guess firmer and
/// reach further, ring by ring, until the page is covered or the guess dies: sample consensus (Fischler and Bolles 1981) with guesses that grow.
/// </remarks>
internal sealed class BoxMatching
{
    /// <summary>Guesses that are followed at most.</summary>
    private const int MostGuesses = 6000;

    /// <summary>Aspect and size of what matches differ by at most this factor.</summary>
    private const double MostAspect = 1.7;
    private const double MostSize = 1.45;

    /// <summary>A box is where it belongs if its middle is off by no more than this part of its shorter side.</summary>
    private const double Near = 0.4;

    /// <summary>A first guess is believed as far as this many sizes of its box around it.</summary>
    private const double FirstReach = 3;

    /// <summary>A box that is this part of the page's width or height says all about the perspective by itself.</summary>
    private const double WholePage = 0.6;

    /// <summary>A page in a picture is between these many times as large as the picture, by its diagonal.</summary>
    private const double Smallest = 0.15;
    private const double Largest = 2.2;

    /// <summary>A guess of which the boxes seen have this share of all boxes' borders is taken at once.</summary>
    private const double Enough = 0.95;

    private readonly FormStructure _structure;
    private readonly (FormBox Box, bool IsCell)[] _boxes;
    private readonly PicturePoint[] _middles;
    private readonly List<Frame> _frames;
    private readonly double _diagonal;
    private readonly double _pageDiagonal;
    private readonly FrameIndex _index;
    private readonly double _allBorders;

    public BoxMatching(FormStructure structure, List<Frame> frames, int width, int height)
    {
        _structure = structure;
        _boxes = [.. structure.Boxes.OrderByDescending(box => box.Box.Width * box.Box.Height)];
        _middles = [.. _boxes.Select(box => new PicturePoint(box.Box.X + (box.Box.Width / 2), box.Box.Y + (box.Box.Height / 2)))];
        _frames = frames;
        _diagonal = Math.Sqrt(((double)width * width) + ((double)height * height));
        _pageDiagonal = structure.Page.TopLeft.DistanceTo(structure.Page.BottomRight);
        _allBorders = _boxes.Sum(box => Border(box.Box));
        _index = new FrameIndex(frames, width, height);
    }

    /// <summary>The guesses of which most is seen, the best first; each with the share of the boxes' borders that is.</summary>
    /// <param name="most">How many.</param>
    public IReadOnlyList<(Homography ToPicture, double Share)> Find(int most)
    {
        List<(Homography ToPicture, double Share)> best = [];
        foreach ((int box, Frame frame) in Guesses().Take(MostGuesses))
        {
            if (Grow(box, frame) is { } grown)
            {
                best.Add(grown);
                if (grown.Share >= Enough)
                {
                    break;
                }
            }
        }

        return [.. best.OrderByDescending(guess => guess.Share).Take(most)];
    }

    private static double Border(FormBox box) => box.Width + box.Height;

    // Large boxes first, on both sides alike.
    private IEnumerable<(int Box, Frame Frame)> Guesses()
    {
        for (int rank = 0; rank < _boxes.Length + _frames.Count - 1; rank++)
        {
            for (int box = Math.Max(0, rank - _frames.Count + 1); box <= Math.Min(rank, _boxes.Length - 1); box++)
            {
                Frame frame = _frames[rank - box];
                if (MayBe(box, frame))
                {
                    yield return (box, frame);
                }
            }
        }
    }

    private bool MayBe(int box, Frame frame)
    {
        (FormBox place, bool isCell) = _boxes[box];
        if (isCell != frame.IsCell)
        {
            return false;
        }

        double aspect = place.Width / place.Height / frame.Aspect;
        double page = frame.Size / Math.Sqrt(place.Width * place.Height) * _pageDiagonal;
        return aspect is < MostAspect and > 1 / MostAspect && page >= Smallest * _diagonal && page <= Largest * _diagonal;
    }

    private (Homography ToPicture, double Share)? Grow(int box, Frame frame)
    {
        FormBox first = _boxes[box].Box;
        bool whole = Math.Max(first.Width / _structure.Page.Width, first.Height / _structure.Page.Height) >= WholePage;
        Homography? place = Fit([(box, frame)], affine: !whole);
        double page = _pageDiagonal;
        double reach = whole ? page : FirstReach * Math.Max(first.Width, first.Height);
        int matched = 1;
        for (int round = 0; place is not null; round++)
        {
            List<(int Box, Frame Frame)> matches = Matches(place, _middles[box], reach);
            if (matches.Count == 0)
            {
                return null;
            }

            place = Fit(matches, affine: !whole && matches.Count < 4);
            bool covered = reach >= page;
            if (covered && (matches.Count <= matched || round > 12))
            {
                return place is null || !IsSound(place) ? null : (place, matches.Sum(match => Border(_boxes[match.Box].Box)) / _allBorders);
            }

            matched = covered ? matches.Count : 1;
            reach = Math.Min(page, reach * 1.7);
        }

        return null;
    }

    private List<(int Box, Frame Frame)> Matches(Homography place, PicturePoint around, double reach)
    {
        List<(int Box, Frame Frame)> matches = [];
        for (int i = 0; i < _boxes.Length; i++)
        {
            if (_middles[i].DistanceTo(around) > reach)
            {
                continue;
            }

            Quadrilateral seen = place.Apply(_boxes[i].Box.Corners);
            double size = Math.Sqrt(Math.Max(0, seen.Area));
            double shorter = Math.Min(seen.TopLeft.DistanceTo(seen.TopRight), seen.TopLeft.DistanceTo(seen.BottomLeft));
            Frame? near = _index.Nearest(place.Apply(_middles[i]), Near * shorter, _boxes[i].IsCell, size / MostSize, size * MostSize);
            if (near is not null)
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
        return page.Corners.All(p => double.IsFinite(p.X) && double.IsFinite(p.Y)) && page.IsConvex(leastDegrees: 20);
    }
}
