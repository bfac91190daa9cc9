using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms;

/// <summary>Draws a form from its template: printed, filled in by hand, and as a phone sees it.</summary>
internal static class FormDrawing
{
    public const byte Paper = 240;
    private const byte Print = 70;
    private const byte Mark = 20;
    private const byte Pencil = 60;

    /// <summary>The form on white paper.</summary>
    /// <param name="template">What is printed on it.</param>
    /// <param name="scale">Pixels to the page's unit.</param>
    /// <param name="values">What is written in it, by the names under which fields are reported; a space, or an empty cell's sign, leaves a cell empty.</param>
    /// <param name="seed">Decides on the hand.</param>
    public static GrayImage Draw(FormTemplate template, double scale, IReadOnlyDictionary<string, string>? values = null, long seed = 1)
    {
        GrayImage page = Pictures.Flat((int)(template.Width * scale), (int)(template.Height * scale), Paper);
        foreach (FormMark mark in template.Marks)
        {
            Fill(page, (mark.X - (mark.Size / 2)) * scale, (mark.Y - (mark.Size / 2)) * scale, mark.Size * scale, mark.Size * scale, Mark);
        }

        foreach (FormLine line in FormStructure.Of(template).Lines)
        {
            const double Half = 1.2;
            Fill(page, (Math.Min(line.X1, line.X2) * scale) - Half, (Math.Min(line.Y1, line.Y2) * scale) - Half, (Math.Abs(line.X2 - line.X1) * scale) + (2 * Half), (Math.Abs(line.Y2 - line.Y1) * scale) + (2 * Half), Print);
        }

        var random = new SeededRandom(seed, 0x464F524D);
        foreach (FormField field in template.Fields)
        {
            IReadOnlyList<string> names = field.ReportedNames;
            for (int i = 0; i < names.Count; i++)
            {
                Write(page, field, i, values?.GetValueOrDefault(names[i]) ?? "", scale, random);
            }
        }

        return page;
    }

    /// <summary>A photo of a page on a dark table, from an angle, under light that falls off.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">Width of the photo.</param>
    /// <param name="height">Its height.</param>
    /// <param name="corners">Where the page's corners are in it.</param>
    /// <param name="grain">Deviation of the noise.</param>
    public static GrayImage Photo(GrayImage page, int width, int height, Quadrilateral corners, double grain = 2)
    {
        Homography toPage = Homography.Between(corners, Quadrilateral.OfSize(page.Width, page.Height));
        GrayImage photo = Warp.Apply(page, toPage, width, height, beyond: 70);
        Drawing.Light(photo, fall: 0.35, grain, seed: 5);
        return photo;
    }

    /// <summary>A picture in colour that is grey.</summary>
    public static ColorImage Color(GrayImage picture)
    {
        byte[] pixels = new byte[4 * picture.Pixels.Length];
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            pixels.AsSpan(4 * i, 3).Fill(picture.Pixels[i]);
            pixels[(4 * i) + 3] = 255;
        }

        return new ColorImage(picture.Width, picture.Height, pixels);
    }

    private static void Write(GrayImage page, FormField field, int reported, string text, double scale, SeededRandom random)
    {
        double width = field.Box.Width * scale / field.Columns;
        double height = field.Box.Height * scale / field.Rows;
        bool cells = field.Cells == FormCells.Digit;
        int row = cells ? reported : reported / field.Columns;
        double left = (field.Box.X * scale) + (cells ? 0 : reported % field.Columns * width);
        double top = (field.Box.Y * scale) + (row * height);
        double step = cells ? width : Math.Min(0.62 * height, width / (text.Length + 1));
        double start = cells ? left : left + (0.3 * height);
        int size = (int)(0.72 * Math.Min(height, cells ? width * 1.2 : height));
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && !(cells && field.IsGrid && text[i] == field.Empty))
            {
                GrayImage digit = DrawnDigits.Draw(text[i] - '0', size, random);
                Lay(page, digit, (int)(start + (i * step) + ((step - size) / 2)), (int)(top + ((height - size) / 2)));
            }
        }
    }

    public static void Lay(GrayImage page, GrayImage ink, int left, int top)
    {
        for (int y = Math.Max(0, -top); y < ink.Height && top + y < page.Height; y++)
        {
            for (int x = Math.Max(0, -left); x < ink.Width && left + x < page.Width; x++)
            {
                byte here = page[left + x, top + y];
                page[left + x, top + y] = Math.Min(here, (byte)(Paper - ((Paper - Pencil) * ink[x, y] / 255)));
            }
        }
    }

    // A rectangle with soft edges: each pixel by the share of it that is covered.
    private static void Fill(GrayImage page, double left, double top, double width, double height, byte level)
    {
        for (int y = Math.Max(0, (int)top); y < Math.Min(page.Height, top + height); y++)
        {
            for (int x = Math.Max(0, (int)left); x < Math.Min(page.Width, left + width); x++)
            {
                double covered = Overlap(x, left, left + width) * Overlap(y, top, top + height);
                page[x, y] = (byte)Math.Round(page[x, y] - ((page[x, y] - level) * covered));
            }
        }
    }

    private static double Overlap(int pixel, double from, double to) => Math.Max(0, Math.Min(pixel + 1, to) - Math.Max(pixel, from));
}
