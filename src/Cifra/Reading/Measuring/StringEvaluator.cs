using System.Diagnostics;
using Cifra.Evaluation;

namespace Cifra.Reading;

/// <summary>Reads pictures whose text is known, and compares.</summary>
public static class StringEvaluator
{
    /// <summary>Reads every picture of a truth, several at a time.</summary>
    /// <param name="read">Reads the picture of a path, as <see cref="DigitReader.Read(string)"/> does; called from several threads.</param>
    /// <param name="truths">What stands in the pictures, at least one.</param>
    /// <param name="options">Where they lie, and how to measure.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    /// <returns>The figures; a picture that is missing or damaged is one of them and stops nothing.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static StringEvaluation Run(
        Func<string, PictureReading> read, IReadOnlyList<StringTruth> truths, StringRunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(truths);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads);

        var scores = new StringScore[truths.Count];
        var pictures = new MeasuredPicture[truths.Count];
        var turn = new Lock();
        int done = 0;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, truths.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, i =>
        {
            (scores[i], pictures[i]) = Measure(read, truths[i], options);
            lock (turn)
            {
                options.Progress?.Invoke(++done);
            }
        });

        var report = new StringReport(scores)
        {
            Data = options.Data,
            Model = options.Model,
            MaxError = options.MaxError,
            Seconds = watch.Elapsed.TotalSeconds,
            Cells = options.Grids ? CellReport.Of(scores) : null,
        };
        return new StringEvaluation(report, pictures);
    }

    private static (StringScore Score, MeasuredPicture Picture) Measure(Func<string, PictureReading> read, StringTruth truth, StringRunOptions options)
    {
        string path = Path.Combine(options.Folder, truth.File);
        truth = options.Grids ? truth with { Text = truth.Text.Replace('/', '|') } : truth; // a grid's rows are its lines
        try
        {
            PictureReading reading = read(path);
            return (StringScore.Of(truth, PictureText.Of(reading), options.Letters), new MeasuredPicture(path, reading));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (StringScore.Unreadable(truth, e.Message, options.Letters), new MeasuredPicture(path, null));
        }
    }
}
