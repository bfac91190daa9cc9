using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Finds the box of a picture whose middle is nearest to a place.</summary>
internal sealed class FrameIndex
{
    private const int Cell = 32;
    private readonly List<Frame>[] _cells;
    private readonly int _columns;
    private readonly int _rows;

    public FrameIndex(IEnumerable<Frame> frames, int width, int height)
    {
        _columns = (width / Cell) + 1;
        _rows = (height / Cell) + 1;
        _cells = new List<Frame>[_columns * _rows];
        foreach (Frame frame in frames)
        {
            (_cells[(Math.Clamp((int)frame.Middle.Y / Cell, 0, _rows - 1) * _columns) + Math.Clamp((int)frame.Middle.X / Cell, 0, _columns - 1)] ??= []).Add(frame);
        }
    }

    /// <summary>The nearest box of a kind no further off than that, of a size between two; null where there is none.</summary>
    public Frame? Nearest(PicturePoint place, double furthest, bool isCell, double smallest, double largest)
    {
        if (!(Math.Abs(place.X) < 1e6 && Math.Abs(place.Y) < 1e6))
        {
            return null;
        }

        furthest = Math.Min(furthest, 20 * Cell);
        Frame? best = null;
        for (int row = Math.Max(0, (int)Math.Floor((place.Y - furthest) / Cell)); row <= Math.Min(_rows - 1, (int)Math.Floor((place.Y + furthest) / Cell)); row++)
        {
            for (int column = Math.Max(0, (int)Math.Floor((place.X - furthest) / Cell)); column <= Math.Min(_columns - 1, (int)Math.Floor((place.X + furthest) / Cell)); column++)
            {
                foreach (Frame frame in _cells[(row * _columns) + column] ?? [])
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
}
