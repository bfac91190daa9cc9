using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Digits;
using Cifra.Reading.Forms;

namespace Cifra.Reading.Output;

/// <summary>Draws what was read onto the picture that it was read from.</summary>
public static class Annotator
{
    private static readonly (byte Red, byte Green, byte Blue) Paper = (255, 255, 255);

    /// <summary>A copy of the picture with a box around each digit, the outline of what it stands on where that is known, and each number's value above it.</summary>
    /// <param name="picture">The picture that was read; it is not changed.</param>
    /// <param name="reading">What was read from it.</param>
    /// <returns>Green for an accepted number, orange with a question mark for an unsure one, red for what is no digit.</returns>
    /// <exception cref="ArgumentException">The reading is of a picture of another size.</exception>
    public static ColorImage Annotate(ColorImage picture, PictureReading reading)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Width != picture.Width || reading.Height != picture.Height)
        {
            throw new ArgumentException(
                $"The reading is of a picture of {reading.Width}x{reading.Height}; this one is {picture.Width}x{picture.Height}.", nameof(reading));
        }

        var result = new ColorImage(picture.Width, picture.Height, picture.Pixels.ToArray());
        int line = Math.Max(1, Math.Max(picture.Width, picture.Height) / 500);
        FormFit? form = (reading as FormReading)?.Form;
        if (form is not null)
        {
            FormPainter.Draw(result, form, line);
        }

        List<PixelBox> taken = [.. reading.Numbers.SelectMany(number => number.Digits).Select(digit => digit.Box)];
        foreach (ReadNumber number in reading.Numbers)
        {
            (byte, byte, byte) color = ColorOf(number.Decision);
            foreach (ReadDigit digit in number.Digits)
            {
                Frame(result, digit.Box, line, color);
            }

            for (int i = 0; i < number.Corners.Count; i++)
            {
                Stroke(result, number.Corners[i], number.Corners[(i + 1) % number.Corners.Count], line, color);
            }

            if (form?.IsRowOfGrid(number.Name) == true)
            {
                WriteEach(result, number, line, color);
            }
            else if (number.Text.Length > 0)
            {
                Write(result, number, taken, line, color);
            }
        }

        return result;
    }

    private static (byte, byte, byte) ColorOf(Decision decision) => decision switch
    {
        Decision.Accept => (0, 140, 60),
        Decision.Unsure => (225, 120, 0),
        _ => (205, 20, 40),
    };

    // In a grid there is no room beside a row: each digit's value stands small over the upper right corner of its box.
    private static void WriteEach(ColorImage picture, ReadNumber number, int line, (byte, byte, byte) color)
    {
        foreach (ReadDigit digit in number.Digits)
        {
            int dot = Math.Max(1, digit.Box.Height / 3 / DigitGlyphs.Height);
            PixelBox label = DigitGlyphs.Measure("0", digit.Box.Right + line, digit.Box.Y - line, dot);
            Fill(picture, new PixelBox(label.X - dot, label.Y - dot, label.Width + (2 * dot), label.Height + (2 * dot)), Paper);
            Dots(picture, digit.Symbol.ToString(), label, dot, color);
        }
    }

    private static void Write(ColorImage picture, ReadNumber number, List<PixelBox> taken, int line, (byte, byte, byte) color)
    {
        string text = number.Decision switch
        {
            Decision.Accept => number.Text,
            Decision.Unsure => number.Text + "?",
            _ => "?",
        };
        int dot = Math.Max(line, number.Box.Height / 3 / DigitGlyphs.Height);
        PixelBox label = Place(DigitGlyphs.Measure(text, 0, 0, dot), number.Box, dot + line, picture, taken);
        taken.Add(label);
        Fill(picture, new PixelBox(label.X - dot, label.Y - dot, label.Width + (2 * dot), label.Height + (2 * dot)), Paper);
        Dots(picture, text, label, dot, color);
    }

    private static void Dots(ColorImage picture, string text, PixelBox label, int dot, (byte, byte, byte) color)
    {
        for (int i = 0; i < text.Length; i++)
        {
            for (int y = 0; y < DigitGlyphs.Height; y++)
            {
                for (int x = 0; x < DigitGlyphs.Width; x++)
                {
                    if (DigitGlyphs.HasDot(text[i], x, y))
                    {
                        Fill(picture, new PixelBox(label.X + (((i * DigitGlyphs.Pitch) + x) * dot), label.Y + (y * dot), dot, dot), color);
                    }
                }
            }
        }
    }

    // Above the number if that hides no digit and no other value, else below it, right or left of it; the place that hides least if all of them hide something.
    private static PixelBox Place(PixelBox label, PixelBox number, int margin, ColorImage picture, List<PixelBox> taken)
    {
        int middle = number.Y + ((number.Height - label.Height) / 2);
        PixelBox[] places =
        [
            label with { X = number.X, Y = number.Y - margin - label.Height },
            label with { X = number.X, Y = number.Bottom + margin },
            label with { X = number.Right - label.Width, Y = number.Y - margin - label.Height },
            label with { X = number.Right - label.Width, Y = number.Bottom + margin },
            label with { X = number.Right + margin, Y = middle },
            label with { X = number.X - margin - label.Width, Y = middle },
        ];
        for (int i = 0; i < places.Length; i++)
        {
            int x = Math.Max(margin, Math.Min(places[i].X, picture.Width - margin - label.Width));
            int y = Math.Max(margin, Math.Min(places[i].Y, picture.Height - margin - label.Height));
            places[i] = label with { X = x, Y = y };
        }

        return places.MinBy(place => taken.Sum(box => Overlap(place, box)));
    }

    // The pixels that two boxes share.
    private static long Overlap(PixelBox a, PixelBox b) =>
        (long)Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));

    // Drawn around the box and not on it, so that the ink stays to be seen.
    private static void Frame(ColorImage picture, PixelBox box, int line, (byte, byte, byte) color)
    {
        int wide = box.Width + (2 * line);
        Fill(picture, new PixelBox(box.X - line, box.Y - line, wide, line), color);
        Fill(picture, new PixelBox(box.X - line, box.Bottom, wide, line), color);
        Fill(picture, new PixelBox(box.X - line, box.Y, line, box.Height), color);
        Fill(picture, new PixelBox(box.Right, box.Y, line, box.Height), color);
    }

    private static void Stroke(ColorImage picture, PicturePoint from, PicturePoint to, int line, (byte, byte, byte) color)
    {
        int steps = (int)Math.Clamp(2 * from.DistanceTo(to), 1, 4.0 * (picture.Width + picture.Height));
        for (int i = 0; i <= steps; i++)
        {
            PicturePoint at = from.Towards(to, (double)i / steps);
            Fill(picture, new PixelBox((int)Math.Clamp(at.X, -line, picture.Width), (int)Math.Clamp(at.Y, -line, picture.Height), line, line), color);
        }
    }

    // What reaches out of the picture is left out.
    internal static void Fill(ColorImage picture, PixelBox box, (byte Red, byte Green, byte Blue) color)
    {
        for (int y = Math.Max(0, box.Y); y < Math.Min(picture.Height, box.Bottom); y++)
        {
            for (int x = Math.Max(0, box.X); x < Math.Min(picture.Width, box.Right); x++)
            {
                Span<byte> pixel = picture.Pixels.Slice(((y * picture.Width) + x) * 4, 4);
                pixel[0] = color.Red;
                pixel[1] = color.Green;
                pixel[2] = color.Blue;
                pixel[3] = byte.MaxValue;
            }
        }
    }
}
