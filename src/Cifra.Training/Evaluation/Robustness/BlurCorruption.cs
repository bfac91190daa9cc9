using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>A picture out of focus: Gaussian blur.</summary>
internal sealed class BlurCorruption() : Corruption(
    "blur", "pixels (deviation)", "Gaussian blur", SeenBy.Field, 0.5, 0.8, 1.1, 1.4, 1.7)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int reach = (int)Math.Ceiling(3 * dial);
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(d => Math.Exp(-d * d / (2 * dial * dial)))];
        double sum = weights.Sum();
        Span<double> rows = stackalloc double[DigitInput.Size];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int d = -reach; d <= reach; d++)
            {
                int x = (i % Side) + d;
                rows[i] += (uint)x < Side ? from[i + d] * weights[d + reach] / sum : 0; // beyond the frame there is paper
            }
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double level = 0;
            for (int d = -reach; d <= reach; d++)
            {
                int y = (i / Side) + d;
                level += (uint)y < Side ? rows[i + (d * Side)] * weights[d + reach] / sum : 0;
            }

            to[i] = Level(level);
        }
    }
}
