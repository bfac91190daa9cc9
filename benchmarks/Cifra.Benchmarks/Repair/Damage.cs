using Cifra.Evaluation.Robustness;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Repair;

/// <summary>A way to damage a 28x28 picture, with a dial of some strengths.</summary>
/// <param name="Name">What to call it in the table.</param>
/// <param name="Dial">The dial at each strength.</param>
/// <param name="Apply">Damages a picture: from, to, dial, chance.</param>
internal sealed record Damage(string Name, IReadOnlyList<double> Dial, Damage.Painter Apply)
{
    internal delegate void Painter(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random);

    /// <summary>The sixteen of the robustness card.</summary>
    public static IReadOnlyList<Damage> Card { get; } =
        [.. Corruptions.All.Select(one => new Damage(one.Name, one.Dial, (from, to, dial, random) => one.Apply(from, to, dial, random)))];

    /// <summary>A damaged copy of pictures; each picture's chance depends on its place and the damage alone.</summary>
    public byte[] Of(ReadOnlySpan<byte> pixels, int strength)
    {
        const int Size = 784;
        byte[] to = new byte[pixels.Length];
        long key = Name.Aggregate(0L, (sum, letter) => (sum * 31) + letter);
        for (int i = 0; i < pixels.Length / Size; i++)
        {
            Apply(pixels.Slice(i * Size, Size), to.AsSpan(i * Size, Size), Dial[strength], new SeededRandom(7, key, i));
        }

        return to;
    }
}
