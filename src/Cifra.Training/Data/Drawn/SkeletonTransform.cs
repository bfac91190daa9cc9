using System.Numerics;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>Transform of a digit's skeleton as a whole: warp, breadth, slant and rotation about its middle.</summary>
/// <param name="Breadth">Scale across.</param>
/// <param name="Slant">Shear: the top moves right.</param>
/// <param name="Turn">Radians, clockwise.</param>
/// <param name="Waist">How far the middle moves up (negative) or down, top and foot staying.</param>
/// <param name="Taper">How much broader the foot is than the top.</param>
/// <param name="Bow">How far the middle moves right, top and foot moving left.</param>
/// <param name="Sag">How far the sides hang below the middle.</param>
internal readonly record struct SkeletonTransform(float Breadth, float Slant, float Turn, float Waist, float Taper, float Bow, float Sag)
{
    private static readonly Vector2 Middle = new(0.38f, 0.5f);

    /// <summary>A bend of the size that <paramref name="hand"/> makes.</summary>
    public static SkeletonTransform Pick(Handwriting hand, SeededRandom random) => new(
        hand.Breadth * (1 + (0.05f * Swing(random))),
        hand.Slant + (0.05f * Swing(random)),
        hand.Turn + (0.03f * Swing(random)),
        hand.Warp * 0.8f * Swing(random),
        hand.Warp * 2.5f * Swing(random),
        hand.Warp * Swing(random),
        hand.Warp * Swing(random));

    /// <summary>Where a point of the skeleton goes.</summary>
    public Vector2 Apply(Vector2 point)
    {
        (float x, float y) = (point.X - Middle.X, point.Y - Middle.Y);
        float hump = 1 - (4 * y * y); // 1 in the middle, 0 at top and foot
        float warpedX = (x * (1 + (Taper * y))) + (Bow * hump);
        float warpedY = y + (Waist * hump) + (Sag * 4 * x * x);
        float slantedX = (warpedX * Breadth) - (Slant * warpedY);

        // The rotation by its half-angle tangent: no sine, whose last bit differs between platforms.
        float half = Turn / 2;
        float cos = (1 - (half * half)) / (1 + (half * half));
        float sin = 2 * half / (1 + (half * half));
        return Middle + new Vector2((cos * slantedX) - (sin * warpedY), (sin * slantedX) + (cos * warpedY));
    }

    private static float Swing(SeededRandom random) => Math.Clamp(random.NextGaussian(), -2, 2);
}
