using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;
using Cifra.Numerics;

namespace Cifra.Data.Plates;

/// <summary>Composes number plates to learn from: drawn from our own outlines, photographed near or far, and normalized as a plate that was found.</summary>
/// <remarks>The same key gives the same plate, whatever the thread and the order. An object serves all threads.</remarks>
internal sealed class PlateDrawer : ILineSource
{
    private const long Key = 23;
    private const float Least = 8; // height of a character in the picture, in pixels
    private const float Most = 40;
    private const float Shift = 0.07f; // of the rows taken for the characters' top and foot, in their height
    private const float Softened = 8; // pixels of a character's height that it is softened once for, at most
    private const float Sharpened = 0.3f;
    private const float Clipped = 0.2f;
    private const float Nothing = 0.07f; // share of rows that say nothing

    private static readonly SceneOptions Camera = new() { Shadows = 0.2, Inverted = 0, Faint = 0.35, Blurred = 0.55, Blocks = 0.5 };

    private readonly int _width;

    /// <summary>A drawer of plates.</summary>
    /// <param name="width">Columns of a row's picture.</param>
    public PlateDrawer(int width) => _width = width;

    /// <inheritdoc/>
    public string Draw(Span<byte> picture, long seed, long epoch, long index)
    {
        var random = new SeededRandom(Key, seed, epoch, index);
        string text = random.NextSingle() < Nothing ? "" : PlateText.Pick(random);
        var sheet = DrawnPlate.Draw(text, random);
        float height = Least + ((Most - Least) * MathF.Pow(random.NextSingle(), 1.8f));
        GrayImage seen = Seen(sheet, height, random, out Homography toSeen);
        var scene = PaperDegradation.Pick(Camera, random);
        int blur = Math.Min(scene.Blur, (int)(height / Softened));
        for (int i = 0; i < blur; i++)
        {
            seen = InkDamage.Soften(seen);
        }

        if (random.NextSingle() < Sharpened)
        {
            Sharpen(seen, random.NextSingle(0.5f, 2.5f));
        }

        if (random.NextSingle() < Clipped)
        {
            Clip(seen, random.NextSingle(0, 0.35f), random.NextSingle(0.65f, 1));
        }

        GrayImage photo = (scene with { Blur = 0 }).Take(seen, random);

        // The row as a finder places it: a little too high or low, too long more often than too short; as long as there is room for at the first look.
        float high = DrawnPlate.Height;
        float room = (_width / (float)(PlateNormalizer.CharacterHeight * PlateNormalizer.Stretch)) - ((sheet.Right - sheet.Left) / high);
        float most = random.NextSingle() < 0.5f ? 0.35f : Math.Clamp(room / 2, 0.4f, 2.4f);
        float left = sheet.Left - (high * random.NextSingle(0.05f, most));
        float right = sheet.Right + (high * random.NextSingle(0.05f, most));
        var row = new Quadrilateral(
            new(left, sheet.Top + Off()), new(right, sheet.Top + Off()), new(right, sheet.Bottom + Off()), new(left, sheet.Bottom + Off()));
        Quadrilateral placed = toSeen.Apply(row);
        double broader = Math.Exp(0.12 * Math.Clamp(random.NextGaussian(), -2, 2));
        int width = Math.Min(_width, PlateNormalizer.Width(placed, broader));
        GrayImage line = PlateNormalizer.Normalize(photo, placed, sheet.IsBright, width);

        int at = (int)((_width - width + 1) * random.NextSingle());
        picture.Clear();
        for (int y = 0; y < LineNormalizer.Height; y++)
        {
            line.Row(y).CopyTo(picture.Slice((y * _width) + at, width));
        }

        return text.Replace(" ", "", StringComparison.Ordinal);

        float Off() => high * Shift * Math.Clamp(random.NextGaussian(), -2, 2);
    }

    // The plate as a camera sees it, from the side and tilted a little more than a finder puts right. Levels are turned: what lays them on paper takes
    // them for ink.
    private static GrayImage Seen(DrawnPlate sheet, float height, SeededRandom random, out Homography toSeen)
    {
        GrayImage whole = sheet.Picture;
        float scale = height / DrawnPlate.Height;
        float tilt = 0.02f * Math.Clamp(random.NextGaussian(), -2, 2);
        float slant = 0.08f * Math.Clamp(random.NextGaussian(), -2.5f, 2.5f);
        float aside = random.NextSingle() < 0.3f ? random.NextSingle(0.75f, 1) : 1;
        double x = whole.Width / 2.0;
        double y = whole.Height / 2.0;
        int width = Math.Max(8, (int)(whole.Width * scale * aside));
        int rows = Math.Max(8, (int)(whole.Height * scale));
        toSeen = Homography.Affine(1, 0, -x, 0, 1, -y)
            .Then(Homography.Affine(scale * aside, scale * slant, 0, scale * tilt, scale, 0))
            .Then(Homography.Affine(1, 0, width / 2.0, 0, 1, rows / 2.0));
        GrayImage seen = Warp.Apply(whole, toSeen.Inverse(), width, rows);
        foreach (ref byte level in seen.Pixels)
        {
            level = (byte)(255 - level);
        }

        return seen;
    }

    // Cameras that sharpen leave a bright rim around dark strokes.
    private static void Sharpen(GrayImage picture, float strength)
    {
        GrayImage soft = InkDamage.Soften(picture);
        Span<byte> levels = picture.Pixels;
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)Math.Clamp(levels[i] + (strength * (levels[i] - soft.Pixels[i])), 0, 255);
        }
    }

    // Too much light, or too little: what is beyond two levels, as shares of the range, is one white or one black.
    private static void Clip(GrayImage picture, float least, float most)
    {
        foreach (ref byte level in picture.Pixels)
        {
            level = (byte)Math.Clamp(((level / 255f) - least) / (most - least) * 255, 0, 255);
        }
    }
}
