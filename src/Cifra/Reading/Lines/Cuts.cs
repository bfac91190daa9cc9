using Cifra.Imaging;

namespace Cifra.Reading.Lines;

/// <summary>Where a line may be cut between two digits: paths from top to bottom that cross as little ink as possible.</summary>
/// <remarks>
/// A path may step sideways by one column from row to row, so it follows a slant and falls into the valleys between touching digits. The cheapest path
/// through every column of the middle row comes from two sweeps, one from the top and one from the bottom, each the dynamic programme of seam carving
/// (Avidan and Shamir 2007). Those that are cheapest among their neighbours are the cuts.
/// </remarks>
internal sealed class Cuts
{
    private readonly int[][] _columns;

    private Cuts(List<int[]> columns, List<double> ink)
    {
        _columns = [.. columns];
        Ink = ink;
    }

    /// <summary>Number of cuts, from the left edge to the right edge.</summary>
    public int Count => _columns.Length;

    /// <summary>[cuts] the ink that each crosses, in full pixels.</summary>
    public IReadOnlyList<double> Ink { get; }

    /// <summary>[rows] the first column to the right of a cut.</summary>
    public ReadOnlySpan<int> Columns(int cut) => _columns[cut];

    /// <summary>Column of a cut in the middle row.</summary>
    public int Middle(int cut) => _columns[cut][_columns[cut].Length / 2];

    /// <summary>The cuts of a normalized line.</summary>
    /// <param name="line">Bright ink on black.</param>
    /// <param name="options">What a cut may cost; <see cref="LatticeOptions.Default"/> by default.</param>
    public static Cuts Of(GrayImage line, LatticeOptions? options = null)
    {
        options ??= LatticeOptions.Default;
        int middle = line.Height / 2;
        var above = new Sweep(line, from: 0, to: middle, options.SidewaysCost);
        var below = new Sweep(line, from: line.Height - 1, to: middle, options.SidewaysCost);
        double[] cost = new double[line.Width + 1];
        for (int x = 1; x < line.Width; x++)
        {
            cost[x] = above.Cost(x) + below.Cost(x) - line[x, middle]; // both count the middle row
        }

        List<int[]> columns = [Edge(line.Height, 0)];
        List<double> ink = [0];
        int last = 0;
        for (int x = 1; x < line.Width; x++)
        {
            if (cost[x] > options.MostCost || !IsLeast(cost, x, options.CutDistance) || x - last < options.CutDistance)
            {
                continue;
            }

            int[] path = new int[line.Height];
            above.Trace(x, path);
            below.Trace(x, path);
            columns.Add(path);
            ink.Add(Crossed(line, path));
            last = x;
        }

        columns.Add(Edge(line.Height, line.Width));
        ink.Add(0);
        return new Cuts(columns, ink);
    }

    // The cheapest within reach; of equally cheap ones, the one in their middle.
    private static bool IsLeast(double[] cost, int x, int reach)
    {
        int first = x;
        int last = x;
        while (first > 1 && cost[first - 1] == cost[x])
        {
            first--;
        }

        while (last < cost.Length - 2 && cost[last + 1] == cost[x])
        {
            last++;
        }

        if (x != (first + last) / 2)
        {
            return false;
        }

        for (int other = Math.Max(1, first - reach); other <= Math.Min(cost.Length - 2, last + reach); other++)
        {
            if (cost[other] < cost[x])
            {
                return false;
            }
        }

        return true;
    }

    private static double Crossed(GrayImage line, int[] path)
    {
        double ink = 0;
        for (int y = 0; y < path.Length; y++)
        {
            ink += line[path[y], y] / 255.0;
        }

        return ink;
    }

    private static int[] Edge(int rows, int column)
    {
        int[] path = new int[rows];
        Array.Fill(path, column);
        return path;
    }

    // The cheapest way from an outer row to every column of the middle one.
    private sealed class Sweep
    {
        private readonly int _from;
        private readonly int _to;
        private readonly int _width;
        private readonly double[] _cost;
        private readonly sbyte[,] _back;

        public Sweep(GrayImage line, int from, int to, double sideways)
        {
            _from = from;
            _to = to;
            _width = line.Width;
            _back = new sbyte[line.Height, line.Width];
            double[] now = new double[line.Width];
            for (int x = 0; x < line.Width; x++)
            {
                now[x] = line[x, from];
            }

            int step = Math.Sign(to - from);
            for (int y = from + step; y != to + step; y += step)
            {
                double[] next = new double[line.Width];
                ReadOnlySpan<byte> row = line.Row(y);
                for (int x = 0; x < row.Length; x++)
                {
                    int best = 0;
                    double least = now[x];
                    for (int aside = -1; aside <= 1; aside += 2)
                    {
                        if ((uint)(x + aside) < row.Length && now[x + aside] + sideways < least)
                        {
                            (best, least) = (aside, now[x + aside] + sideways);
                        }
                    }

                    next[x] = least + row[x];
                    _back[y, x] = (sbyte)best;
                }

                now = next;
            }

            _cost = now;
        }

        public double Cost(int x) => _cost[Math.Min(x, _width - 1)];

        public void Trace(int x, int[] path)
        {
            int step = Math.Sign(_from - _to);
            int column = x;
            for (int y = _to; y != _from + step; y += step)
            {
                path[y] = column;
                column += _back[y, column];
            }
        }
    }
}
