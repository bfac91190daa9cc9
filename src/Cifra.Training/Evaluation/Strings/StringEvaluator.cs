using System.Diagnostics;
using Cifra.Imaging;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Evaluation.Strings;

/// <summary>Reads pictures whose text is known, and compares.</summary>
public static class StringEvaluator
{
    /// <summary>Reads every picture of a truth, several at a time.</summary>
    /// <param name="read">Reads the picture of a path, as <see cref="IPictureReader.Read(string, CancellationToken)"/> does; called from several threads.</param>
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
            LineModel = options.LineModel,
            MaxError = options.MaxError,
            Seconds = watch.Elapsed.TotalSeconds,
            Cells = options.Grids ? CellReport.Of(scores) : null,
        };
        return new StringEvaluation(report, pictures);
    }

    private static (StringScore Score, MeasuredPicture Picture) Measure(Func<string, PictureReading> read, StringTruth truth, StringRunOptions options)
    {
        string path = Path.Combine(options.Folder, truth.File);
        if (!File.Exists(path) && Path.Combine(options.Folder, Path.GetFileName(truth.File)) is { } flat && File.Exists(flat))
        {
            path = flat; // the list tells where the picture was, and the folder has it without that
        }


        truth = options.Grids ? truth with { Text = truth.Text.Replace('/', '|') } : truth; // a grid's rows are its lines
        try
        {
            PictureReading reading = read(path);
            if (truth.Box is not { } box)
            {
                return (StringScore.Of(truth, PictureText.Of(reading), options.Letters), new MeasuredPicture(path, reading));
            }

            // Of several things in a picture the one is compared that stands where the truth does.
            ReadNumber? nearest = reading.Numbers.MaxBy(number => Overlap(number.Box, box));
            double overlap = nearest is null ? 0 : Overlap(nearest.Box, box);
            PictureReading there = reading with { Numbers = overlap > 0 ? [nearest!] : [] };
            return (StringScore.Of(truth, PictureText.Of(there), options.Letters).At(overlap), new MeasuredPicture(path, reading));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (StringScore.Unreadable(truth, e.Message, options.Letters), new MeasuredPicture(path, null));
        }
    }

    // Intersection over union.
    private static double Overlap(PixelBox a, PixelBox b)
    {
        double common = (double)Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y));
        return common == 0 ? 0 : common / (((double)a.Width * a.Height) + ((double)b.Width * b.Height) - common);
    }
}
