using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;

namespace Cifra.Tests.Evaluation;

/// <summary>Small sets of predictions, described by what each picture shows, what is read, and how surely.</summary>
internal static class PredictionSamples
{
    /// <summary>A set whose picture i is a flat grey of level i, with one probability row a picture.</summary>
    public static Predictions Of(string labels, params (int Read, float Confidence)[] reads) =>
        new(Set([.. labels.Select(c => (byte)(c - '0'))]), [.. reads.SelectMany(read => Row(read.Read, read.Confidence))]);

    /// <summary>The confidence for one digit, the rest shared evenly by the other nine.</summary>
    public static float[] Row(int digit, float confidence)
    {
        float[] row = new float[10];
        Array.Fill(row, (1 - confidence) / 9);
        row[digit] = confidence;
        return row;
    }

    public static DigitSet Set(byte[]? labels, string[]? sources = null)
    {
        byte[] pixels = new byte[labels!.Length * DigitInput.Size];
        for (int i = 0; i < labels.Length; i++)
        {
            pixels.AsSpan(i * DigitInput.Size, DigitInput.Size).Fill((byte)i);
        }

        return new DigitSet("hand-made", pixels, labels, sources);
    }
}
