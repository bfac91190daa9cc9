using System.Globalization;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Reading;

/// <summary>The confidence above which at most a given part of the accepted readings is wrong; or why there is no such confidence.</summary>
/// <remarks>
/// Selective classification with a guaranteed risk. The error rate holds with 95 % confidence, for readings like the held-out ones: digits for a network
/// of digits, whole lines for a line network. The held-out readings are ranked by confidence. The walk down this ranking starts where the smallest part
/// that has to be accepted (<see cref="DigitCoverage"/> of digits, two fifths of lines) is covered and the bound of Clopper and Pearson allows one error
/// more. It ends before the first place where that bound exceeds the rate. The order of these tests is fixed before a label is seen, and the first
/// failure ends them, so all of them together keep the confidence of one: docs/decisions/0007-promises.md.
/// </remarks>
public sealed record SelectiveRiskThreshold
{
    /// <summary>Smallest part of held-out digits, 0..1, that a threshold accepts. docs/decisions/0007-promises.md; lines use another.</summary>
    private const double DigitCoverage = 0.9;

    private SelectiveRiskThreshold(double maxError) => MaxError = maxError;

    /// <summary>The error rate asked for, 0..1.</summary>
    public double MaxError { get; }

    /// <summary>Readings with a confidence above this are accepted. Null where the rate cannot be promised; then nothing is accepted.</summary>
    public double? Threshold { get; private init; }

    /// <summary>Readings whose probability of being no digit is above this are not accepted; null where the network cannot tell.</summary>
    public double? NotADigitThreshold { get; private init; }

    /// <summary>Number of held-out readings.</summary>
    public required int Pictures { get; init; }

    /// <summary>Number of held-out readings above the threshold; where nothing can be promised, the number at which the first test failed.</summary>
    public int Accepted { get; private init; }

    /// <summary>How many of <see cref="Accepted"/> are wrong.</summary>
    public int Errors { get; private init; }

    /// <summary><see cref="Accepted"/> as a part of all held-out readings, 0..1.</summary>
    public double Coverage => (double)Accepted / Pictures;

    /// <summary>The upper 95 % bound of the error rate among <see cref="Accepted"/>.</summary>
    public double ErrorUpper95 => ClopperPearson.Upper95(Errors, Accepted);

    /// <summary>The fewest accepted readings, none of them wrong, that prove this rate: ln 0.05 / ln(1 − rate).</summary>
    public long LeastAccepted => ClopperPearson.TrialsFor(0, MaxError);

    /// <summary>
    /// How many held-out readings it would take, with errors as frequent and coverage as large as seen. Null where no number would do, and where the
    /// rate can be promised.
    /// </summary>
    public long? NeededPictures { get; private init; }

    /// <summary>Whether a reading is accepted.</summary>
    /// <param name="confidence">Its confidence, 0..1.</param>
    /// <param name="notADigit">Its probability of being no digit, 0..1.</param>
    public bool Accepts(double confidence, double notADigit = 0) => confidence > Threshold && !(notADigit > NotADigitThreshold);

    /// <summary>Why nothing can be promised, and what it would take; empty where there is a threshold.</summary>
    public string Refusal => Threshold is not null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"an error of {MaxError:0.######%} at most cannot be promised: "
            + $"of the {Accepted} surest of {Pictures} held-out pictures {Errors} are wrong, which allows no less than {ErrorUpper95:0.####%}; "
            + $"it takes {LeastAccepted} accepted pictures without an error, {Needed}");

    /// <summary>The rate, the confidence that keeps it and the sample behind it, for people; or why there is none.</summary>
    public override string ToString() => Threshold is not { } threshold ? Refusal : string.Create(
        CultureInfo.InvariantCulture,
        $"an error of {MaxError:0.######%} at most: confidence above {threshold:0.####} "
            + $"({Errors} of {Accepted} wrong, {Coverage:0.#%} of {Pictures} held-out pictures)");

    private string Needed => NeededPictures is { } needed
        ? string.Create(CultureInfo.InvariantCulture, $"or some {needed} held-out pictures read like these")
        : "and this network errs too often for any number of them";

    /// <summary>Finds the threshold of an error rate.</summary>
    /// <param name="scores">What the network did on held-out pictures.</param>
    /// <param name="maxError">The rate, above 0 and below 1.</param>
    /// <param name="leastCoverage">Smallest part of the held-out readings, 0..1, that has to be accepted; 0.9 by default, which is meant for digits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is 0 or less, or 1 or more; or the part is not between 0 and 1.</exception>
    public static SelectiveRiskThreshold Of(HeldOutScores scores, double maxError, double leastCoverage = DigitCoverage)
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
        var threshold = new SelectiveRiskThreshold(maxError) { Pictures = scores.Pictures, NotADigitThreshold = scores.NotADigitThreshold };
        return ranking.WalkDown(start, maxError) is { } end
            ? threshold with { Threshold = end.Threshold, Accepted = end.Accepted, Errors = end.Errors }
            : threshold with { Accepted = start, Errors = ranking.ErrorsAmong(start), NeededPictures = ranking.NeededPictures(start, maxError) };
    }
}
