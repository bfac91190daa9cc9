using Cifra.Data;
using Cifra.Network;

namespace Cifra.Tests.Data;

/// <summary>Reads a picture as the most similar one in a labelled set: the plainest classifier there is.</summary>
internal static class NearestNeighbour
{
    /// <summary>Share of the <paramref name="questions"/> that are read right.</summary>
    public static double Accuracy(DigitSet known, DigitSet questions)
    {
        int right = 0;
        for (int i = 0; i < questions.Count; i++)
        {
            right += Read(known, questions.Pixels(i)) == questions.Labels[i] ? 1 : 0;
        }

        return (double)right / questions.Count;
    }

    private static byte Read(DigitSet known, ReadOnlySpan<byte> pixels)
    {
        int least = int.MaxValue;
        byte label = 0;
        for (int i = 0; i < known.Count; i++)
        {
            int distance = SquaredDistance(known.Pixels(i), pixels, least);
            if (distance < least)
            {
                (least, label) = (distance, known.Labels[i]);
            }
        }

        return label;
    }

    // Gives up after a row in which the distance has reached the limit.
    private static int SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int limit)
    {
        int sum = 0;
        for (int row = 0; row < a.Length && sum < limit; row += DigitInput.Side)
        {
            for (int i = row; i < row + DigitInput.Side; i++)
            {
                int difference = a[i] - b[i];
                sum += difference * difference;
            }
        }

        return sum;
    }
}
