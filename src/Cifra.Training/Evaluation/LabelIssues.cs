namespace Cifra.Evaluation;

/// <summary>Likely label errors of a set, by confident learning.</summary>
/// <remarks>
/// Northcutt, Jiang, Chuang, Confident Learning: Estimating Uncertainty in Dataset Labels (2021), arXiv:1911.00068. A class's threshold is the
/// mean probability that pictures labelled with it are given for it. A picture counts in the confident joint at (its label, the likeliest
/// class among those whose threshold it reaches). What stands off the diagonal, with each row brought to its class's number of pictures, is the estimated
/// number of wrong labels; so many pictures that are read as another class are issues, those of the lowest normalized margin.
/// The probabilities must come from networks that never saw the picture.
/// </remarks>
public sealed class LabelIssues
{
    private const int Classes = Predictions.Classes;

    private readonly int[] _joint = new int[Classes * Classes];
    private readonly int[] _labelled = new int[Classes];

    /// <summary>Looks for errors.</summary>
    /// <param name="predictions">Out-of-sample probabilities of at least one labelled picture.</param>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public LabelIssues(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);
        Predictions = predictions;
        Thresholds = MeanSelfConfidence();
        for (int i = 0; i < predictions.Count; i++)
        {
            if (ConfidentClass(predictions.Probabilities(i)) is { } confident)
            {
                _joint[(predictions.Set.Labels[i] * Classes) + confident]++;
            }
        }

        Issues = [.. Misread().OrderBy(issue => issue.Margin).Take((int)Math.Round(EstimatedErrors))]; // a stable sort
    }

    /// <summary>What was looked at.</summary>
    public Predictions Predictions { get; }

    /// <summary>[10] the probability from which on a picture counts confidently as the class; null for a class that no picture has.</summary>
    public IReadOnlyList<double?> Thresholds { get; }

    /// <summary>The likely errors, likeliest first.</summary>
    public IReadOnlyList<LabelIssue> Issues { get; }

    /// <summary>Pictures with a label that count confidently as a class: the confident joint.</summary>
    public int Joint(int given, int confident)
    {
        Guard.InRange(given, 0, Classes - 1);
        Guard.InRange(confident, 0, Classes - 1);
        return _joint[(given * Classes) + confident];
    }

    /// <summary>How many labels are wrong by estimate: the confident joint with each row brought to its class's number of pictures, off the diagonal.</summary>
    public double EstimatedErrors
    {
        get
        {
            double errors = 0;
            for (int given = 0; given < Classes; given++)
            {
                int confident = Enumerable.Range(0, Classes).Sum(other => Joint(given, other));
                errors += confident == 0 ? 0 : (double)_labelled[given] * (confident - Joint(given, given)) / confident;
            }

            return errors;
        }
    }

    private IEnumerable<LabelIssue> Misread() => Enumerable.Range(0, Predictions.Count)
        .Where(i => Predictions.Read[i] != Predictions.Set.Labels[i])
        .Select(i => new LabelIssue(i, Predictions.Set.Labels[i], Predictions.Read[i], Margin(i)));

    private double?[] MeanSelfConfidence()
    {
        double[] sums = new double[Classes];
        for (int i = 0; i < Predictions.Count; i++)
        {
            int given = Predictions.Set.Labels[i];
            _labelled[given]++;
            sums[given] += Predictions.Probabilities(i)[given];
        }

        return [.. sums.Select((sum, label) => _labelled[label] == 0 ? (double?)null : sum / _labelled[label])];
    }

    private int? ConfidentClass(ReadOnlySpan<float> probabilities)
    {
        int? best = null;
        for (int label = 0; label < Classes; label++)
        {
            bool reaches = probabilities[label] >= Thresholds[label]; // never true of a class without a threshold
            if (reaches && (best is null || probabilities[label] > probabilities[best.Value]))
            {
                best = label;
            }
        }

        return best;
    }

    // Of a picture read as another class than its label.
    private double Margin(int index)
    {
        ReadOnlySpan<float> probabilities = Predictions.Probabilities(index);
        return (double)probabilities[Predictions.Set.Labels[index]] - probabilities[Predictions.Read[index]];
    }
}
