using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>Shapes a digit for one scene: size, proportions, strokes and their defects.</summary>
internal static class SceneForm
{
    /// <summary>No digit is squeezed to less than this width in heights, unless it is narrower by itself.</summary>
    private const float Narrowest = 0.4f;

    /// <summary>What is narrow by itself is stretched to at most this width, in heights: beyond, a 1 is no stroke any more.</summary>
    private const float WidestNarrow = 0.75f;

    /// <summary>The ink of one digit, bright on black.</summary>
    /// <param name="master">The digit as it was written or printed, with some ink.</param>
    /// <param name="height">Its height in the scene, in pixels.</param>
    /// <param name="options">How often what happens.</param>
    /// <param name="random">Decides.</param>
    public static GrayImage Shape(GrayImage master, float height, SceneOptions options, SeededRandom random)
    {
        PixelBox box = PixelBox.AroundInk(master);
        GrayImage soft = InkDamage.Soften(master);
        bool broken = Happens(options.Broken, random);
        if (broken)
        {
            InkDamage.Fade(soft, random.NextSingle(0.2f, 0.6f), random);
        }

        GrayImage ink = Warp(box, Strength(soft), height, options, random).Apply(soft, box, random);
        if (Happens(options.Coarse, random))
        {
            bool hard = random.NextSingle() < 0.5f;
            float rows = hard ? random.NextSingle(12, 20) : random.NextSingle(8, 16);
            if (rows < height)
            {
                ink = InkDamage.Coarsen(ink, rows / height, hard, steps: random.NextSingle() < 0.3f);
            }
        }

        PixelBox whole = PixelBox.AroundInk(ink);
        if (broken && !whole.IsEmpty && random.NextSingle() < 0.5f)
        {
            InkDamage.Break(ink, whole, random);
        }

        return Happens(options.CutOff, random) ? CutSide(ink, PixelBox.AroundInk(ink), random) : ink;
    }

    private static InkWarp Warp(PixelBox box, float strength, float height, SceneOptions options, SeededRandom random)
    {
        float geometry = (float)options.Geometry;
        float own = (float)box.Width / box.Height;
        bool filled = Happens(options.Filled, random);
        float aspect = filled
            ? random.NextSingle(Narrowest, own < Narrowest ? WidestNarrow : 1)
            : MathF.Max(MathF.Min(own, Narrowest), own * MathF.Exp(Swing(0.15f, 0.4f)));
        bool binary = Happens(options.Binary, random);
        return new InkWarp
        {
            Height = height,
            Width = MathF.Max(2, height * aspect),
            Turn = Swing(0.09f, 0.25f),
            Slant = filled ? Swing(0.04f, 0.1f) : Swing(0.11f, 0.35f),
            Taper = Swing(0.05f, 0.15f),
            Bow = Swing(0.04f, 0.1f),
            Edge = strength * random.NextSingle(0.3f, 0.62f),
            Steepness = binary ? 20 : random.NextSingle(0.8f, 2) * MathF.Max(1, height / box.Height),
            Raggedness = Happens(options.Ragged, random) ? strength * random.NextSingle(0.08f, 0.3f) : 0,
        };

        float Swing(float deviation, float most) => Math.Clamp(geometry * deviation * random.NextGaussian(), -most, most);
    }

    // How full the ink is where it is full: a thin pen's strokes are grey through and through.
    private static float Strength(GrayImage ink)
    {
        int[] histogram = Histogram.Of(ink.Pixels);
        histogram.AsSpan(0, 48).Clear();
        return Math.Max(48, Histogram.Quantile(histogram, 0.7)) / 255f;
    }

    // A little of it: the bar of a 7 or the foot of a 2 must not go with the edge.
    private static GrayImage CutSide(GrayImage ink, PixelBox box, SeededRandom random)
    {
        if (box.IsEmpty)
        {
            return ink;
        }

        int side = random.Next(4);
        float share = random.NextSingle(0.02f, side == 1 ? 0.06f : 0.1f);
        int across = (int)(box.Width * share);
        int down = (int)(box.Height * share);
        return (side switch
        {
            0 => new PixelBox(box.X + across, box.Y, box.Width - across, box.Height),
            1 => new PixelBox(box.X, box.Y + down, box.Width, box.Height - down),
            2 => box with { Width = box.Width - across },
            _ => box with { Height = box.Height - down },
        }).CutFrom(ink);
    }

    private static bool Happens(double share, SeededRandom random) => random.NextDouble() < share;
}
