using Cifra.Imaging;
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

    /// <summary>Part of the ink that must be explained; bars that a scanner blurs explain less.</summary>
    private const double LeastExplained = 0.55;
    private const double LeastExplainedBars = 0.48;

    /// <summary>A line that is explained so well is it.</summary>
    private const double Surely = 0.75;

    /// <summary>Where no line is found, ink is smeared sideways by this part of the picture's width, and searched once more.</summary>
    private const int Smear = 800;

    /// <summary>Times a line is fitted to its characters and read again.</summary>
    private const int Rounds = 2;

    /// <summary>Shapes of fewer rows cannot be read.</summary>
    private const int LeastHeight = 9;

    /// <summary>Shapes higher than this part of the picture's width are none: a cheque is wider than forty of its digits are high.</summary>
    private const double TallestPart = 0.05;

    private static readonly double[] E13BHeights = [0.95, 1.02, 1.09];
    private static readonly double[] Cmc7Heights = [.. Enumerable.Range(0, 18).Select(i => 0.92 + (0.022 * i))]; // shapes may be parts of a digit

    /// <summary>The line; null where there is none.</summary>
    /// <param name="even">An evened picture: dark ink on paper of <see cref="EvenLight.Paper"/>.</param>
    public static MicrLine? Find(GrayImage even)
    {
        GrayImage ink = Threshold.Sauvola(even, Math.Max(8, even.Width / 80));
        return Find(even, ink) ?? Find(even, Smeared(ink, Math.Max(1, even.Width / Smear)));
    }

    private static MicrLine? Find(GrayImage even, GrayImage ink)
    {
        MicrLine? best = null;
        foreach (TextLine line in Lines(ink))
        {
            MicrLine? read = Read(even, line, MicrTemplates.E13B, E13BHeights, LeastExplained);
            if (read is null || read.Explained < Surely)
            {
                MicrLine? other = Read(even, line, MicrTemplates.Cmc7, Cmc7Heights, LeastExplainedBars);
                read = other is not null && (read is null || read.Explained < other.Explained) ? other : read;
            }

            best = read is not null && (best is null || Worth(read) > Worth(best)) ? read : best;
            if (best is { Explained: >= Surely, Characters.Count: >= 2 * LeastCharacters })
            {
                break;
            }
        }

        return best;
    }

    private static double Worth(MicrLine line) => line.Explained * Math.Min(2 * LeastCharacters, line.Characters.Count);

    private static MicrLine? Read(GrayImage even, TextLine line, MicrTemplates templates, double[] heights, double leastExplained)
    {
        (MicrMatcher Match, double Height)? best = null;
        void Try(double height)
        {
            var match = MicrMatcher.Of(MicrStrip.Cut(even, line, templates, height), templates);
            best = match.Places.Count >= LeastCharacters && (best is null || match.ExplainedOfAll > best.Value.Match.ExplainedOfAll) ? (match, height) : best;
        }

        Array.ForEach(heights, Try);
        if (best is not { } first || first.Match.Explained < leastExplained)
        {
            return null;
        }

        // Its characters tell how large it is and how it slopes, better than shapes did; with that it is read again from edge to edge.
        MicrMatcher match = first.Match;
        for (int round = 0; round < Rounds; round++)
        {
            line = Across(match.Refitted(), even.Width);
            match = MicrMatcher.Of(MicrStrip.Cut(even, line, templates, 1), templates);
            if (match.Places.Count < LeastCharacters)
            {
                return null;
            }
        }

        return match.Explained >= leastExplained ? new MicrLine(templates.Face.Font, line, match.Characters(even), match.Text(), match.Explained) : null;
    }

    private static TextLine Across(TextLine line, int width)
    {
        double up = line.Slope * line.Left;
        return line with { Top = line.Top - up, Bottom = line.Bottom - up, Left = 0, Right = width };
    }

    // Each pixel as dark as the darkest that near on its row and the two beside it: the pieces of a broken character of bars hang together.
    private static GrayImage Smeared(GrayImage ink, int reach)
    {
        var smeared = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            Span<byte> to = smeared.Row(y);
            for (int up = -1; up <= 1; up++)
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

    private static IEnumerable<TextLine> Lines(GrayImage ink)
    {
        ConnectedComponents shapes = ConnectedComponents.Find(ink);
        double tallest = Math.Max(3 * LeastHeight, TallestPart * ink.Width);
        List<DigitInk> parts = [.. shapes.All.Where(part => part.Box.Height >= LeastHeight && part.Box.Height <= tallest && part.Box.Width <= 2.5 * part.Box.Height)
            .Select(part => new DigitInk(part.Box, part.Area, new HashSet<int> { part.Label }))];
        return LineFinder.Lines(parts).Where(line => line.Count >= LeastCharacters)
            .Select(Through).OfType<TextLine>().OrderByDescending(line => line.Bottom).Take(MostLines);
    }

    // Of the shapes of a line most that matter have one height; others are parts of symbols, or no part of it.
    private static TextLine? Through(List<DigitInk> shapes)
    {
        int[] heights = [.. shapes.Select(shape => shape.Box.Height).Order()];
        int usual = heights[(int)(0.8 * (heights.Length - 1))];
        PixelBox[] digits = [.. shapes.Select(shape => shape.Box).Where(box => box.Height >= 0.8 * usual && box.Height <= 1.25 * usual)];
        if (digits.Length < LeastCharacters / 2)
        {
            return null;
        }

        TextLine line = TextLine.Through(digits);
        double left = Math.Max(0, shapes.Min(shape => shape.Box.X) - line.Height);
        double right = shapes.Max(shape => shape.Box.Right) + line.Height;
        double up = line.Slope * (left - line.Left);
        return line with { Top = line.Top + up, Bottom = line.Bottom + up, Left = left, Right = right };
    }
}
