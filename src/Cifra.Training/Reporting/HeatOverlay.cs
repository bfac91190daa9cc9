using Cifra.Evaluation.Errors;
using Cifra.Imaging;

namespace Cifra.Reporting;

/// <summary>An occlusion map as a picture to lay over the digit: orange where covering takes the reading away, blue where it helps it.</summary>
internal static class HeatOverlay
{
    // A map whose every drop is smaller is drawn faint: its small differences say nothing.
    private const float LeastScale = 0.1f;
    private const float MostAlpha = 215;

    /// <summary>The picture's address; 14x14 pixels, clear where nothing changes.</summary>
    public static string Uri(OcclusionMap map)
    {
        byte[] pixels = new byte[4 * OcclusionMap.Side * OcclusionMap.Side];
        float scale = LeastScale;
        foreach (float drop in map.Drops)
        {
            scale = MathF.Max(scale, MathF.Abs(drop));
        }

        for (int cell = 0; cell < map.Drops.Length; cell++)
        {
            float drop = map.Drops[cell];
            byte alpha = (byte)MathF.Round(MostAlpha * MathF.Abs(drop) / scale);
            ReadOnlySpan<byte> colour = drop >= 0 ? [213, 94, 0, alpha] : [0, 114, 178, alpha];
            colour.CopyTo(pixels.AsSpan(4 * cell));
        }

        return PngUri.Of(new ColorImage(OcclusionMap.Side, OcclusionMap.Side, pixels));
    }
}
