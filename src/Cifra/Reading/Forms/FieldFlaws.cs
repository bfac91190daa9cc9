using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Forms;

/// <summary>Says what is wrong with the picture of a field.</summary>
internal static class FieldFlaws
{
    /// <summary>Nothing is written in it.</summary>
    public const string Empty = "empty";

    private const string TooLight = "too light";
    private const string TooDark = "too dark";
    private const string OutOfFocus = "out of focus";
    private const string Clipped = "clipped";
    private const string StruckThrough = "struck through";

    /// <summary>Ink that takes less of the paper's light than this is too light.</summary>
    private const double LeastInk = 0.16;

    /// <summary>Paper below this level is too dark.</summary>
    private const int DarkestPaper = 50;

    /// <summary>The steepest edges of ink rise within at most this part of a cell's height; a sharp stroke's rise within two or three pixels.</summary>
    private const double WidestEdge = 0.066;
    private const double LeastWidestEdge = 4.2;

    /// <summary>A line that strikes a field through is this part of its ink long at least, lies so far from the ink's top and bottom, and slopes by this at most.</summary>
    private const double LongStrike = 0.75;
    private const double MiddleOfInk = 0.22;
    private const double SteepestStrike = 0.35;

    /// <summary>It is longer than this many cell heights, or it is a digit's own stroke.</summary>
    private const double LeastStrike = 1.1;

    /// <summary>The flaws of a row of cells, a few words each.</summary>
    /// <param name="patch">The field.</param>
    /// <param name="ink">Its ink.</param>
    /// <param name="digits">What is in its cells.</param>
    /// <param name="row">The row.</param>
    /// <param name="clipped">Whether a part of the field lies out of the picture.</param>
    public static IReadOnlyList<string> Of(FieldPatch patch, FieldInk ink, CellDigit?[] digits, int row, bool clipped)
    {
        List<string> flaws = clipped ? [Clipped] : [];
        if (Histogram.Quantile(Histogram.Of(patch.Picture.Pixels), 0.5) < DarkestPaper)
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
        if (levels.Length > 0 && levels.Average(level => level.Ink - level.Paper) < LeastInk * 255)
        {
            flaws.Add(TooLight);
        }

        if (inked.Average(digit => EdgeWidth(ink.Ink, digit.Box)) > Math.Max(LeastWidestEdge, WidestEdge * Math.Min(patch.CellHeight, patch.CellWidth)))
        {
            flaws.Add(OutOfFocus);
        }

        if (IsStruckThrough(patch, ink, inked))
        {
            flaws.Add(StruckThrough);
        }

        return flaws;
    }

    // Pixels from paper to full ink where the ink rises most steeply: full ink over the steepest rises. The field's ink, since a digit's own is cut off where it is faint.
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

        return 255.0 / Math.Max(1, Histogram.Quantile(rises, 0.9));
    }

    private static bool IsStruckThrough(FieldPatch patch, FieldInk ink, CellDigit[] inked)
    {
        PixelBox around = inked.Aggregate(default(PixelBox), (sum, digit) => sum.Union(digit.Box));
        if (around.Width < LeastStrike * patch.CellHeight)
        {
            return false;
        }

        double top = MiddleOfInk * around.Height;
        double bottom = around.Height - top;
        GrayImage part = around.CutFrom(ink.Ink);
        double least = Math.Max(LongStrike * around.Width, LeastStrike * patch.CellHeight);
        return RuleFinder.Find(part, SteepestStrike).Any(rule => !rule.IsUpright && rule.Length >= least && rule.Across(part.Width / 2.0) > top && rule.Across(part.Width / 2.0) < bottom);
    }
}
