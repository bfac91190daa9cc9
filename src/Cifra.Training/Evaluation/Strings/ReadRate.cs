namespace Cifra.Evaluation.Strings;

/// <summary>How much of a set is read without a person, at a rate of errors: the usual figure for readers of cheques.</summary>
/// <param name="MaxError">Most errors among the accepted, as a part of them.</param>
/// <param name="Accepted">The most pictures that one threshold on the confidence accepts with no more errors than that.</param>
/// <param name="Errors">How many of those are wrong.</param>
/// <param name="Images">Number of pictures, read or not.</param>
/// <param name="Threshold">The least confidence among the accepted; null where none is.</param>
/// <remarks>The threshold is chosen on these very pictures, so it promises nothing for others.</remarks>
public sealed record ReadRate(double MaxError, int Accepted, int Errors, int Images, double? Threshold)
{
    /// <summary>The part of all pictures that is accepted, 0..1.</summary>
    public double Share => Images == 0 ? 0 : (double)Accepted / Images;

    internal static ReadRate Of(IEnumerable<StringScore> scores, double maxError, int images)
    {
        var best = new ReadRate(maxError, 0, 0, images, null);
        int accepted = 0;
        int errors = 0;
        IEnumerable<IGrouping<double, StringScore>> levels = scores.Where(score => score.HasText).GroupBy(score => score.Answer!.Confidence);
        foreach (IGrouping<double, StringScore> level in levels.OrderByDescending(level => level.Key))
        {
            accepted += level.Count(); // no threshold parts equally sure pictures
            errors += level.Count(score => !score.IsExact);
            if (errors <= maxError * accepted)
            {
                best = best with { Accepted = accepted, Errors = errors, Threshold = level.Key };
            }
        }

        return best;
    }
}
