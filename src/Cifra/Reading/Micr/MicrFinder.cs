using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Micr;

/// <summary>Finds the line of magnetic ink in a picture, and reads it.</summary>
/// <remarks>Shapes of one height in a line are tried with both fonts: what the characters of a font explain well enough is a line of it.</remarks>
internal static class MicrFinder
{
    /// <summary>Lines that are tried, the lowest first.</summary>
    private const int MostLines = 8;

    /// <summary>A line has this many characters at least.</summary>
    private const int LeastCharacters = 8;

    /// <summary>Part of the ink that must be explained; bars may be as dark as they are, and explain more of anything.</summary>
    private const double LeastExplained = 0.55;
    private const double LeastExplainedBars = 0.65;

    /// <summary>Part of the steps from bars to bars that must be a pitch.</summary>
    private const double LeastRegular = 0.8;

    /// <summary>A line that is explained so well is it.</summary>
    private const double Surely = 0.75;
    private const double SurelyBars = 0.85;

    /// <summary>Where no line is found, ink is smeared sideways by this part of the picture's width, and searched once more.</summary>
    private const int Smear = 800;

    /// <summary>Then by these, for bars of which a scanner has left little: characters, and then lines, hang together.</summary>
    private static readonly int[] WiderSmears = [400, 250];

    /// <summary>Smeared ink that is wider than this many times its height is more than a character, and cut into pieces as wide as high.</summary>
    private const double Widest = 2.5;

    /// <summary>Times a line is fitted to its characters and read again.</summary>
    private const int Rounds = 2;

    /// <summary>Shapes of fewer rows cannot be read.</summary>
    private const int LeastHeight = 9;

    /// <summary>Shapes higher than this part of the picture's width are none: a cheque is wider than forty of its digits are high.</summary>
    private const double TallestPart = 0.05;

    private static readonly double[] E13BHeights = [0.95, 1.02, 1.09];
    private static readonly double[] Cmc7Heights = [.. Enumerable.Range(0, 12).Select(i => 0.88 + (0.04 * i))]; // shapes may be parts of a digit

    /// <summary>The line; null where there is none.</summary>
    /// <param name="even">An evened picture: dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    /// <param name="check">Asked before each line is tried, and at each height.</param>
    public static MicrLine? Find(GrayImage even, CancellationCheck? check = null)
    {
        GrayImage ink = Threshold.Sauvola(even, Math.Max(8, even.Width / 80));
        MicrLine? line = Best(even, Lines(ink, 0), alsoE13B: true, check)
            ?? Best(even, Lines(Smeared(ink, Math.Max(1, even.Width / Smear), 1), 1), alsoE13B: true, check);
        foreach (int part in line is null ? WiderSmears : [])
        {
            int reach = Math.Max(2, even.Width / part);
            line ??= Best(even, Lines(Smeared(ink, reach, (reach + 1) / 2), (reach + 1) / 2), alsoE13B: false, check);
        }

        return line;
    }

    private static MicrLine? Best(GrayImage even, IEnumerable<TextLine> lines, bool alsoE13B, CancellationCheck? check)
    {
        MicrLine? best = null;
        foreach (TextLine line in lines)
        {
            MicrLine? read = alsoE13B ? Read(even, line, MicrRaster.E13B, E13BHeights, check) : null;
            if (read is null || !IsSure(read))
            {
                MicrLine? other = Read(even, line, MicrRaster.Cmc7, Cmc7Heights, check);
                read = other is not null && (read is null || read.Explained < other.Explained) ? other : read;
            }

            best = read is not null && (best is null || Worth(read) > Worth(best)) ? read : best;
            if (best is { Characters.Count: >= 2 * LeastCharacters } && IsSure(best))
            {
                break;
            }
        }

        return best;
    }

    private static bool IsSure(MicrLine line) => line.Explained >= (line.Font == MicrFont.E13B ? Surely : SurelyBars);

    private static bool IsLine(MicrMatcher match, MicrFont font) => font == MicrFont.E13B
        ? match.Explained >= LeastExplained
        : match.Explained >= LeastExplainedBars && match.Regular >= LeastRegular;

    private static double Worth(MicrLine line) => line.Explained * Math.Min(2 * LeastCharacters, line.Characters.Count);

    private static MicrLine? Read(GrayImage even, TextLine line, MicrRaster raster, double[] heights, CancellationCheck? check)
    {
        MicrMatcher? match = null;
        foreach (double height in heights)
        {
            check?.ThrowIfCancelled();
            var other = MicrMatcher.Of(MicrStrip.Cut(even, line, raster, height), raster);
            match = other.Places.Count >= LeastCharacters && (match is null || other.ExplainedOfAll > match.ExplainedOfAll) ? other : match;
        }

        if (match is null || match.Explained < (raster.Face.Font == MicrFont.E13B ? LeastExplained : LeastExplainedBars))
        {
            return null;
        }

        // Its characters tell how large it is and how it slopes, better than shapes did; with that it is read again from edge to edge.
        for (int round = 0; round < Rounds; round++)
        {
            check?.ThrowIfCancelled();
            line = Across(match.Refitted(), even.Width);
            match = MicrMatcher.Of(MicrStrip.Cut(even, line, raster, 1), raster);
            if (match.Places.Count < LeastCharacters)
            {
                return null;
            }
        }

        return IsLine(match, raster.Face.Font) ? new MicrLine(raster.Face.Font, line, match.Characters(even), match.Text(), match.Explained) : null;
    }

    private static TextLine Across(TextLine line, int width)
    {
        double up = line.Slope * line.Left;
        return line with { Top = line.Top - up, Bottom = line.Bottom - up, Left = 0, Right = width };
    }

    // Each pixel as dark as the darkest that near: the pieces of a broken character of bars hang together.
    private static GrayImage Smeared(GrayImage ink, int reach, int rows)
    {
        var smeared = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            Span<byte> to = smeared.Row(y);
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

        return smeared;
    }

    private static IEnumerable<TextLine> Lines(GrayImage ink, int smeared)
    {
        ConnectedComponents shapes = ConnectedComponents.Find(ink);
        double tallest = Math.Max(3 * LeastHeight, TallestPart * ink.Width);
        IEnumerable<PixelBox> parts = shapes.All.SelectMany(part => smeared > 1 && part.Box.Width > Widest * part.Box.Height ? Pieces(part, shapes) : [part.Box])
            .Where(box => box.Height >= LeastHeight && box.Height <= tallest && box.Width <= Widest * box.Height);
        return LineFinder.Lines(parts, part => part, LineFinderOptions.Default).Where(line => line.Count >= LeastCharacters)
            .Select(Through).OfType<TextLine>().OrderByDescending(line => line.Bottom).Take(MostLines)
            .Select(line => line with { Top = line.Top + smeared, Bottom = line.Bottom - smeared });
    }

    // Ink that is long and low, cut upright. Of a line that slopes the pieces are lower than the whole.
    private static IEnumerable<PixelBox> Pieces(Component part, ConnectedComponents shapes)
    {
        PixelBox box = part.Box;
        int wide = Math.Max(LeastHeight, box.Height / 2);
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

    // Of the shapes of a line most that matter have one height; others are parts of symbols, or no part of it.
    private static TextLine? Through(List<PixelBox> shapes)
    {
        int[] heights = [.. shapes.Select(shape => shape.Height).Order()];
        int usual = heights[(int)(0.8 * (heights.Length - 1))];
        PixelBox[] digits = [.. shapes.Where(box => box.Height >= 0.8 * usual && box.Height <= 1.25 * usual)];
        if (digits.Length < LeastCharacters / 2)
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
