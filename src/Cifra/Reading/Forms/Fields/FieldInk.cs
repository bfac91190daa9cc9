using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Forms.Fields;

/// <summary>The ink of a field, separated from its paper cell by cell (<see cref="PictureInk"/>), without the printed lines, whose places are known.</summary>
internal sealed class FieldInk
{
    private static readonly FieldInkOptions Options = FieldInkOptions.Default;

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

    /// <summary>The field's ink, and the map back to its patch.</summary>
    public PictureInk Picture { get; }

    /// <summary>The ink, bright on black: each cell stretched by its own levels, printed lines removed.</summary>
    public GrayImage Ink => Picture.Ink;

    /// <summary>The levels of paper and ink of each cell; null if nothing stands out, as in an empty cell.</summary>
    public InkLevels?[,] Levels => Picture.CellLevels;

    /// <summary>The ink of a field.</summary>
    /// <param name="patch">The field, its ink dark.</param>
    /// <param name="lined">Whether lines are printed around and between its cells.</param>
    public static FieldInk Of(FieldPatch patch, bool lined) => new(patch, lined);

    private static PictureInkOptions Steps(InkCells cells) => PictureInkOptions.Default with
    {
        Subject = "a form's field",
        WorkingSide = int.MaxValue,
        FindPage = false,
        InkIsDark = true,
        WidestStroke = Options.WidestStroke * cells.ShorterSide,
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

    // The piece of a printed line along one cell, if enough columns have ink near its expected place. Middle and thickness are the medians over those columns.
    private void AddRule(List<Rule> rules, GrayImage ink, int start, int end, int across, bool upright)
    {
        double side = Math.Min(_patch.CellWidth, _patch.CellHeight);
        int reach = Math.Max(Options.LeastLineReach, (int)(Options.LineReach * side));
        int thickest = Math.Max(Options.LeastThickestLine, (int)(Options.ThickestLine * side));
        List<(double Middle, int Thickness)> runs = [];
        for (int x = start; x < end; x++)
        {
            if (Run(ink, x, across, reach) is { } run && run.End - run.Start <= thickest)
            {
                runs.Add(((run.Start + run.End) / 2.0, run.End - run.Start));
            }
        }

        if (runs.Count < Options.LeastSeen * (end - start))
        {
            return;
        }

        double[] middles = [.. runs.Select(run => run.Middle).Order()];
        int[] thickness = [.. runs.Select(run => run.Thickness).Order()];
        double middle = middles[middles.Length / 2];
        var rule = new Rule(new(start, middle), new(end, middle), thickness[thickness.Length / 2], IsUpright: false);
        rules.Add(upright ? rule.Transposed() : rule);
    }

    // The vertical run of ink in a column that comes nearest to a row.
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
