namespace Cifra.Evaluation;

/// <summary>How often each digit was read as each: a row a true digit, a column a digit read.</summary>
public sealed class ConfusionMatrix
{
    private const int Classes = Predictions.Classes;

    private readonly int[] _counts = new int[Classes * Classes];

    /// <summary>Counts the pairs.</summary>
    /// <param name="labels">[N] the true digits, 0..9.</param>
    /// <param name="read">[N] the digits read, 0..9.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a digit is above 9.</exception>
    public ConfusionMatrix(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> read)
    {
        Guard.SameLength(labels, read);
        for (int i = 0; i < labels.Length; i++)
        {
            Guard.InRange(labels[i], 0, Classes - 1, nameof(labels));
            Guard.InRange(read[i], 0, Classes - 1, nameof(read));
            _counts[(labels[i] * Classes) + read[i]]++;
        }

        Images = labels.Length;
    }

    /// <summary>Number of pictures counted.</summary>
    public int Images { get; }

    /// <summary>Number of pictures read right: the sum of the diagonal.</summary>
    public int Correct => Enumerable.Range(0, Classes).Sum(digit => this[digit, digit]);

    /// <summary>Pictures of digit <paramref name="label"/> that were read as <paramref name="read"/>.</summary>
    public int this[int label, int read]
    {
        get
        {
            Guard.InRange(label, 0, Classes - 1);
            Guard.InRange(read, 0, Classes - 1);
            return _counts[(label * Classes) + read];
        }
    }

    /// <summary>Pictures of <paramref name="digit"/>, however read: the sum of its row.</summary>
    public int Seen(int digit) => Enumerable.Range(0, Classes).Sum(read => this[digit, read]);

    /// <summary>Pictures read as <paramref name="digit"/>, whatever they show: the sum of its column.</summary>
    public int ReadAs(int digit) => Enumerable.Range(0, Classes).Sum(label => this[label, digit]);

    /// <summary>Every pair that was confused at least once, the commonest first, then by true digit, then by digit read.</summary>
    public IReadOnlyList<ConfusedPair> ConfusedPairs()
    {
        var pairs = new List<ConfusedPair>();
        for (int label = 0; label < Classes; label++)
        {
            for (int read = 0; read < Classes; read++)
            {
                if (label != read && this[label, read] > 0)
                {
                    pairs.Add(new ConfusedPair(label, read, this[label, read]));
                }
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Count)]; // a stable sort keeps the order of the digits
    }
}
