using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Forms.Fields;

/// <summary>Finds what is wrong with the picture of a field.</summary>
internal static class FieldFlaws
{
    /// <summary>The flaw of a field without ink.</summary>
    public const string Empty = "empty";

    private const string TooLight = "too light";
    private const string TooDark = "too dark";
    private const string OutOfFocus = "out of focus";
    private const string Clipped = "clipped";
    private const string StruckThrough = "struck through";

    private static readonly FieldFlawsOptions Options = FieldFlawsOptions.Default;

    /// <summary>The flaws of a row of cells, a few words each.</summary>
    /// <param name="patch">The field.</param>
    /// <param name="ink">Its ink.</param>
    /// <param name="digits">The ink in its cells, null for an empty one.</param>
    /// <param name="row">The row's index, from 0.</param>
    /// <param name="clipped">Whether a part of the field lies outside the picture.</param>
    public static IReadOnlyList<string> Of(FieldPatch patch, FieldInk ink, CellDigit?[] digits, int row, bool clipped)
    {
        List<string> flaws = clipped ? [Clipped] : [];
        if (Histogram.Quantile(Histogram.Of(patch.Picture.Pixels), 0.5) < Options.DarkestPaper)
        {
            flaws.Add(TooDark);
        }

        CellDigit[] inked = [.. digits.OfType<CellDigit>().Where(digit => digit.Cell / patch.Columns == row)];
        if (inked.Length == 0)
        {
            flaws.Add(Empty);
            return flaws;
        }

        InkLevels[] levels = [.. inked.Select(digit => ink.Levels[row, digit.Cell % patch.Columns]).OfType<InkLevels>()];
        if (levels.Length > 0 && levels.Average(level => level.Ink - level.Paper) < Options.LeastAbsorption * 255)
        {
            flaws.Add(TooLight);
        }

        double widest = Math.Max(Options.LeastWidestEdge, Options.WidestEdge * Math.Min(patch.CellHeight, patch.CellWidth));
        if (inked.Average(digit => EdgeWidth(ink.Ink, digit.Box)) > widest)
        {
            flaws.Add(OutOfFocus);
        }

        if (IsStruckThrough(patch, ink, inked))
        {
            flaws.Add(StruckThrough);
        }

        return flaws;
    }

    // Pixels from paper to full ink at the steepest edges: full ink divided by a high quantile of the rises. It is taken from the field's ink, because a
    // digit's own ink is cut off where it is faint.
    private static double EdgeWidth(GrayImage ink, PixelBox box)
    {
        int[] rises = new int[256];
        for (int y = Math.Max(1, box.Y); y < box.Bottom; y++)
        {
            for (int x = Math.Max(1, box.X); x < box.Right; x++)
            {
                int rise = Math.Max(Math.Abs(ink[x, y] - ink[x - 1, y]), Math.Abs(ink[x, y] - ink[x, y - 1]));
                rises[rise] += rise > 0 ? 1 : 0;
            }
        }

        return 255.0 / Math.Max(1, Histogram.Quantile(rises, Options.SteepRises));
    }

    private static bool IsStruckThrough(FieldPatch patch, FieldInk ink, CellDigit[] inked)
    {
        PixelBox around = inked.Aggregate(default(PixelBox), (sum, digit) => sum.Union(digit.Box));
        if (around.Width < Options.StrikeOfCell * patch.CellHeight)
        {
            return false;
        }

        double top = Options.StrikeFromEdge * around.Height;
        double bottom = around.Height - top;
        GrayImage part = around.CutFrom(ink.Ink);
        double least = Math.Max(Options.StrikeOfInk * around.Width, Options.StrikeOfCell * patch.CellHeight);
        bool IsInTheMiddle(double y) => y > top && y < bottom;
        return RuleFinder.Find(part, Options.StrikeSlope).Any(rule => !rule.IsUpright && rule.Length >= least && IsInTheMiddle(rule.Across(part.Width / 2.0)));
    }
}
