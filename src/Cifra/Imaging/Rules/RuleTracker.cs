using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Rules;

/// <summary>Follows level lines from column to column.</summary>
/// <param name="columns">The ink with rows and columns exchanged.</param>
/// <param name="runs">Its thin runs; those of a line that was found are claimed.</param>
/// <param name="shortest">Least length of a line.</param>
internal sealed class RuleTracker(GrayImage columns, ThinRuns runs, int shortest)
{
    /// <summary>A line's middle is at most this far from where it is expected, in pixels.</summary>
    private const double Tolerance = 1.6;

    /// <summary>How quickly the expectation follows a line that is bent.</summary>
    private const double Following = 0.1;

    /// <summary>A line is visible in at least this share of its columns, those apart where a stroke crosses it.</summary>
    private const double LeastVisible = 0.75;

    /// <summary>Strokes cross at most this share of a line.</summary>
    private const double MostCrossed = 0.6;

    /// <summary>The middles of a line's columns are this far, on the average, from where it is expected; the feet of digits side by side are further.</summary>
    private const double MostUneven = 0.55;

    private readonly List<(int Column, int Run)> _hits = [];
    private int _crossed;
    private double _uneven;

    /// <summary>Adds the lines that lie near a row that slopes.</summary>
    public void Follow(double slope, int row, List<Rule> found)
    {
        Forget();
        int longestGap = Math.Max(4, shortest / 2);
        int gap = 0;
        int crossedSince = 0;
        double drift = 0;
        for (int x = 0; x < runs.Columns; x++)
        {
            double expected = row + (slope * x) + drift + 0.5;
            int run = runs.Nearest(x, expected, Tolerance);
            if (run >= 0)
            {
                if (_hits.Count > 0)
                {
                    _crossed += crossedSince;
                }

                double off = runs[run].Middle - expected;
                _hits.Add((x, run));
                _uneven += off * off;
                drift += Following * off;
                (gap, crossedSince) = (0, 0);
                continue;
            }

            if (IsInk(x, (int)expected))
            {
                crossedSince++;
                continue;
            }

            if (++gap > longestGap)
            {
                Close(found);
                (gap, crossedSince, drift) = (0, 0, 0);
            }
        }

        Close(found);
    }

    private bool IsInk(int x, int y) => y >= 0 && y < columns.Width && columns.Row(x)[y] >= DigitIsolator.Least;

    private void Close(List<Rule> found)
    {
        if (_hits.Count > 0)
        {
            int length = _hits[^1].Column - _hits[0].Column + 1;
            if (length >= shortest && _crossed <= MostCrossed * length && _hits.Count >= LeastVisible * (length - _crossed)
                && _uneven <= MostUneven * MostUneven * _hits.Count)
            {
                found.Add(Fitted());
                foreach ((_, int run) in _hits)
                {
                    runs.Claim(run);
                }
            }
        }

        Forget();
    }

    private void Forget()
    {
        _hits.Clear();
        _crossed = 0;
        _uneven = 0;
    }

    // Least squares through the middles; thickness is the middle one.
    private Rule Fitted()
    {
        double meanX = _hits.Average(hit => hit.Column + 0.5);
        double meanY = _hits.Average(hit => runs[hit.Run].Middle);
        double spread = _hits.Sum(hit => (hit.Column + 0.5 - meanX) * (hit.Column + 0.5 - meanX));
        double slope = spread > 0 ? _hits.Sum(hit => (hit.Column + 0.5 - meanX) * (runs[hit.Run].Middle - meanY)) / spread : 0;
        int[] thickness = [.. _hits.Select(hit => runs[hit.Run].Bottom - runs[hit.Run].Top).Order()];
        double start = _hits[0].Column;
        double end = _hits[^1].Column + 1;
        return new Rule(new(start, meanY + (slope * (start - meanX))), new(end, meanY + (slope * (end - meanX))), thickness[thickness.Length / 2], IsUpright: false);
    }
}
