using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>The boxes of a picture sorted into squares of pixels, so that the one nearest to a place is found without looking at all.</summary>
internal sealed class FrameIndex
{
    /// <summary>Side of a square in pixels; a matter of speed alone.</summary>
    private const int Side = 32;

    /// <summary>Search radius at most, in squares; a matter of speed alone, since no box of a form is that far from where it is predicted.</summary>
    private const int WidestSearch = 20;

    /// <summary>Coordinates from here on are no place in a picture: a degenerate map made them.</summary>
    private const double FarOutside = 1e6;

    private readonly List<Frame>?[] _squares;
    private readonly int _columns;
    private readonly int _rows;

    /// <summary>Sorts boxes into squares.</summary>
    /// <param name="frames">The boxes.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    public FrameIndex(IEnumerable<Frame> frames, int width, int height)
    {
        _columns = (width / Side) + 1;
        _rows = (height / Side) + 1;
        _squares = new List<Frame>?[_columns * _rows];
        foreach (Frame frame in frames)
        {
            int row = Math.Clamp((int)frame.Middle.Y / Side, 0, _rows - 1);
            int column = Math.Clamp((int)frame.Middle.X / Side, 0, _columns - 1);
            (_squares[(row * _columns) + column] ??= []).Add(frame);
        }
    }

    /// <summary>The box of a kind and size whose centre is nearest to a place; null where there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="furthest">Largest distance in pixels, itself included.</param>
    /// <param name="isCell">The kind: <see cref="Frame.IsCell"/>.</param>
    /// <param name="smallest">Smallest <see cref="Frame.Size"/>, itself included.</param>
    /// <param name="largest">Largest <see cref="Frame.Size"/>, itself included.</param>
    public Frame? Nearest(PicturePoint place, double furthest, bool isCell, double smallest, double largest)
    {
        if (!(Math.Abs(place.X) < FarOutside && Math.Abs(place.Y) < FarOutside))
        {
            return null;
        }

        furthest = Math.Min(furthest, WidestSearch * Side);
        (int top, int bottom) = Squares(place.Y, furthest, _rows);
        (int left, int right) = Squares(place.X, furthest, _columns);
        Frame? best = null;
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                foreach (Frame frame in _squares[(row * _columns) + column] ?? [])
                {
                    double distance = frame.Middle.DistanceTo(place);
                    if (distance <= furthest && frame.IsCell == isCell && frame.Size >= smallest && frame.Size <= largest)
                    {
                        furthest = distance;
                        best = frame;
                    }
                }
            }
        }

        return best;
    }

    // First and last square within a distance along one axis.
    private static (int First, int Last) Squares(double place, double distance, int count) =>
        (Math.Max(0, (int)Math.Floor((place - distance) / Side)), Math.Min(count - 1, (int)Math.Floor((place + distance) / Side)));
}
