using Cifra.Imaging.Digits;
using Cifra.Numerics;

namespace Cifra.Imaging.Rules;

/// <summary>Follows level lines from column to column.</summary>
/// <param name="columns">The ink with rows and columns exchanged.</param>
/// <param name="runs">Its thin runs; those of a line that was found are claimed.</param>
/// <param name="shortest">Least length of a line, in pixels.</param>
/// <param name="options">Hand-set numbers.</param>
internal sealed class RuleTracker(GrayImage columns, ThinRuns runs, int shortest, RuleFinderOptions options)
{
    private readonly List<(int Column, int Run)> _hits = [];
    private int _crossed;
    private double _uneven;

    /// <summary>Adds the lines that lie near the straight line that starts at <paramref name="row"/> in the first column and has this slope.</summary>
    public void Follow(double slope, int row, List<Rule> found)
    {
        Forget();
        int longestGap = Math.Max(options.MinLongestGap, shortest / 2);
        int gap = 0;
        int crossedSince = 0;
        double drift = 0;
        for (int x = 0; x < runs.Columns; x++)
        {
            double expected = row + (slope * x) + drift + 0.5;
            int run = runs.Nearest(x, expected, options.Tolerance);
            if (run >= 0)
            {
                if (_hits.Count > 0)
                {
                    _crossed += crossedSince;
                }

                double off = runs[run].Middle - expected;
                _hits.Add((x, run));
                _uneven += off * off;
                drift += options.Following * off;
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
            if (length >= shortest && _crossed <= options.MaxCrossed * length && _hits.Count >= options.MinVisible * (length - _crossed)
                && _uneven <= options.MaxUnevenness * options.MaxUnevenness * _hits.Count)
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

    // Least squares through the middles; the thickness is the median one.
    private Rule Fitted()
    {
        double meanX = _hits.Average(hit => hit.Column + 0.5);
        double meanY = _hits.Average(hit => runs[hit.Run].Middle);
        double spread = _hits.Sum(hit => (hit.Column + 0.5 - meanX) * (hit.Column + 0.5 - meanX));
        double slope = spread > 0 ? _hits.Sum(hit => (hit.Column + 0.5 - meanX) * (runs[hit.Run].Middle - meanY)) / spread : 0;
        double thickness = Median.Upper(_hits.Select(hit => (double)(runs[hit.Run].Bottom - runs[hit.Run].Top)));
        double start = _hits[0].Column;
        double end = _hits[^1].Column + 1;
        return new Rule(new(start, meanY + (slope * (start - meanX))), new(end, meanY + (slope * (end - meanX))), thickness, IsUpright: false);
    }
}
