using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Evaluation;

/// <summary>What a classifier said about every picture of a set: the raw material of each measure in this room.</summary>
public sealed class Predictions
{
    /// <summary>Number of digits: 10.</summary>
    public const int Classes = 10;

    // Softmax in single precision sums to 1 within some 1e-6; what is off by more than this is not a distribution.
    private const double SumTolerance = 0.01;

    private readonly float[] _probabilities;
    private readonly float[]? _notADigit;
    private readonly byte[] _read;

    /// <summary>Predictions over the arrays given, which it keeps and does not copy.</summary>
    /// <param name="set">The pictures, with or without labels.</param>
    /// <param name="probabilities">[N x 10] a row a picture, given that it shows a digit; each value in 0..1, each row summing to 1.</param>
    /// <param name="notADigit">[N] the probability, 0..1, that a picture shows no digit; null where the classifier cannot tell.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a row is not a distribution.</exception>
    public Predictions(DigitSet set, float[] probabilities, float[]? notADigit = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Length != (long)set.Count * Classes)
        {
            throw new ArgumentException(
                $"{set.Count} pictures need {(long)set.Count * Classes} probabilities; got {probabilities.Length}.", nameof(probabilities));
        }

        if (notADigit is not null && (notADigit.Length != set.Count || notADigit.Any(p => !(p >= 0 && p <= 1))))
        {
            throw new ArgumentException($"{set.Count} pictures need {set.Count} probabilities, 0 to 1, of being no digit.", nameof(notADigit));
        }

        Set = set;
        _probabilities = probabilities;
        _notADigit = notADigit;
        _read = new byte[set.Count];
        for (int i = 0; i < _read.Length; i++)
        {
            ExpectDistribution(Probabilities(i), i);
            _read[i] = Likeliest(Probabilities(i));
        }
    }

    /// <summary>The pictures.</summary>
    public DigitSet Set { get; }

    /// <summary>Number of pictures.</summary>
    public int Count => _read.Length;

    /// <summary>[Count] the digit read in each picture: the likeliest, the smaller of two equally likely ones.</summary>
    public ReadOnlySpan<byte> Read => _read;

    /// <summary>[10] the probability of each digit for one picture, given that it shows one.</summary>
    public ReadOnlySpan<float> Probabilities(int index) => _probabilities.AsSpan(index * Classes, Classes);

    /// <summary>The probability, 0..1, that one picture shows no digit; 0 where the classifier cannot tell.</summary>
    public float NotADigit(int index) => _notADigit?[index] ?? 0;

    /// <summary>The probability, 0..1, that the picture shows a digit and it is the one read.</summary>
    public float Confidence(int index) => Probabilities(index)[_read[index]] * (1 - NotADigit(index));

    /// <summary>The likeliest digits of one picture, likeliest first; the smaller digit first where two are equal.</summary>
    /// <param name="index">Which picture.</param>
    /// <param name="count">How many, 1..10.</param>
    public IReadOnlyList<RankedDigit> Ranked(int index, int count)
    {
        Guard.InRange(count, 1, Classes);
        float[] row = Probabilities(index).ToArray();
        return [.. Enumerable.Range(0, Classes)
            .OrderByDescending(digit => row[digit]) // a stable sort
            .Take(count)
            .Select(digit => new RankedDigit(digit, row[digit]))];
    }

    internal static byte Likeliest(ReadOnlySpan<float> row)
    {
        int best = 0;
        for (int digit = 1; digit < row.Length; digit++)
        {
            best = row[digit] > row[best] ? digit : best;
        }

        return (byte)best;
    }

    private static void ExpectDistribution(ReadOnlySpan<float> probabilities, int index)
    {
        double sum = 0;
        foreach (float p in probabilities)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new ArgumentException($"Picture {index} has a probability of {p}; expected 0 to 1.", nameof(probabilities));
            }

            sum += p;
        }

        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentException($"The probabilities of picture {index} sum to {sum}; expected 1.", nameof(probabilities));
        }
    }
}
