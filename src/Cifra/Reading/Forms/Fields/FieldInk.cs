using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Forms.Fields;

/// <summary>The ink of a field, taken off its paper cell by cell: faint pencil beside black print, shadow across both; its printed lines taken out.</summary>
internal sealed class FieldInk
{
    /// <summary>Half the width of the widest stroke, as a part of a cell's shorter side.</summary>
    private const double WidestStroke = 0.14;

    /// <summary>Paper darker than this is treated as if it were this bright.</summary>
    private const int DarkestPaper = 40;

    /// <summary>Next to its lines, so far as a part of the cell's shorter side, a cell's ink is not asked how dark ink is.</summary>
    private const double BesideLines = 0.12;

    /// <summary>A printed line is at most this thick, as a part of a cell's shorter side; it is looked for so far from where it should be.</summary>
    private const double ThickestLine = 0.2;
    private const double LineReach = 0.07;

    private readonly FieldPatch _patch;
    private readonly GrayImage _absorbed;

    private FieldInk(FieldPatch patch)
    {
        _patch = patch;
        Paper = PaperOf(patch);
        _absorbed = new GrayImage(Paper.Width, Paper.Height);
        Levels = new InkLevels?[patch.Rows, patch.Columns];
    }

    /// <summary>The light that the paper gives back, pixel by pixel of the patch.</summary>
    public GrayImage Paper { get; }

    /// <summary>The levels of each cell's paper and ink; null where nothing stands out: the cell is empty.</summary>
    public InkLevels?[,] Levels { get; }

    /// <summary>Bright ink on black: each cell stretched by its own levels, printed lines taken out.</summary>
    public GrayImage Ink { get; private set; } = new(1, 1);

    /// <summary>The same before the lines were taken out.</summary>
    public GrayImage Lined { get; private set; } = new(1, 1);

    /// <summary>Takes the ink of a field.</summary>
    /// <param name="patch">The field.</param>
    /// <param name="lined">Whether lines are printed around and between its cells.</param>
    public static FieldInk Of(FieldPatch patch, bool lined)
    {
        var ink = new FieldInk(patch);
        ink.Take();
        if (lined)
        {
            ink.RemoveLines();
        }

        return ink;
    }

    private static GrayImage PaperOf(FieldPatch patch)
    {
        int radius = Math.Max(3, (int)(WidestStroke * Math.Min(patch.CellWidth, patch.CellHeight)));
        GrayImage smooth = Math.Min(patch.Picture.Width, patch.Picture.Height) > 3 ? MedianFilter.Apply(patch.Picture) : patch.Picture;
        GrayImage closed = Morphology.Close(smooth, radius);
        BoxSums sums = BoxSums.OfLevels(closed);
        var paper = new GrayImage(closed.Width, closed.Height);
        for (int y = 0; y < paper.Height; y++)
        {
            Span<byte> row = paper.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                (long sum, int count) = sums.Around(x, y, 2);
                row[x] = (byte)(sum / count);
            }
        }

