using System.Globalization;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Reading;

/// <summary>"At most this part of what I accept is wrong": the threshold that keeps it, or why it cannot be promised.</summary>
/// <remarks>
/// Promised is, with 95 % confidence, about digits like the held-out ones. The ranking of the held-out pictures by confidence is walked down from
/// the first place, at nine tenths of them or beyond, where the bound of Clopper and Pearson allows the most errors, and stops at the first place where the bound is above the
/// rate. A sequence of tests fixed before any label is looked at, which ends with the first that fails, keeps the confidence of a single one: docs/decisions/0007-promises.md.
/// </remarks>
public sealed record SelectiveRiskThreshold
{
    /// <summary>Part of the held-out digits that is accepted at least where anything is promised.</summary>
    private const double LeastCoverage = 0.9;

    private SelectiveRiskThreshold(double maxError) => MaxError = maxError;

    /// <summary>The rate asked for, 0..1.</summary>
    public double MaxError { get; }

    /// <summary>A reading is accepted whose confidence is above this; null where nothing can be promised, and then none is accepted.</summary>
    public double? Threshold { get; private init; }

    /// <summary>What is more probably no digit than this is refused; null where the network cannot tell.</summary>
    public double? NotADigitThreshold { get; private init; }

    /// <summary>Number of held-out pictures.</summary>
    public required int Pictures { get; init; }

    /// <summary>Number of held-out pictures above the threshold; where nothing can be promised, of those that the promise failed at.</summary>
    public int Accepted { get; private init; }

    /// <summary>How many of them are wrong.</summary>
    public int Errors { get; private init; }

    /// <summary>The part of the held-out pictures that they are, 0..1.</summary>
    public double Coverage => (double)Accepted / Pictures;

    /// <summary>The upper 95 % bound of the error among them.</summary>
    public double ErrorUpper95 => ClopperPearson.Upper95(Errors, Accepted);

    /// <summary>Accepted pictures without a single error that this rate takes at least: ln 0.05 / ln(1 − rate).</summary>
    public long LeastAccepted => ClopperPearson.TrialsFor(0, MaxError);

    /// <summary>
    /// Held-out pictures that would be needed were the errors as frequent and the coverage as large as seen; null where so many errors break the promise
    /// however many pictures there are, and where it is made.
    /// </summary>
    public long? NeededPictures { get; private init; }

    /// <summary>Whether a reading of that confidence is accepted.</summary>
    /// <param name="confidence">0..1.</param>
    /// <param name="notADigit">0..1: the probability of its being no digit.</param>
    public bool Accepts(double confidence, double notADigit = 0) => confidence > Threshold && !(notADigit > NotADigitThreshold);

    /// <summary>Why nothing is promised, and what it would take; empty where it is promised.</summary>
    public string Refusal => Threshold is not null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"an error of {MaxError:0.######%} at most cannot be promised: of the {Accepted} surest of {Pictures} held-out pictures {Errors} are wrong, which allows no less than {ErrorUpper95:0.####%}; it takes {LeastAccepted} accepted pictures without an error, {Needed}");

    private string Needed => NeededPictures is { } needed
        ? string.Create(CultureInfo.InvariantCulture, $"or some {needed} held-out pictures read like these")
        : "and this network errs too often for any number of them";

    /// <summary>Finds the threshold of largest coverage.</summary>
    /// <param name="scores">What the network did on held-out pictures.</param>
    /// <param name="maxError">The rate, above 0 and below 1.</param>
    /// <param name="leastCoverage">Part of the held-out pictures, 0..1, that is accepted at least where anything is promised; nine tenths of digits unless said otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is 0 or less, or 1 or more; or the part is not between 0 and 1.</exception>
    public static SelectiveRiskThreshold Of(HeldOutScores scores, double maxError, double leastCoverage = LeastCoverage)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Guard.InRange(leastCoverage, 0, 1);
        if (!(maxError > 0 && maxError < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(maxError), maxError, "The rate is above 0 and below 1.");
        }

        var ranking = new HeldOutRanking(scores);
        int least = Math.Min(ranking.Count, (int)Math.Ceiling(leastCoverage * scores.Pictures));
        int start = ranking.Start(least, maxError);
        var promise = new SelectiveRiskThreshold(maxError) { Pictures = scores.Pictures, NotADigitThreshold = scores.NotADigitThreshold };
        return ranking.WalkDown(start, maxError) is { } end
            ? promise with { Threshold = end.Threshold, Accepted = end.Accepted, Errors = end.Errors }
            : promise with { Accepted = start, Errors = ranking.ErrorsAmong(start), NeededPictures = ranking.NeededPictures(start, maxError) };
    }
}
