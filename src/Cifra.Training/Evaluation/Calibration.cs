namespace Cifra.Evaluation;

/// <summary>Whether a confidence of 0.9 is right nine times in ten.</summary>
/// <remarks>
/// Expected calibration error with 15 bins of equal width, each open below and closed above, as in Guo, Pleiss, Sun, Weinberger,
/// On Calibration of Modern Neural Networks (2017), arXiv:1706.04599.
/// </remarks>
public sealed class Calibration
{
    /// <summary>Number of bins: 15.</summary>
    public const int BinCount = 15;

    /// <summary>Sorts the predictions into bins by their confidence.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public Calibration(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);

        int[] counts = new int[BinCount];
        int[] right = new int[BinCount];
        double[] confidence = new double[BinCount];
        for (int i = 0; i < predictions.Count; i++)
        {
            int bin = Bin(predictions.Confidence(i));
            counts[bin]++;
            confidence[bin] += predictions.Confidence(i);
            right[bin] += predictions.Read[i] == predictions.Set.Labels[i] ? 1 : 0;
        }

        Bins = [.. Enumerable.Range(0, BinCount).Select(bin => new ReliabilityBin(
            (double)bin / BinCount,
            (bin + 1.0) / BinCount,
            counts[bin],
            counts[bin] == 0 ? 0 : confidence[bin] / counts[bin],
            counts[bin] == 0 ? 0 : (double)right[bin] / counts[bin]))];
        ExpectedError = Bins.Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.Confidence)) / predictions.Count;
    }

    /// <summary>[15] the bins from confidence 0 to 1, empty ones included.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>
    /// The expected calibration error, 0..1: the distance between confidence and accuracy, bin by bin, as a mean over the pictures.
    /// </summary>
    public double ExpectedError { get; }

    private static int Bin(float confidence) =>
        Math.Clamp((int)Math.Ceiling((double)confidence * BinCount) - 1, 0, BinCount - 1);
}
