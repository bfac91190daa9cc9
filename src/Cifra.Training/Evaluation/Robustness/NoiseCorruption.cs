using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>A picture taken in the dark: normal noise on every pixel, cut off at black and white.</summary>
internal sealed class NoiseCorruption() : Corruption(
    "noise", "grey levels (deviation)", "normal noise on every pixel", SeenBy.Field, 8, 20, 40, 65, 95)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = Level(from[i] + (dial * random.NextGaussian()));
        }
    }
}
