using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;

namespace Cifra.Tests.Reading.Post.Envelopes;

/// <summary>What a composed envelope is like.</summary>
/// <param name="Printed">Whether the address is printed.</param>
/// <param name="Postcode">Whether it has a postcode.</param>
/// <param name="Photo">Whether it lies on a table, seen at an angle; else it is a scan.</param>
/// <param name="Size">Width of the envelope in pixels.</param>
internal sealed record EnvelopeKind(bool Printed, bool Postcode, bool Photo, int Size)
{
    public static EnvelopeKind Pick(SeededRandom random) =>
        new(random.NextSingle() < 0.3f, random.NextSingle() < 0.9f, random.NextSingle() < 0.4f, random.Next(1000, 1600));
}

/// <summary>A picture of an envelope put together from a seed: sender, address, stamp with postmark, and what a sorting machine sprays on it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Postcode">What its postcode is; empty where it has none.</param>
/// <param name="Box">Where it stands in the picture.</param>
/// <param name="Kind">What it is like.</param>
internal sealed record Envelope(GrayImage Picture, string Postcode, PixelBox Box, EnvelopeKind Kind)
{
    private const long Key = 77;

    /// <summary>One envelope.</summary>
    /// <param name="digits">Pictures of digits to write with; null draws all digits.</param>
    /// <param name="seed">Names the set.</param>
    /// <param name="index">Names the envelope.</param>
    /// <param name="kind">What it is like; null picks it.</param>
    public static Envelope Compose(DigitSet? digits, long seed, long index, EnvelopeKind? kind = null)
    {
        var random = new SeededRandom(Key, seed, index);
        kind ??= EnvelopeKind.Pick(random);
        var pictures = new LineDigits(digits);
        int width = kind.Size;
        int height = (int)(width * random.NextSingle(0.42f, 0.6f));
        var ink = new GrayImage(width, height);
        float capital = width * random.NextSingle(0.02f, 0.03f) * (kind.Printed ? 0.75f : 1);

        WriteSender(ink, pictures, random);
        var text = AddressText.Pick(random, kind.Postcode);
        var hand = new AddressHand(pictures, kind.Printed, random);
        PixelBox box = WriteAddress(ink, text, hand, capital, kind.Printed, random, out string postcode);
        EnvelopeMarks.DrawStamp(ink, pictures, random);
        if (random.NextSingle() < 0.5f)
        {
            EnvelopeMarks.DrawBarcode(ink, random);
        }

        var options = new SceneOptions { Inverted = 0, Faint = 0.1, Shadows = kind.Photo ? 0.3 : 0, Blurred = 0.2 };
        if (!kind.Photo)
        {
            return new Envelope(PaperDegradation.Pick(options, random).Take(ink, random), postcode, box, kind);
        }

        GrayImage paper = (PaperDegradation.Pick(options, random) with { Paper = random.NextSingle(190, 250) }).Take(ink, random);
        return OnTable(paper, postcode, box, kind, random);
    }

    private static void WriteSender(GrayImage ink, LineDigits digits, SeededRandom random)
    {
        if (random.NextSingle() < 0.2f)
        {
            return;
        }

        var hand = new AddressHand(digits, printed: random.NextSingle() < 0.7f, random);
        var text = AddressText.Pick(random);
        float size = ink.Width * random.NextSingle(0.011f, 0.017f);
        float foot = size * random.NextSingle(2, 4);
        foreach (string line in text.Lines)
        {
            hand.Write(ink, line, ink.Width * 0.035f, foot, size, slope: 0, random);
            foot += size * 1.75f;
        }
    }

    private static PixelBox WriteAddress(
        GrayImage ink, AddressText text, AddressHand hand, float capital, bool printed, SeededRandom random, out string postcode)
    {
        postcode = text.Postcode;
        float left = ink.Width * random.NextSingle(0.28f, 0.42f);
        float slope = printed ? 0 : random.NextSingle(-0.03f, 0.03f);
        float pitch = capital * (printed ? random.NextSingle(1.5f, 2) : random.NextSingle(1.7f, 2.5f));
        float foot = (ink.Height * random.NextSingle(0.4f, 0.46f)) + capital;
        float indent = random.NextSingle() < 0.2f ? capital * random.NextSingle(0.5f, 1.5f) : 0;
        PixelBox box = default;
        for (int i = 0; i < text.Lines.Count; i++)
        {
            List<PixelBox> words = hand.Write(ink, text.Lines[i], left + (indent * i), foot, capital, slope, random);
            foot += pitch;
            if (i == text.PostcodeLine)
            {
                box = words[text.PostcodeWord];
            }
        }

        return box;
    }

    private static Envelope OnTable(GrayImage paper, string postcode, PixelBox box, EnvelopeKind kind, SeededRandom random)
    {
        int margin = (int)(paper.Width * 0.08f);
        int width = paper.Width + (2 * margin);
        int height = paper.Height + (2 * margin);
        PicturePoint Corner(double x, double y) => new(x + (margin * 0.6 * random.NextSingle(-1, 1)), y + (margin * 0.6 * random.NextSingle(-1, 1)));
        var corners = new Quadrilateral(
            Corner(margin, margin),
            Corner(margin + paper.Width, margin),
            Corner(margin + paper.Width, margin + paper.Height),
            Corner(margin, margin + paper.Height));
        var toTable = Homography.Between(Quadrilateral.OfSize(paper.Width, paper.Height), corners);
        byte table = (byte)random.Next(25, 90);
        GrayImage picture = Warp.Apply(paper, toTable.Inverse(), width, height, table);
        return new Envelope(picture, postcode, box.IsEmpty ? box : toTable.Apply(box).Bounds(width, height), kind);
    }
}
