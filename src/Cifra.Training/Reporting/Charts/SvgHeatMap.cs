using Cifra.Evaluation;

namespace Cifra.Reporting.Charts;

/// <summary>
/// The confusion matrix as a heat map of its errors. Each cell carries its count and its share of the row, and a level of heat
/// for either; the style sheet shows the one that the reader picked. A cell with errors links to its errors.
/// </summary>
internal static class SvgHeatMap
{
    private const int Classes = Predictions.Classes;
    private const double Cell = 40;
    private const double Left = 46;
    private const double Top = 46;
    private const double SumGap = 6;
    private const double SumWidth = 52;
    private const double Width = Left + (Classes * Cell) + SumGap + SumWidth;
    private const double Height = Top + (Classes * Cell) + SumGap + Cell;

    public static void Write(Markup page, ConfusionMatrix confusion)
    {
        var counts = new HeatScale(LargestCount(confusion));
        var shares = new HeatScale(LargestShare(confusion));

        Svg.Begin(page, "matrix", Width, Height, "Confusion matrix: rows are the digits shown, columns the digits read", role: "group");
        Svg.Text(page, "axis mid", Left + (Classes * Cell / 2), 13, "read as");
        page.Leaf("text", "true digit", ("class", "axis mid"), ("transform", $"translate(12 {Svg.Number(Top + (Classes * Cell / 2))}) rotate(-90)"));
        for (int label = 0; label < Classes; label++)
        {
            Svg.Text(page, "head mid", CellX(label) + (Cell / 2), Top - 10, Digit(label));
            Svg.Text(page, "head mid", Left - 12, CellY(label) + 26, Digit(label));
            for (int read = 0; read < Classes; read++)
            {
                WriteCell(page, confusion, label, read, counts, shares);
            }
        }

        WriteSums(page, confusion);
        page.Close();
    }

    /// <summary>The part of all pictures of a digit that was read as another.</summary>
    public static double Share(ConfusionMatrix confusion, int label, int read) =>
        confusion.Seen(label) == 0 ? 0 : (double)confusion[label, read] / confusion.Seen(label);

    /// <summary>The largest count off the diagonal.</summary>
    public static int LargestCount(ConfusionMatrix confusion) =>
        confusion.ConfusedPairs().Select(pair => pair.Count).DefaultIfEmpty().Max();

    /// <summary>The largest share off the diagonal.</summary>
    public static double LargestShare(ConfusionMatrix confusion) =>
        confusion.ConfusedPairs().Select(pair => Share(confusion, pair.True, pair.Read)).DefaultIfEmpty().Max();

    private static void WriteCell(Markup page, ConfusionMatrix confusion, int label, int read, HeatScale counts, HeatScale shares)
    {
        int count = confusion[label, read];
        double share = Share(confusion, label, read);
        bool right = label == read;
        string what = $"{label} read as {read}: {Figures.Count(count)}, {Figures.Percent(share)} of the {label}s";
        string heat = right ? "right" : $"c{counts.Level(count)} w{shares.Level(share)}";

        if (right || count == 0)
        {
            page.Open("g", ("class", $"cell {heat}"));
        }
        else
        {
            page.Open("a", ("class", $"cell {heat}"), ("href", $"#{ErrorFilters.Pair(label, read)}"));
        }

        page.Leaf("title", what);
        Svg.Rect(page, "back", CellX(read) + 1, CellY(label) + 1, Cell - 2, Cell - 2);
        if (count > 0)
        {
            Svg.Text(page, "mid count", CellX(read) + (Cell / 2), CellY(label) + 25, Figures.Count(count));
            Svg.Text(page, "mid share", CellX(read) + (Cell / 2), CellY(label) + 25, Percent(share));
        }

        page.Close();
    }

    // Beside each row and below each column: how many of its pictures are errors, a link to them.
    private static void WriteSums(Markup page, ConfusionMatrix confusion)
    {
        double right = CellX(Classes) + SumGap;
        double bottom = CellY(Classes) + SumGap;
        Svg.Text(page, "tick mid", right + (SumWidth / 2), Top - 10, "errors");
        Svg.Text(page, "tick end", Left - 4, bottom + 25, "errors");
        for (int digit = 0; digit < Classes; digit++)
        {
            int missed = confusion.Seen(digit) - confusion[digit, digit];
            int wrong = confusion.ReadAs(digit) - confusion[digit, digit];
            WriteSum(page, missed, ErrorFilters.True(digit), $"{digit} read as another digit", right, CellY(digit), SumWidth);
            WriteSum(page, wrong, ErrorFilters.Read(digit), $"another digit read as {digit}", CellX(digit), bottom, Cell);
        }

        WriteSum(page, confusion.Images - confusion.Correct, ErrorFilters.All, "all errors", right, bottom, SumWidth);
    }

    private static void WriteSum(Markup page, int count, string target, string what, double x, double y, double width)
    {
        string title = $"{what}: {Figures.Count(count)}";
        if (count == 0)
        {
            page.Open("g", ("class", "sum"));
        }
        else
        {
            page.Open("a", ("class", "sum"), ("href", $"#{target}"));
        }

        page.Leaf("title", title);
        Svg.Rect(page, "back", x + 1, y + 1, width - 2, Cell - 2);
        Svg.Text(page, "mid", x + (width / 2), y + 25, count == 0 ? "·" : Figures.Count(count));
        page.Close();
    }

    private static double CellX(int column) => Left + (column * Cell);

    private static double CellY(int row) => Top + (row * Cell);

    // 100 only where nothing is missing; it also fits the cell better than 100.0.
    private static string Percent(double share) => share == 1 ? "100" : Figures.Fixed(Math.Min(100 * share, 99.9), 1);

    private static string Digit(int digit) => Figures.Fixed(digit, 0);
}
