using System.Globalization;
using Cifra.Data;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Reading.Digits;

namespace Cifra.Reporting;

/// <summary>Draws misread pictures side by side: under each the label on the left and what was read on the right.</summary>
public static class MisreadSheet
{
    /// <summary>Pictures that a sheet has room for.</summary>
    public const int MostImages = 96;

    private const int Columns = 16;
    private const int Enlarged = 2;
    private const int Picture = DigitInput.Side * Enlarged;
    private const int Gap = 8;
    private const int Dot = 2;
    private const int CaptionGap = 4;
    private const int CellWidth = Picture + Gap;
    private const int CellHeight = Picture + CaptionGap + (DigitGlyphs.Height * Dot) + Gap;
    private const int MostRead = 3; // the caption has room for the label and so many
    private const int FrameDistance = 1;
    private const int FrameWidth = 2;
    private const byte Paper = 255;
    private const byte Ink = 40;
    private const byte FrameLevel = 140;

    /// <summary>One sheet, sixteen pictures in a row; a picture of doubtful label stands in a frame.</summary>
    /// <param name="set">The pictures, with labels.</param>
    /// <param name="images">1 to <see cref="MostImages"/> of them.</param>
    /// <exception cref="ArgumentException">There are too many or none, or the set has no labels.</exception>
    public static GrayImage Draw(DigitSet set, IReadOnlyList<MisreadImage> images)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        Guard.InRange(images.Count, 1, MostImages);
        if (!set.HasLabels)
        {
            throw new ArgumentException($"{set.Name} has no labels to write under its pictures.", nameof(set));
        }

        int columns = Math.Min(Columns, images.Count);
        int rows = (images.Count + columns - 1) / columns;
        var sheet = new GrayImage((columns * CellWidth) + Gap, (rows * CellHeight) + Gap);
        sheet.Pixels.Fill(Paper);
        for (int i = 0; i < images.Count; i++)
        {
            int left = Gap + (i % columns * CellWidth);
            int top = Gap + (i / columns * CellHeight);
            DrawOne(sheet, left, top, set, images[i]);
        }

        return sheet;
    }

    private static void DrawOne(GrayImage sheet, int left, int top, DigitSet set, MisreadImage image)
    {
        if (image.Doubtful)
        {
            int outer = FrameDistance + FrameWidth;
            Fill(sheet, new PixelBox(left - outer, top - outer, Picture + (2 * outer), Picture + (2 * outer)), FrameLevel);
            Fill(sheet, new PixelBox(left - FrameDistance, top - FrameDistance, Picture + (2 * FrameDistance), Picture + (2 * FrameDistance)), Paper);
        }

        ReadOnlySpan<byte> pixels = set.Pixels(image.Index);
        for (int y = 0; y < Picture; y++)
        {
            for (int x = 0; x < Picture; x++)
            {
                sheet[left + x, top + y] = pixels[(y / Enlarged * DigitInput.Side) + (x / Enlarged)];
            }
        }

        string read = string.Concat(image.Read.Take(MostRead).Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
        int caption = top + Picture + CaptionGap;
        Write(sheet, set.Labels[image.Index].ToString(CultureInfo.InvariantCulture), left, caption);
        Write(sheet, read, left + Picture - (((read.Length * DigitGlyphs.Pitch) - 1) * Dot), caption);
    }

    private static void Write(GrayImage sheet, string text, int left, int top)
    {
        for (int i = 0; i < text.Length; i++)
        {
            for (int y = 0; y < DigitGlyphs.Height; y++)
            {
                for (int x = 0; x < DigitGlyphs.Width; x++)
                {
                    if (DigitGlyphs.HasDot(text[i], x, y))
                    {
                        Fill(sheet, new PixelBox(left + (((i * DigitGlyphs.Pitch) + x) * Dot), top + (y * Dot), Dot, Dot), Ink);
                    }
                }
            }
        }
    }

    private static void Fill(GrayImage sheet, PixelBox box, byte level)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            sheet.Row(y).Slice(box.X, box.Width).Fill(level);
        }
    }
}
