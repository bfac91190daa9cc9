using Cifra.Numerics;

namespace Cifra.Evaluation.Refusals;

/// <summary>The error among the accepted over the part that is accepted, when the least confident are refused first.</summary>
/// <remarks>The interval of each point is that of <see cref="ClopperPearson"/> for that point alone, not for the whole curve at once.</remarks>
public sealed class ErrorRejectCurve
{
    // Nearly all of what a good network gets wrong is among its last tenth.
    private const int CoarseSteps = 45;
    private const int FineSteps = 50;
    private const double FineFrom = 0.9;

    /// <summary>Follows the curve from few accepted pictures to all.</summary>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public ErrorRejectCurve(Predictions predictions)
        : this(Read(predictions), predictions.Count)
    {
    }

    /// <summary>The same of anything that is read with a confidence.</summary>
    /// <param name="read">How sure each reading is, and whether it is right.</param>
    /// <param name="images">Number of pictures that coverage is a part of: those read, and those that cannot be accepted.</param>
    internal ErrorRejectCurve(IReadOnlyList<(double Confidence, bool Right)> read, int images)
    {
        (double Confidence, bool Right)[] order = [.. read.OrderByDescending(reading => reading.Confidence)];
        var points = new List<ErrorRejectPoint>();
        int accepted = 0;
        int errors = 0;
        foreach (double coverage in Coverages())
        {
            int wanted = Math.Min(order.Length, (int)Math.Ceiling((coverage * images) - 1e-9));
            if (wanted <= accepted)
            {
                continue;
            }

            // No threshold parts equally sure pictures.
            while (accepted < wanted || (accepted < order.Length && order[accepted].Confidence == order[accepted - 1].Confidence))
            {
                errors += order[accepted++].Right ? 0 : 1;
            }

            (double lower, double upper) = ClopperPearson.Interval95(errors, accepted);
            points.Add(new ErrorRejectPoint((double)accepted / images, order[accepted - 1].Confidence, accepted, errors, lower, upper));
        }

        Points = points;
    }

    /// <summary>At most 95 points by rising coverage, the last of all pictures: every 2 % up to 90 %, then every 0.2 %.</summary>
    public IReadOnlyList<ErrorRejectPoint> Points { get; }

    private static (double Confidence, bool Right)[] Read(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Labelled.Expect(predictions);
        return [.. Enumerable.Range(0, predictions.Count).Select(i => ((double)predictions.Confidence(i), predictions.Read[i] == predictions.Set.Labels[i]))];
    }

    private static IEnumerable<double> Coverages()
    {
        for (int i = 1; i <= CoarseSteps; i++)
        {
            yield return FineFrom * i / CoarseSteps;
        }

        for (int i = 1; i <= FineSteps; i++)
        {
            yield return FineFrom + ((1 - FineFrom) * i / FineSteps);
        }
    }
}
