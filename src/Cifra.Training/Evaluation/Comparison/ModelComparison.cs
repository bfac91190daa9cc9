namespace Cifra.Evaluation.Comparison;

/// <summary>Two networks on the same pictures: where they part, and whether that is more than chance.</summary>
public sealed class ModelComparison
{
    private const double Z95 = 1.959963984540054; // the normal distribution leaves 2.5 % above this

    /// <summary>Compares two readings.</summary>
    /// <param name="first">What the first network says of at least one labelled picture.</param>
    /// <param name="second">What the second says of the same set.</param>
    /// <exception cref="ArgumentException">The pictures have no labels, there are none, or the sets are not the same.</exception>
    public ModelComparison(Predictions first, Predictions second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Labelled.Expect(first);
        if (!ReferenceEquals(first.Set, second.Set))
        {
            throw new ArgumentException("Two networks are compared on one and the same set.", nameof(second));
        }

        First = first;
        Second = second;
        var onlyFirst = new List<Flip>();
        var onlySecond = new List<Flip>();
        for (int i = 0; i < first.Count; i++)
        {
            byte label = first.Set.Labels[i];
            bool firstRight = first.Read[i] == label;
            bool secondRight = second.Read[i] == label;
            BothRight += firstRight && secondRight ? 1 : 0;
            BothWrong += firstRight || secondRight ? 0 : 1;
            if (firstRight != secondRight)
            {
                (firstRight ? onlyFirst : onlySecond).Add(new Flip(i, label, first.Read[i], second.Read[i]));
            }
        }

        OnlyFirst = onlyFirst;
        OnlySecond = onlySecond;
    }

    /// <summary>What the first network says.</summary>
    public Predictions First { get; }

    /// <summary>What the second says.</summary>
    public Predictions Second { get; }

    /// <summary>Number of pictures.</summary>
    public int Images => First.Count;

    /// <summary>Pictures that both read right.</summary>
    public int BothRight { get; }

    /// <summary>Pictures that both read wrong, perhaps in different ways.</summary>
    public int BothWrong { get; }

    /// <summary>Pictures that only the first reads right, in the order of the set.</summary>
    public IReadOnlyList<Flip> OnlyFirst { get; }

    /// <summary>Pictures that only the second reads right, in the order of the set.</summary>
    public IReadOnlyList<Flip> OnlySecond { get; }

    /// <summary>Pictures that the first reads right.</summary>
    public int FirstCorrect => BothRight + OnlyFirst.Count;

    /// <summary>Pictures that the second reads right.</summary>
    public int SecondCorrect => BothRight + OnlySecond.Count;

    /// <summary>The second's accuracy less the first's, -1..1.</summary>
    public double Difference => (double)(OnlySecond.Count - OnlyFirst.Count) / Images;

    /// <summary>The 95 % interval of the difference.</summary>
    /// <remarks>
    /// Half a picture is added to each of the four counts, and the textbook interval of paired proportions taken: so it says something even where
    /// the networks agree on all. Agresti, Min 2005, Statistics in Medicine 24:729.
    /// </remarks>
    public (double Lower, double Upper) Interval95
    {
        get
        {
            double first = OnlyFirst.Count + 0.5;
            double second = OnlySecond.Count + 0.5;
            double n = Images + 2;
            double middle = (second - first) / n;
            double half = Z95 * Math.Sqrt(first + second - ((second - first) * (second - first) / n)) / n;
            return (Math.Max(-1, middle - half), Math.Min(1, middle + half));
        }
    }

    /// <summary>The two-sided p-value of McNemar's exact test.</summary>
    public double PValue => McNemar.PValue(OnlyFirst.Count, OnlySecond.Count);
}
