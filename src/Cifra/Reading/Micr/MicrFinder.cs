using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>Finds the line of magnetic ink in a picture, and reads it.</summary>
/// <remarks>
/// Lines of shapes of one height are candidates. Each is read in both fonts; if the characters explain enough of its ink, it is a line of that font.
/// </remarks>
internal static class MicrFinder
{
    private static readonly MicrFinderOptions Options = MicrFinderOptions.Default;

    /// <summary>The line of magnetic ink; null if there is none.</summary>
    /// <param name="even">A picture with even light: dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="check">Optional; asked before each line is tried, and at each height.</param>
    public static MicrLine? Find(GrayImage even, CancellationCheck? check = null)
    {
        GrayImage ink = Threshold.Sauvola(even, Math.Max(Options.MinWindow, even.Width / Options.WindowDivisor));
        MicrLine? line = Best(even, Lines(ink, 0), alsoE13B: true, check)
            ?? Best(even, Lines(Dilated(ink, Math.Max(1, even.Width / Options.DilationDivisor), 1), 1), alsoE13B: true, check);
        foreach (int divisor in line is null ? Options.WiderDilationDivisors : [])
        {
            int reach = Math.Max(2, even.Width / divisor);
            int rows = (reach + 1) / 2;
            line ??= Best(even, Lines(Dilated(ink, reach, rows), rows), alsoE13B: false, check);
        }

        return line;
    }

    private static MicrLine? Best(GrayImage even, IEnumerable<TextLine> lines, bool alsoE13B, CancellationCheck? check)
    {
        MicrLine? best = null;
        foreach (TextLine line in lines)
        {
            MicrLine? read = alsoE13B ? Read(even, line, MicrRaster.E13B, Options.E13BHeights, check) : null;
            if (read is null || !IsSure(read))
            {
                MicrLine? other = Read(even, line, MicrRaster.Cmc7, Options.Cmc7Heights, check);
                read = other is not null && (read is null || read.Explained < other.Explained) ? other : read;
            }

            best = read is not null && (best is null || Score(read) > Score(best)) ? read : best;
            if (best is not null && best.Characters.Count >= 2 * Options.MinCharacters && IsSure(best))
            {
                break;
            }
        }

        return best;
    }

    private static bool IsSure(MicrLine line) => line.Explained >= (line.Font == MicrFont.E13B ? Options.SureE13B : Options.SureCmc7);

    private static bool IsLine(MicrMatcher match, MicrFont font) => font == MicrFont.E13B
        ? match.Explained >= Options.MinExplainedE13B
        : match.Explained >= Options.MinExplainedCmc7 && match.Regular >= Options.MinRegular;

    // Among candidates the one with more explained ink wins, and with more characters as long as both are short.
    private static double Score(MicrLine line) => line.Explained * Math.Min(2 * Options.MinCharacters, line.Characters.Count);

    private static MicrLine? Read(GrayImage even, TextLine line, MicrRaster raster, IReadOnlyList<double> heights, CancellationCheck? check)
    {
        MicrMatcher? match = null;
        foreach (double height in heights)
        {
            check?.ThrowIfCancelled();
            var other = MicrMatcher.Of(MicrStrip.Cut(even, line, raster, height), raster);
            bool isBetter = match is null || other.ExplainedOfAll > match.ExplainedOfAll;
            match = other.Places.Count >= Options.MinCharacters && isBetter ? other : match;
        }

        if (match is null || match.Explained < (raster.Face.Font == MicrFont.E13B ? Options.MinExplainedE13B : Options.MinExplainedCmc7))
        {
            return null;
        }

        // The characters give the size and slope of the line more exactly than the shapes did. So it is read again, from edge to edge of the picture.
        for (int round = 0; round < Options.Refits; round++)
        {
            check?.ThrowIfCancelled();
            line = Across(match.Refitted(), even.Width);
            match = MicrMatcher.Of(MicrStrip.Cut(even, line, raster, 1), raster);
            if (match.Places.Count < Options.MinCharacters)
            {
                return null;
            }
        }

        MicrFont font = raster.Face.Font;
        return IsLine(match, font) ? new MicrLine(font, line, match.Characters(even), match.Text(), match.Explained) : null;
    }

