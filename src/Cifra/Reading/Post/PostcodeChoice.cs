using Cifra.Network.Lines;

namespace Cifra.Reading.Post;

/// <summary>Chooses the postcode among the places of a page: one of them is it, or none (McFadden's conditional logit).</summary>
internal static class PostcodeChoice
{
    /// <summary>The candidates by their value, the best first. Of candidates that share ink the best stays.</summary>
    public static List<PostcodeCandidate> Ranked(IEnumerable<PostcodeCandidate> candidates)
    {
        List<PostcodeCandidate> ranked = [];
        foreach (PostcodeCandidate candidate in candidates.OrderByDescending(candidate => candidate.Value))
        {
            if (!ranked.Exists(better => ShareInk(better.Place.Run, candidate.Place.Run)))
            {
                ranked.Add(candidate);
            }
        }

        return ranked;
    }

    /// <summary>The probability of each place: the exponential of its log-odds over the sum of them all and 1, which stands for no postcode.</summary>
    public static double[] Probabilities(IReadOnlyList<double> logOdds)
    {
        double total = logOdds.Aggregate(0.0, Ctc.Sum);
        return [.. logOdds.Select(value => Math.Exp(value - total))];
    }

    /// <summary>The number as it is reported: its confidence is that of its text times that of its place, and the decision is made by this product.</summary>
    /// <param name="number">The number by its text alone.</param>
    /// <param name="placeProbability">The probability that the postcode stands there, 0..1.</param>
    /// <param name="minConfidence">Least confidence of an accepted number.</param>
    /// <param name="threshold">The threshold that keeps the error rate that was asked for; null if none was.</param>
    public static ReadNumber AtPlace(ReadNumber number, double placeProbability, double minConfidence, SelectiveRiskThreshold? threshold)
    {
        double confidence = number.Confidence * placeProbability;
        bool isSure = confidence >= minConfidence && (threshold is null || threshold.Accepts(confidence));
        return number with
        {
            Name = "postcode",
            Confidence = confidence,
            Decision = number.Decision == Decision.Accept && !isSure ? Decision.Unsure : number.Decision,
        };
    }

    private static bool ShareInk(WordRun a, WordRun b) => a.Line == b.Line && a.First < b.First + b.Count && b.First < a.First + a.Count;
}
