using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Forms.Fields;

/// <summary>The ink of a field, taken off its paper cell by cell (<see cref="PictureInk"/>); its printed lines, whose places are known, taken out.</summary>
internal sealed class FieldInk
{
    /// <summary>The widest stroke, as a part of a cell's shorter side.</summary>
    private const double WidestStroke = 0.28;

    /// <summary>A printed line is at most this thick, as a part of a cell's shorter side; it is looked for so far from where it should be.</summary>
    private const double ThickestLine = 0.2;
    private const double LineReach = 0.07;

    private readonly FieldPatch _patch;

    private FieldInk(FieldPatch patch, bool lined)
    {
        _patch = patch;
        Picture = PictureInk.Of(patch.Picture, Steps(patch.Cells));
        if (lined)
        {
            Picture = Picture.Showing(WithoutLines(Picture.Ink));
        }
    }

    /// <summary>The field's ink with the way back to its patch.</summary>
    public PictureInk Picture { get; }

    /// <summary>Bright ink on black: each cell stretched by its own levels, printed lines taken out.</summary>
    public GrayImage Ink => Picture.Ink;

    /// <summary>The levels of each cell's paper and ink; null where nothing stands out: the cell is empty.</summary>
    public InkLevels?[,] Levels => Picture.CellLevels;

    /// <summary>Takes the ink of a field.</summary>
    /// <param name="patch">The field, its ink dark.</param>
    /// <param name="lined">Whether lines are printed around and between its cells.</param>
    public static FieldInk Of(FieldPatch patch, bool lined) => new(patch, lined);

    private static PictureInkOptions Steps(InkCells cells) => PictureInkOptions.Default with
    {
        Subject = "a form's field",
        WorkingSide = int.MaxValue,
        FindPage = false,
        InkIsDark = true,
        WidestStroke = WidestStroke * cells.ShorterSide,
        SuppressPattern = false,
        Cells = cells,
        RemoveRules = false,
        Straighten = false,
    };

    private GrayImage WithoutLines(GrayImage lined)
    {
        var ink = new GrayImage(lined.Width, lined.Height, lined.Pixels.ToArray());
        List<Rule> rules = [];
        GrayImage turned = Transpose.Of(ink);
        for (int row = 0; row <= _patch.Rows; row++)
        {
            for (int column = 0; column < _patch.Columns; column++)
            {
                int start = _patch.Margin + (column * _patch.CellWidth);
                AddRule(rules, ink, start, start + _patch.CellWidth, _patch.Margin + (row * _patch.CellHeight), upright: false);
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

        RuleRemover.Remove(ink, rules);
        return ink;
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
