namespace Cifra.Imaging;

/// <summary>One connected component: pixels of ink that touch each other at a side or a corner.</summary>
/// <param name="Label">Its number in the label map, from 1.</param>
/// <param name="Box">The smallest box around it.</param>
/// <param name="Area">Number of pixels.</param>
/// <param name="CentreX">Mean column of its pixels.</param>
/// <param name="CentreY">Mean row of its pixels.</param>
/// <param name="Darkest">Its highest level of ink.</param>
internal sealed record Component(int Label, PixelBox Box, int Area, double CentreX, double CentreY, byte Darkest);

/// <summary>The connected components of a picture of ink.</summary>
/// <remarks>
/// All eight neighbours count. Runs of ink are found row by row and joined with those of the row above in a union-find forest (Rosenfeld and Pfaltz 1966,
/// with the runs of He, Chao and Suzuki 2008). There is no recursion, and the time is proportional to the number of pixels whatever their shape.
/// </remarks>
internal sealed class ConnectedComponents
{
    private readonly int[] _labels;

    private ConnectedComponents(int width, int height, int[] labels, Component[] all)
    {
        Width = width;
        Height = height;
        _labels = labels;
        All = all;
    }

    /// <summary>Columns of the picture.</summary>
    public int Width { get; }

    /// <summary>Rows of the picture.</summary>
    public int Height { get; }

    /// <summary>The components in the order of their first pixels, row by row. The one with label L is at index L - 1.</summary>
    public IReadOnlyList<Component> All { get; }

    /// <summary>[Height x Width] the label of each pixel's component; 0 for no ink.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Finds the components of all pixels of level <paramref name="least"/> or more.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="least">The faintest level that counts as ink, 1 or more.</param>
    public static ConnectedComponents Find(GrayImage ink, byte least = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(least);
        List<Run> runs = FindRuns(ink, least);
        var parents = new UnionFind(runs.Count);
        JoinRows(runs, parents);
        return Number(ink, runs, parents);
    }

    /// <summary>Cuts out the ink of some components with their faint fringe, without other ink.</summary>
    /// <param name="ink">The picture that was searched.</param>
    /// <param name="box">The part to cut out. The result is larger by one pixel each way, for the fringe, except at the picture's edge.</param>
    /// <param name="labels">The labels of the components to keep.</param>
    /// <exception cref="ArgumentException">The picture has another size, or the box reaches out of it.</exception>
    public GrayImage Cut(GrayImage ink, PixelBox box, IReadOnlySet<int> labels)
    {
        if (ink.Width != Width || ink.Height != Height)
        {
            throw new ArgumentException($"The components are of a picture of {Width}x{Height}; got one of {ink.Width}x{ink.Height}.", nameof(ink));
        }

        int left = Math.Max(0, box.X - 1);
        int top = Math.Max(0, box.Y - 1);
        box = new PixelBox(left, top, Math.Min(Width, box.Right + 1) - left, Math.Min(Height, box.Bottom + 1) - top);
        GrayImage part = box.CutFrom(ink);
        for (int y = 0; y < box.Height; y++)
        {
            Span<byte> to = part.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                if (to[x] != 0 && !BelongsTo(labels, left + x, top + y))
                {
                    to[x] = 0;
                }
            }
        }

        return part;
    }

    private bool BelongsTo(IReadOnlySet<int> labels, int x, int y)
    {
        int own = _labels[(y * Width) + x];
        if (own != 0)
        {
            return labels.Contains(own);
        }

        for (int v = Math.Max(0, y - 1); v <= Math.Min(Height - 1, y + 1); v++)
        {
            for (int u = Math.Max(0, x - 1); u <= Math.Min(Width - 1, x + 1); u++)
            {
                if (_labels[(v * Width) + u] != 0 && labels.Contains(_labels[(v * Width) + u]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<Run> FindRuns(GrayImage ink, byte least)
    {
        List<Run> runs = [];
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> row = ink.Row(y);
            int x = 0;
            while (x < row.Length)
            {
                int skip = row[x..].IndexOfAnyInRange(least, byte.MaxValue);
                if (skip < 0)
                {
                    break;
                }

                int start = x + skip;
                int length = row[start..].IndexOfAnyExceptInRange(least, byte.MaxValue);
                x = length < 0 ? row.Length : start + length;
                runs.Add(new Run(y, start, x));
            }
        }

        return runs;
    }

    // Two indices walk along neighbouring rows. Runs that overlap or touch at a corner are joined.
    private static void JoinRows(List<Run> runs, UnionFind parents)
    {
        int above = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            Run run = runs[i];
            while (above < i && (runs[above].Row < run.Row - 1 || (runs[above].Row == run.Row - 1 && runs[above].End < run.Start)))
            {
                above++;
            }

            for (int j = above; j < i && runs[j].Row == run.Row - 1 && runs[j].Start <= run.End; j++)
            {
                parents.Join(i, j);
            }
        }
    }

    private static ConnectedComponents Number(GrayImage ink, List<Run> runs, UnionFind parents)
    {
        int[] map = new int[ink.Pixels.Length];
        int[] labelOfRoot = new int[runs.Count];
        List<Tally> tallies = [];
        for (int i = 0; i < runs.Count; i++)
        {
            int root = parents.Root(i);
            if (labelOfRoot[root] == 0)
            {
                tallies.Add(new Tally());
                labelOfRoot[root] = tallies.Count;
            }

            Run run = runs[i];
            int label = labelOfRoot[root];
            map.AsSpan((run.Row * ink.Width) + run.Start, run.End - run.Start).Fill(label);
            tallies[label - 1].Add(run, ink.Row(run.Row)[run.Start..run.End]);
        }

        return new ConnectedComponents(ink.Width, ink.Height, map, [.. tallies.Select((tally, i) => tally.ToComponent(i + 1))]);
    }

    /// <summary>A run of ink in one row, from column Start to the column before End.</summary>
    private readonly record struct Run(int Row, int Start, int End);

    private sealed class Tally
    {
        private PixelBox _box;
        private int _area;
        private long _alongX;
        private long _alongY;
        private byte _darkest;

        public void Add(Run run, ReadOnlySpan<byte> levels)
        {
            int length = run.End - run.Start;
            _box = _box.Union(new PixelBox(run.Start, run.Row, length, 1));
            _area += length;
            _alongX += (long)(run.Start + run.End - 1) * length; // twice the sum of the columns
            _alongY += (long)run.Row * length;
            foreach (byte level in levels)
            {
                _darkest = Math.Max(_darkest, level);
            }
        }

        public Component ToComponent(int label) => new(label, _box, _area, _alongX / 2.0 / _area, (double)_alongY / _area, _darkest);
    }
}
