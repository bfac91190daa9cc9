using Cifra.Data;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Benchmarking;

/// <summary>Labelled pictures to measure with: drawn digits, so that no download is needed. Speed does not depend on what they show.</summary>
internal static class BenchPictures
{
    private const int Different = 256;

    public static DigitSet Create(int count)
    {
        DigitSet drawn = DrawnDigits.Create(Math.Min(count, Different), seed: 1);
        int[] indices = new int[count];
        for (int i = 0; i < count; i++)
        {
            indices[i] = i % drawn.Count;
        }

        return drawn.Take(indices, drawn.Name);
    }
}
