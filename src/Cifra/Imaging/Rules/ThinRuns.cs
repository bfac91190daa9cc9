using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Rules;

/// <summary>A run of ink down a column that is thin enough for a level line.</summary>
/// <param name="Top">Its first row.</param>
/// <param name="Bottom">The first row below it.</param>
internal readonly record struct ThinRun(int Top, int Bottom)
{
    /// <summary>The row of its middle.</summary>
    public double Middle => (Top + Bottom) / 2.0;
}

/// <summary>The thin runs of all columns of a picture of ink.</summary>
internal sealed class ThinRuns
{
    private readonly ThinRun[] _runs;
    private readonly int[] _starts;
    private readonly bool[] _claimed;

    /// <summary>Finds the thin runs of a picture.</summary>
    /// <param name="columns">The picture with rows and columns exchanged: a row of it is a column.</param>
    /// <param name="thickest">Greatest length of a thin run in pixels. Longer runs are upright strokes.</param>
    public ThinRuns(GrayImage columns, int thickest)
    {
        List<ThinRun> runs = [];
        _starts = new int[columns.Height + 1];
        for (int x = 0; x < columns.Height; x++)
        {
            ReadOnlySpan<byte> column = columns.Row(x);
            for (int y = 0; y < column.Length;)
            {
                int skip = column[y..].IndexOfAnyInRange(DigitIsolator.Least, byte.MaxValue);
                if (skip < 0)
                {
                    break;
                }

                int top = y + skip;
                int length = column[top..].IndexOfAnyExceptInRange(DigitIsolator.Least, byte.MaxValue);
                y = length < 0 ? column.Length : top + length;
                if (y - top <= thickest)
                {
                    runs.Add(new ThinRun(top, y));
                }
            }

            _starts[x + 1] = runs.Count;
        }

        _runs = [.. runs];
        _claimed = new bool[_runs.Length];
    }

    /// <summary>Columns of the picture.</summary>
    public int Columns => _starts.Length - 1;

    /// <summary>The runs of a column, from top to bottom.</summary>
    public ReadOnlySpan<ThinRun> Of(int column) => _runs.AsSpan(_starts[column], _starts[column + 1] - _starts[column]);

    /// <summary>
    /// The number of the unclaimed run of a column whose middle is nearest to a row and at most <paramref name="tolerance"/> from it; -1 if there is none.
    /// </summary>
    public int Nearest(int column, double row, double tolerance)
    {
        int best = -1;
        for (int i = _starts[column]; i < _starts[column + 1]; i++)
        {
            double distance = Math.Abs(_runs[i].Middle - row);
            if (distance <= tolerance && !_claimed[i])
            {
                tolerance = distance;
                best = i;
            }
        }

        return best;
    }

    /// <summary>A run by its number.</summary>
    public ThinRun this[int run] => _runs[run];

    /// <summary>Marks a run as part of a line, so that no other line takes it.</summary>
    public void Claim(int run) => _claimed[run] = true;
}
