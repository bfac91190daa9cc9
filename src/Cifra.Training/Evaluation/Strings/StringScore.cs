using Cifra.Reading.Output;

namespace Cifra.Evaluation.Strings;

/// <summary>What was read in a picture beside what stands in it.</summary>
/// <remarks>Digits are compared, all else is left out on both sides; where letters count, they too, small ones as capitals.</remarks>
public sealed class StringScore
{
    private const double LeastOverlap = 0.5; // what detections of objects are usually held to (Everingham et al. 2010)

    private StringScore(StringTruth truth, StringAnswer? answer, string? error, bool letters)
    {
        Truth = truth;
        Answer = answer;
        Error = error;
        Edits = EditDistance.Align(StringText.Characters(truth.Text, letters), StringText.Characters(answer?.Text ?? "", letters));
        bool grouped = StringText.Grouped(truth.Text, letters) == StringText.Grouped(answer?.Text ?? "", letters);
        Failure = error is not null ? StringFailure.Unreadable : KindOf(Edits, grouped);
    }

    private StringScore(StringTruth truth, StringAnswer? answer, string? error, IReadOnlyList<Edit> edits, StringFailure failure)
    {
        Truth = truth;
        Answer = answer;
        Error = error;
        Edits = edits;
        Failure = failure;
    }

    /// <summary>What stands in the picture.</summary>
    public StringTruth Truth { get; }

    /// <summary>What was read; null where the picture could not be.</summary>
    public StringAnswer? Answer { get; }

    /// <summary>Why the picture could not be read; null where it could.</summary>
    public string? Error { get; }

    /// <summary>The true characters beside those read. Of a picture that could not be read all are missing.</summary>
    public IReadOnlyList<Edit> Edits { get; }

    /// <summary>In which way it went wrong.</summary>
    public StringFailure Failure { get; }

    /// <summary>Whether every character is right, whatever the lines and groups.</summary>
    public bool IsExact => Failure is StringFailure.None or StringFailure.WrongGrouping;

    /// <summary>Whether lines and groups are right too.</summary>
    public bool IsWhollyRight => Failure == StringFailure.None;

    /// <summary>Number of characters of the truth that are compared.</summary>
    public int TrueCharacters => Edits.Count(edit => edit.True is not null);

    /// <summary>Number of changes between truth and what was read.</summary>
    public int Changes => Edits.Count(edit => !edit.IsRight);

    /// <summary>
    /// What the box that was read has in common with the true one: their intersection over their union, 0..1; null where the truth has no box.
    /// </summary>
    public double? Overlap { get; private init; }

    /// <summary>Whether it was found where it stands: <see cref="Overlap"/> is at least a half. Null where the truth has no box.</summary>
    public bool? Found => Overlap is { } overlap ? overlap >= LeastOverlap : null;

    internal bool HasText => Edits.Any(edit => edit.Read is not null);

    /// <summary>Compares.</summary>
    /// <param name="truth">What stands in the picture.</param>
    /// <param name="answer">What was read.</param>
    /// <param name="letters">Whether letters count.</param>
    public static StringScore Of(StringTruth truth, StringAnswer answer, bool letters = false)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(answer);
        return new StringScore(truth, answer, null, letters);
    }

    /// <summary>Of a picture that could not be read.</summary>
    /// <param name="truth">What stands in the picture.</param>
    /// <param name="error">Why.</param>
    /// <param name="letters">Whether letters count.</param>
    public static StringScore Unreadable(StringTruth truth, string error, bool letters = false)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentException.ThrowIfNullOrEmpty(error);
        return new StringScore(truth, null, error, letters);
    }

    /// <summary>The same, with how well its place was found.</summary>
    /// <param name="overlap">Intersection over union of the box that was read and the true one, 0..1.</param>
    public StringScore At(double overlap)
    {
        Guard.InRange(overlap, 0, 1);
        return new StringScore(Truth, Answer, Error, Edits, Failure) { Overlap = overlap };
    }

    private static StringFailure KindOf(IReadOnlyList<Edit> edits, bool grouped)
    {
        bool substituted = edits.Any(edit => edit.IsSubstitution);
        bool inserted = edits.Any(edit => edit.IsInsertion);
        bool deleted = edits.Any(edit => edit.IsDeletion);
        return (substituted, inserted, deleted) switch
        {
            (false, false, false) => grouped ? StringFailure.None : StringFailure.WrongGrouping,
            (false, false, true) when edits.All(edit => edit.IsDeletion) => StringFailure.NothingRead,
            (true, false, false) => StringFailure.Substituted,
            (false, true, false) => StringFailure.TooManyDigits,
            (false, false, true) => StringFailure.MissingDigits,
            _ => StringFailure.Several,
        };
    }
}
