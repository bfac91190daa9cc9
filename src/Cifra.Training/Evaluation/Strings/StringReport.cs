using Cifra.Evaluation.Refusals;
using Cifra.Numerics;

namespace Cifra.Evaluation.Strings;

/// <summary>How well the numbers of a set of pictures are read: every measure, taken once.</summary>
/// <remarks>Pictures that could not be read count in every figure: as pictures, as not exact, and with all their characters missing.</remarks>
public sealed record StringReport
{
    /// <summary>Takes every measure.</summary>
    /// <param name="scores">The pictures, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public StringReport(IReadOnlyList<StringScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0)
        {
            throw new ArgumentException("At least one picture is needed.", nameof(scores));
        }

        Scores = scores;
        Exact = scores.Count(score => score.IsExact);
        WhollyRight = scores.Count(score => score.IsWhollyRight);
        Accepted = scores.Count(score => score.Answer is { Accepted: true });
        AcceptedErrors = scores.Count(score => score.Answer is { Accepted: true } && !score.IsExact);
        Failed = scores.Count(score => score.Error is not null);
        Edit[] edits = [.. scores.SelectMany(score => score.Edits)];
        TrueCharacters = edits.Count(edit => edit.True is not null);
        Insertions = edits.Count(edit => edit.IsInsertion);
        Deletions = edits.Count(edit => edit.IsDeletion);
        Substitutions =
        [
            .. edits.Where(edit => edit.IsSubstitution).CountBy(edit => (True: edit.True!.Value, Read: edit.Read!.Value))
                .Select(pair => new SubstitutedPair(pair.Key.True, pair.Key.Read, pair.Value))
                .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.True).ThenBy(pair => pair.Read),
        ];
        StringScore[] read = [.. scores.Where(score => score.HasText)];
        ErrorReject = new ErrorRejectCurve([.. read.Select(score => (score.Answer!.Confidence, score.IsExact))], scores.Count);
    }

    /// <summary>The name of the truth, as its user gave it.</summary>
    public required string Data { get; init; }

    /// <summary>The network's hash, "sha256:…".</summary>
    public required string Model { get; init; }

    /// <summary>The hash of the network that reads lines beside it; null where none does.</summary>
    public string? LineModel { get; init; }

    /// <summary>Wall-clock time of reading the pictures.</summary>
    public required double Seconds { get; init; }

    /// <summary>The rate of errors that the reader was held to; null for none.</summary>
    public double? MaxError { get; init; }

    /// <summary>The cells of grids, each counted by itself; null where the pictures are no grids.</summary>
    public CellReport? Cells { get; init; }

    /// <summary>The pictures, in the order of the truth.</summary>
    public IReadOnlyList<StringScore> Scores { get; }

    /// <summary>Number of pictures, those that could not be read among them.</summary>
    public int Images => Scores.Count;

    /// <summary>How many pictures have a truth that says where its text stands.</summary>
    public int Located => Scores.Count(score => score.Overlap is not null);

    /// <summary>How many of those were found there.</summary>
    public int Found => Scores.Count(score => score.Found == true);

    /// <summary>How many have every character right.</summary>
    public int Exact { get; }

    /// <summary>How many have lines and groups right too.</summary>
    public int WhollyRight { get; }

    /// <summary>The part of all pictures that is exact, 0..1.</summary>
    public double ExactRate => (double)Exact / Images;

    /// <summary>Wilson's 95 % interval of that part.</summary>
    public WilsonInterval Interval95 => WilsonInterval.At95(Exact, Images);

    /// <summary>How many the reader accepted.</summary>
    public int Accepted { get; }

    /// <summary>How many of those are not exact.</summary>
    public int AcceptedErrors { get; }

    /// <summary>How many pictures could be read as pictures and were not accepted.</summary>
    public int Unsure => Images - Accepted - Failed;

    /// <summary>How many pictures are missing or could not be read as such.</summary>
    public int Failed { get; }

    /// <summary>Number of characters that stand in the pictures.</summary>
    public int TrueCharacters { get; }

    /// <summary>How many characters were read that are not there.</summary>
    public int Insertions { get; }

    /// <summary>How many were not read.</summary>
    public int Deletions { get; }

    /// <summary>What was read as something else, the most frequent first.</summary>
    public IReadOnlyList<SubstitutedPair> Substitutions { get; }

    /// <summary>All changes between truth and what was read, over the characters of the truth; null where there are none.</summary>
    public double? CharacterErrorRate =>
        TrueCharacters == 0 ? null : (double)(Insertions + Deletions + Substitutions.Sum(pair => pair.Count)) / TrueCharacters;

    /// <summary>
    /// The error among the accepted when the least confident are refused first. Coverage is of all pictures, so that it ends below 1 where some were not
    /// read.
    /// </summary>
    public ErrorRejectCurve ErrorReject { get; }

    /// <summary>How many pictures are read at a rate of errors.</summary>
    /// <param name="maxError">Most errors among the accepted, 0..1.</param>
    public ReadRate ReadRateAt(double maxError)
    {
        Guard.InRange(maxError, 0, 1);
        return ReadRate.Of(Scores, maxError, Images);
    }

    /// <summary>How many pictures went wrong in a way.</summary>
    public int Count(StringFailure failure) => Scores.Count(score => score.Failure == failure);

    /// <summary>
    /// How many of them the reader refused: it read something or nothing, and did not accept it. Of those that are right, what refusing cost.
    /// </summary>
    public int CountRefused(StringFailure failure) => Scores.Count(score => score.Failure == failure && score.Answer is { Accepted: false });
}
