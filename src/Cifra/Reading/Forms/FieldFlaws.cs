using Cifra.Imaging;
using Cifra.Imaging.Pages;
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
    private const double WidestEdge = 0.11;
    private const double LeastWidestEdge = 4.2;

    /// <summary>A line that strikes a field through is this part of its ink long at least, lies so far from the ink's top and bottom, and slopes by this at most.</summary>
    private const double LongStrike = 0.75;
    private const double MiddleOfInk = 0.22;
    private const double SteepestStrike = 0.35;

    /// <summary>It is longer than this many cell heights, or it is a digit's own stroke.</summary>
    private const double LeastStrike = 1.1;

    /// <summary>The flaws, a few words each.</summary>
    /// <param name="patch">The field.</param>
    /// <param name="ink">Its ink.</param>
    /// <param name="digits">What is in its cells.</param>
    /// <param name="border">Its border in the picture as it was given.</param>
    /// <param name="width">Width of that picture.</param>
    /// <param name="height">Its height.</param>
    public static IReadOnlyList<string> Of(FieldPatch patch, FieldInk ink, CellDigit?[] digits, Quadrilateral border, int width, int height)
    {
        List<string> flaws = [];
        if (border.Corners.Any(p => p.X < -1 || p.Y < -1 || p.X > width + 1 || p.Y > height + 1))
        {
            flaws.Add(Clipped);
        }

        if (Histogram.Quantile(Histogram.Of(ink.Paper.Pixels), 0.5) < DarkestPaper)
        {
            flaws.Add(TooDark);
        }

        CellDigit[] inked = [.. digits.OfType<CellDigit>()];
        if (inked.Length == 0)
        {
            flaws.Add(Empty);
            return flaws;
        }

        InkLevels[] levels = [.. inked.Select(digit => ink.Levels[digit.Cell / patch.Columns, digit.Cell % patch.Columns]).OfType<InkLevels>()];
        if (levels.Length > 0 && levels.Average(level => level.Ink - level.Paper) < LeastInk * 255)
        {
            flaws.Add(TooLight);
        }

        if (inked.Average(EdgeWidth) > Math.Max(LeastWidestEdge, WidestEdge * Math.Min(patch.CellHeight, patch.CellWidth)))
        {
            flaws.Add(OutOfFocus);
        }

        if (IsStruckThrough(patch, ink, inked))
        {
            flaws.Add(StruckThrough);
        }

        return flaws;
    }

    // Pixels from paper to full ink where the ink rises most steeply: full ink over the steepest rises' mean.
    private static double EdgeWidth(CellDigit digit)
    {
        GrayImage ink = digit.Ink;
        int[] rises = new int[256];
        for (int y = 1; y < ink.Height; y++)
        {
            for (int x = 1; x < ink.Width; x++)
            {
                int rise = Math.Max(Math.Abs(ink[x, y] - ink[x - 1, y]), Math.Abs(ink[x, y] - ink[x, y - 1]));
                rises[rise] += rise > 0 ? 1 : 0;
            }
        }

        return 255.0 / Math.Max(1, Histogram.Quantile(rises, 0.9));
    }

    private static bool IsStruckThrough(FieldPatch patch, FieldInk ink, CellDigit[] inked)
    {
        for (int row = 0; row < patch.Rows; row++)
        {
            PixelBox[] boxes = [.. inked.Where(digit => digit.Cell / patch.Columns == row).Select(digit => digit.Box)];
            PixelBox around = boxes.Aggregate(default(PixelBox), (sum, box) => sum.Union(box));
            if (around.Width < LeastStrike * patch.CellHeight)
            {
                continue;
            }

            double top = around.Y + (MiddleOfInk * around.Height);
            double bottom = around.Bottom - (MiddleOfInk * around.Height);
            GrayImage part = around.CutFrom(ink.Ink);
            if (RuleFinder.Find(part, SteepestStrike).Any(rule => !rule.IsUpright && rule.Length >= LongStrike * around.Width && rule.Length >= LeastStrike * patch.CellHeight
                && Middle(rule, part.Width) + around.Y > top && Middle(rule, part.Width) + around.Y < bottom))
            {
                return true;
            }
        }

        return false;
    }

    private static double Middle(Rule rule, int width) => rule.Across(width / 2.0);
}
