using Cifra.Evaluation;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Reading.Digits;

namespace Cifra.Reporting.Cards;

/// <summary>The pictures that a network read wrong, on one sheet: under each the true digit and, after a gap, the one read.</summary>
public static class ErrorSheet
{
    private const int Columns = 10;
    private const int Zoom = 2;
    private const int Gap = 4;
    private const int Dot = 2;
    private const int Picture = DigitInput.Side * Zoom;
    private const int CellWidth = Picture + Gap;
    private const int CellHeight = Picture + (DigitGlyphs.Height * Dot) + (3 * Gap);
    private const byte Back = 40;
    private const byte Caption = 230;

    /// <summary>The sheet; null where nothing was read wrong.</summary>
    /// <param name="report">What was read.</param>
    /// <param name="most">Most pictures shown, the worst; 1 or more.</param>
    public static GrayImage? Draw(EvaluationReport report, int most = 100)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        RankedImage[] errors = [.. report.Errors.Take(most)];
        if (errors.Length == 0)
        {
            return null;
        }

        int rows = (errors.Length + Columns - 1) / Columns;
        var sheet = new GrayImage((Math.Min(Columns, errors.Length) * CellWidth) + Gap, (rows * CellHeight) + Gap);
        sheet.Pixels.Fill(Back);
        for (int i = 0; i < errors.Length; i++)
        {
            int left = Gap + (i % Columns * CellWidth);
            int top = Gap + (i / Columns * CellHeight);
            DrawPicture(report.Predictions.Set.Pixels(errors[i].Index), sheet, left, top);
            DrawDigit(errors[i].True, sheet, left + (Picture / 4), top + Picture + Gap);
            DrawDigit(errors[i].Read, sheet, left + (Picture * 5 / 8), top + Picture + Gap);
        }

        return sheet;
    }

    private static void DrawPicture(ReadOnlySpan<byte> picture, GrayImage sheet, int left, int top)
    {
        for (int i = 0; i < Picture * Picture; i++)
        {
            (int y, int x) = (i / Picture, i % Picture);
            sheet[left + x, top + y] = picture[(y / Zoom * DigitInput.Side) + (x / Zoom)];
        }
    }

    private static void DrawDigit(int digit, GrayImage sheet, int left, int top)
    {
        for (int y = 0; y < DigitGlyphs.Height * Dot; y++)
        {
            for (int x = 0; x < DigitGlyphs.Width * Dot; x++)
            {
                if (DigitGlyphs.HasDot((char)('0' + digit), x / Dot, y / Dot))
                {
                    sheet[left + x, top + y] = Caption;
                }
            }
        }
    }
}
