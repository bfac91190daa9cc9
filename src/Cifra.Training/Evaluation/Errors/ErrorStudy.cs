using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;

namespace Cifra.Evaluation.Errors;

/// <summary>Why pictures were read wrong: where the network looked, what it learned that looks alike, and whether a small move mends it.</summary>
public sealed class ErrorStudy
{
    private const int NeighbourCount = 3;

    private readonly Dictionary<int, StudiedError> _byIndex;

    private ErrorStudy(IReadOnlyList<StudiedError> errors, DigitSet? training)
    {
        Errors = errors;
        Training = training;
        _byIndex = errors.ToDictionary(error => error.Image.Index);
    }

    /// <summary>The errors looked at, worst first.</summary>
    internal IReadOnlyList<StudiedError> Errors { get; }

    /// <summary>Where the neighbours come from; null where there are none.</summary>
    internal DigitSet? Training { get; }

    /// <summary>The study of a picture; null where it is no error, or beyond those looked at.</summary>
    internal StudiedError? Find(int index) => _byIndex.GetValueOrDefault(index);

    /// <summary>Looks at the worst errors of an evaluation.</summary>
    /// <param name="report">The evaluation.</param>
    /// <param name="classifier">The network that was evaluated.</param>
    /// <param name="options">How closely; null for the usual, without neighbours.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The training set has no labels.</exception>
    public static ErrorStudy Of(
        EvaluationReport report, DigitClassifier classifier, ErrorStudyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(classifier);
        options ??= new ErrorStudyOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Most);
        if (options.Training is { HasLabels: false } unlabelled)
        {
            throw new ArgumentException($"{unlabelled.Name} has no labels; neighbours need them.", nameof(options));
        }

        DigitProbabilities reader = options.Views is { } views ? views.Probabilities : classifier.Probabilities;
        StudiedError[] errors = [.. report.Errors.Take(options.Most).Select(error => Study(report.Predictions, error, reader, options.Looks, cancellation))];
        return new ErrorStudy(WithNeighbours(errors, report.Predictions.Set, classifier.Network, options, cancellation), options.Training);
    }

    private static StudiedError Study(Predictions predictions, RankedImage error, DigitProbabilities reader, bool looks, CancellationToken cancellation)
    {
        ReadOnlySpan<byte> picture = predictions.Set.Pixels(error.Index);
        int right = SmallMoves.ReadAs(reader, picture, error.True, cancellation);
        float probability = predictions.Probabilities(error.Index)[error.Read];
        return new StudiedError(error, predictions.Confidence(error.Index), right, SmallMoves.Count)
        {
            Look = looks ? OcclusionMap.Of(reader, picture, error.Read, probability, cancellation) : null,
        };
    }

    private static StudiedError[] WithNeighbours(
        StudiedError[] errors, DigitSet set, NeuralNetwork network, ErrorStudyOptions options, CancellationToken cancellation)
    {
        if (options.Training is null || errors.Length == 0)
        {
            return errors;
        }

        DigitSet pictures = set.Take([.. errors.Select(error => error.Image.Index)], set.Name);
        IReadOnlyList<Neighbour>[] neighbours = NearestPictures.Find(
            network, pictures.AllPixels, options.Training, NeighbourCount, new Workers(options.Threads), cancellation);
        return [.. errors.Zip(neighbours, (error, near) => error with { Neighbours = near })];
    }
}
