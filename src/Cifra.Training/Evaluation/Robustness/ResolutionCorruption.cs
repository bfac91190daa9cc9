using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>A picture taken with too few pixels: shrunk to so many a side, and grown again.</summary>
internal sealed class ResolutionCorruption() : Corruption(
    "resolution", "pixels a side", "shrunk to so many pixels a side and grown again", SeenBy.Field, 20, 16, 13, 11, 9)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int few = (int)dial;
        GrayImage small = Resample.Area(new GrayImage(Side, Side, from.ToArray()), few, few);
        Resample.Bilinear(small, Side, Side).Pixels.CopyTo(to);
    }
}