        return paper;
    }

    private void Take()
    {
        const int Middle = 128;
        for (int i = 0; i < _absorbed.Pixels.Length; i++)
        {
            int paper = Math.Max(DarkestPaper, (int)Paper.Pixels[i]);
            _absorbed.Pixels[i] = (byte)Math.Clamp(Middle + ((paper - _patch.Picture.Pixels[i]) * 127 / paper), 1, 255); // 1/127 of the light, from -1 to 1
        }

        Ink = new GrayImage(_absorbed.Width, _absorbed.Height);
        for (int row = 0; row < _patch.Rows; row++)
        {
            for (int column = 0; column < _patch.Columns; column++)
            {
                Levels[row, column] = LevelsOf(_patch.Cell(row, column));
            }
        }

        for (int row = 0; row < _patch.Rows; row++)
        {
            for (int column = 0; column < _patch.Columns; column++)
            {
                // An empty cell keeps what the neighbours' ink leaves in it, by their levels.
                if ((Levels[row, column] ?? Neighbour(row, column)) is { } levels)
                {
                    Stretch(Around(row, column), levels);
                }
            }
        }

        Lined = Ink;
    }

    private InkLevels? Neighbour(int row, int column)
    {
        for (int y = Math.Max(0, row - 1); y <= Math.Min(_patch.Rows - 1, row + 1); y++)
        {
            for (int x = Math.Max(0, column - 1); x <= Math.Min(_patch.Columns - 1, column + 1); x++)
            {
                if (Levels[y, x] is { } levels)
                {
                    return levels;
                }
            }
        }

        return null;
    }

    // The cell, and at the field's border the margin beside it.
    private PixelBox Around(int row, int column)
    {
        PixelBox cell = _patch.Cell(row, column);
        int left = column == 0 ? 0 : cell.X;
        int top = row == 0 ? 0 : cell.Y;
        int right = column == _patch.Columns - 1 ? _absorbed.Width : cell.Right;
        int bottom = row == _patch.Rows - 1 ? _absorbed.Height : cell.Bottom;
        return new PixelBox(left, top, right - left, bottom - top);
    }

    private InkLevels? LevelsOf(PixelBox cell)
    {
        int beside = (int)(BesideLines * Math.Min(cell.Width, cell.Height));
        int[] histogram = new int[InkLevels.Bins];
        for (int y = cell.Y + beside; y < cell.Bottom - beside; y++)
        {
            ReadOnlySpan<byte> row = _absorbed.Row(y);
            for (int x = cell.X + beside; x < cell.Right - beside; x++)
            {
                histogram[InkLevels.Bin((row[x] - 128) * 2)]++;
            }
        }

        return InkLevels.Find(histogram);
    }

    private void Stretch(PixelBox area, InkLevels levels)
    {
        for (int y = area.Y; y < area.Bottom; y++)
        {
            ReadOnlySpan<byte> from = _absorbed.Row(y);
            Span<byte> to = Ink.Row(y);
            for (int x = area.X; x < area.Right; x++)
            {
                to[x] = levels.Stretch((from[x] - 128) * 2);
            }
        }
    }

    private void RemoveLines()
    {
        Lined = new GrayImage(Ink.Width, Ink.Height, Ink.Pixels.ToArray());
        List<Rule> rules = [];
        GrayImage turned = Transpose.Of(Ink);
        for (int row = 0; row <= _patch.Rows; row++)
        {
            for (int column = 0; column < _patch.Columns; column++)
            {
                int start = _patch.Margin + (column * _patch.CellWidth);
                AddRule(rules, Ink, start, start + _patch.CellWidth, _patch.Margin + (row * _patch.CellHeight), upright: false);
            }
        }

        for (int column = 0; column <= _patch.Columns; column++)
        {
            for (int row = 0; row < _patch.Rows; row++)
            {
                int start = _patch.Margin + (row * _patch.CellHeight);
                AddRule(rules, turned, start, start + _patch.CellHeight, _patch.Margin + (column * _patch.CellWidth), upright: true);
            }
        }

        RuleRemover.Remove(Ink, rules);
    }

    // The piece of a line along one cell: where most columns have ink near where it should be. Its middle and thickness are the medians of the columns.
    private void AddRule(List<Rule> rules, GrayImage ink, int start, int end, int across, bool upright)
    {
        double side = Math.Min(_patch.CellWidth, _patch.CellHeight);
        int reach = Math.Max(2, (int)(LineReach * side));
        int thickest = Math.Max(3, (int)(ThickestLine * side));
        List<(double Middle, int Thickness)> runs = [];
        for (int x = start; x < end; x++)
        {
            if (Run(ink, x, across, reach) is { } run && run.End - run.Start <= thickest)
            {
                runs.Add(((run.Start + run.End) / 2.0, run.End - run.Start));
            }
        }

        if (runs.Count < 0.3 * (end - start))
        {
            return;
        }

        double[] middles = [.. runs.Select(run => run.Middle).Order()];
        int[] thickness = [.. runs.Select(run => run.Thickness).Order()];
        double middle = middles[middles.Length / 2];
        var rule = new Rule(new(start, middle), new(end, middle), thickness[thickness.Length / 2], IsUpright: false);
        rules.Add(upright ? rule.Transposed() : rule);
    }

    // The run of ink down a column that reaches nearest to a row.
    private static (int Start, int End)? Run(GrayImage ink, int x, int y, int reach)
    {
        for (int off = 0; off <= reach; off++)
        {
            foreach (int row in off == 0 ? [y] : new[] { y - off, y + off })
            {
                if ((uint)row < ink.Height && ink[x, row] >= DigitIsolator.Least)
                {
                    int start = row;
                    int end = row + 1;
                    while (start > 0 && ink[x, start - 1] >= DigitIsolator.Least)
                    {
                        start--;
                    }

                    while (end < ink.Height && ink[x, end] >= DigitIsolator.Least)
                    {
                        end++;
                    }

                    return (start, end);
                }
            }
        }

        return null;
    }
}
