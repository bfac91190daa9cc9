using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Composes lines of writing to learn from: written, drawn or printed numbers on paper, photographed, and normalized as a line that is read.</summary>
/// <remarks>The same key gives the same line, whatever the thread and the order. An object serves all threads.</remarks>
internal sealed class LineDrawer : ILineSource
{
    private const long Key = 21;
    private const float Least = 18; // height of a digit on the paper, in pixels
    private const float Most = 44;
    private const float Shift = 0.08f; // of the rows that are taken for the digits' top and foot, in their height
    private const float Clearance = 0.85f; // share of the width that a line may take before its size is misjudged
    private const int Attempts = 4;        // lines whose ink is lost on the way are drawn again, at most so often

    private readonly LineDigits _digits;
    private readonly LineOptions _options;
    private readonly int _width;

    /// <summary>A drawer of lines.</summary>
    /// <param name="digits">Labelled pictures to put written lines together from; null draws every line.</param>
    /// <param name="options">How often what happens.</param>
    /// <param name="width">Columns of a line's picture.</param>
    public LineDrawer(DigitSet? digits, LineOptions options, int width)
    {
        _digits = new LineDigits(digits);
        _options = options;
        _width = width;
    }

    /// <inheritdoc/>
    public string Draw(Span<byte> picture, long seed, long epoch, long index)
    {
        for (int attempt = 1; ; attempt++)
        {
            var random = new SeededRandom(Key, seed, epoch, index, attempt);
            (WrittenLine line, PixelBox field, GrayImage photo) = Photograph(random);
            GrayImage ink = PictureInk.Of(photo, PictureInkOptions.Field).Ink;
            if (attempt == Attempts || line.IsSeenIn(ink, field))
            {
                Place(ink, line.Top - field.Y, line.Bottom - field.Y, picture, random);
                return line.Text;
            }
        }
    }

    /// <summary>Draws a line and photographs the field that it stands in.</summary>
    /// <param name="random">Decides.</param>
    /// <returns>The line, the part of its sheet that is the field, and the field's photo, which has the field's size.</returns>
    public (WrittenLine Line, PixelBox Field, GrayImage Photo) Photograph(SeededRandom random)
    {
        float spread = random.NextSingle();
        float height = Least + ((Most - Least) * spread * spread);
        var hand = LineStyle.Pick(_digits, _options, random);
        float room = _width * Clearance * height / LineNormalizer.DigitHeight;
        var line = WrittenLine.Write(LineText.Pick(random), hand, height, room, _options, random);
        PixelBox field = Field(line, height, random);
        return (line, field, PaperDegradation.Pick(_options.Scene, random).Take(field.CutFrom(Surround(line, hand, height, random)), random));
    }

    // Brings the ink to the network's height, the digits' top and foot taken for a little higher or lower than they are, and puts it somewhere in the picture.
    private void Place(GrayImage ink, float top, float bottom, Span<byte> picture, SeededRandom random)
    {
        float height = bottom - top;
        top += height * Shift * Math.Clamp(random.NextGaussian(), -2, 2);
        bottom += height * Shift * Math.Clamp(random.NextGaussian(), -2, 2);
        float wider = LineNormalizer.DigitHeight * ink.Width / ((bottom - top) * _width) * 1.01f;
        if (wider > 1)
        {
            (top, bottom) = (top - ((wider - 1) * (bottom - top) / 2), bottom + ((wider - 1) * (bottom - top) / 2)); // else symbols would be cut off
        }

        GrayImage normal = LineNormalizer.Normalize(ink, top, bottom, 0, ink.Width);
        int at = Math.Max(0, (int)((_width - normal.Width) * random.NextSingle()));
        picture.Clear();
        for (int y = 0; y < LineNormalizer.Height; y++)
        {
            int columns = Math.Min(normal.Width, _width - at);
            normal.Row(y)[..columns].CopyTo(picture.Slice((y * _width) + at, columns));
        }
    }

    private GrayImage Surround(WrittenLine line, LineStyle hand, float height, SeededRandom random)
    {
        GrayImage ink = line.Ink;
        if (line.Cells.Count > 0)
        {
            LineClutter.DrawCells(ink, line, height, random);
        }

        if (Happens(_options.Rules, random))
        {
            LineClutter.DrawRules(ink, line, height, random);
        }

        if (Happens(_options.Neighbours, random))
        {
            LineClutter.DrawNeighbours(ink, line, hand, height, random);
        }

        if (Happens(_options.Patterns, random))
        {
            LinePattern.Print(ink, height, random);
        }

        return ink;
    }

    // The part of the paper that is cut out as a field: most of what is above and below stays outside, and now and then the tips of digits.
    private PixelBox Field(WrittenLine line, float height, SeededRandom random)
    {
        float least = Happens(_options.CutOff, random) ? -0.08f : 0.02f;
        int left = Math.Max(0, line.Extent.Left - (int)(height * random.NextSingle(0.03f, 0.45f)));
        int right = Math.Min(line.Ink.Width, line.Extent.Right + (int)(height * random.NextSingle(0.03f, 0.45f)));
        int top = Math.Max(0, (int)(line.Rows.Top - (height * Margin(least))));
        int bottom = Math.Min(line.Ink.Height, (int)(line.Rows.Bottom + (height * Margin(least))) + 1);
        return new PixelBox(left, top, right - left, bottom - top);

        float Margin(float from) => from + (random.NextSingle() * random.NextSingle() * 0.9f);
    }

    private static bool Happens(double share, SeededRandom random) => random.NextDouble() < share;
}
