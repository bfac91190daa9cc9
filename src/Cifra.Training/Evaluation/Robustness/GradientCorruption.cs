using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Uneven light: the paper's brightness climbs across the picture, in some direction, from none to so many levels.</summary>
internal sealed class GradientCorruption() : Corruption(
    "gradient", "grey levels", "paper that gets brighter from one side to the other", SeenBy.Field, 24, 60, 100, 150, 205)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        (double down, double across) = Math.SinCos(random.NextDouble() * 2 * Math.PI);
        double span = (Math.Abs(across) + Math.Abs(down)) * (Side - 1);
        for (int i = 0; i < to.Length; i++)
        {
            double place = (((i % Side) - ((Side - 1) / 2.0)) * across) + (((i / Side) - ((Side - 1) / 2.0)) * down);
            double light = dial / 255 * (0.5 + (place / span));
            to[i] = Level(from[i] + ((255 - from[i]) * light)); // full ink stays full ink
        }
    }
}