    private static TextLine Across(TextLine line, int width)
    {
        double up = line.Slope * line.Left;
        return line with { Top = line.Top - up, Bottom = line.Bottom - up, Left = 0, Right = width };
    }

    // Dilation by a rectangle: connects the pieces of a broken character.
    private static GrayImage Dilated(GrayImage ink, int reach, int rows)
    {
        var dilated = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            Span<byte> to = dilated.Row(y);
            for (int up = -rows; up <= rows; up++)
            {
                ReadOnlySpan<byte> from = ink.Row(Math.Clamp(y + up, 0, ink.Height - 1));
                for (int x = from.IndexOfAnyExcept((byte)0); x >= 0 && x < from.Length; x++)
                {
                    if (from[x] > 0)
                    {
                        int first = Math.Max(0, x - reach);
                        to[first..Math.Min(to.Length, x + reach + 1)].Fill(byte.MaxValue);
                    }
                }
            }
        }

        return dilated;
    }

    // Candidate lines, the lowest on the page first. Dilated ink is higher by that many rows at the top and at the bottom.
    private static IEnumerable<TextLine> Lines(GrayImage ink, int dilatedRows)
    {
        ConnectedComponents shapes = ConnectedComponents.Find(ink);
        double tallest = Math.Max(3 * Options.MinHeight, Options.MaxHeight * ink.Width);
        bool IsLong(PixelBox box) => box.Width > Options.MaxAspect * box.Height;
        IEnumerable<PixelBox> parts = shapes.All.SelectMany(part => dilatedRows > 1 && IsLong(part.Box) ? Pieces(part, shapes) : [part.Box])
            .Where(box => box.Height >= Options.MinHeight && box.Height <= tallest && !IsLong(box));
        return LineFinder.Lines(parts, part => part, LineFinderOptions.Default).Where(line => line.Count >= Options.MinCharacters)
            .Select(Through).OfType<TextLine>().OrderByDescending(line => line.Bottom).Take(Options.MaxLines)
            .Select(line => line with { Top = line.Top + dilatedRows, Bottom = line.Bottom - dilatedRows });
    }

    // Cuts a long component into pieces about half as wide as it is high, each with its own top and foot: of a sloping line they are lower than the whole.
    private static IEnumerable<PixelBox> Pieces(Component part, ConnectedComponents shapes)
    {
        PixelBox box = part.Box;
        int wide = Math.Max(Options.MinHeight, box.Height / 2);
        for (int left = box.X; left < box.Right; left += wide)
        {
            int right = Math.Min(box.Right, left + wide);
            int top = box.Bottom;
            int bottom = box.Y;
            for (int y = box.Y; y < box.Bottom; y++)
            {
                bool inked = shapes.Labels.Slice((y * shapes.Width) + left, right - left).Contains(part.Label);
                top = inked ? Math.Min(top, y) : top;
                bottom = inked ? y + 1 : bottom;
            }

            yield return new PixelBox(left, top, right - left, bottom - top);
        }
    }

    // The line through the shapes that are as high as a digit; others are parts of symbols, or do not belong to the line. Null if there are too few.
    private static TextLine? Through(List<PixelBox> shapes)
    {
        int[] heights = [.. shapes.Select(shape => shape.Height).Order()];
        int usual = heights[(int)(Options.DigitHeightQuantile * (heights.Length - 1))];
        PixelBox[] digits =
        [
            .. shapes.Where(box => box.Height >= Options.MinDigitHeight * usual && box.Height <= Options.MaxDigitHeight * usual),
        ];
        if (digits.Length < Options.MinCharacters / 2)
        {
            return null;
        }

        TextLine line = TextLine.Through(digits);
        double left = Math.Max(0, shapes.Min(shape => shape.X) - line.Height);
        double right = shapes.Max(shape => shape.Right) + line.Height;
        double up = line.Slope * (left - line.Left);
        return line with { Top = line.Top + up, Bottom = line.Bottom + up, Left = left, Right = right };
    }
}
