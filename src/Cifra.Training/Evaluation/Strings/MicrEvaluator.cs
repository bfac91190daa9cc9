using System.Diagnostics;
using System.Globalization;
using Cifra.Data.Micr;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Numerics;
using Cifra.Reading;
using Cifra.Reading.Micr;
using Cifra.Reading.Output;

namespace Cifra.Evaluation.Strings;

/// <summary>Draws lines of magnetic ink as a scanner sees them, reads them, and compares.</summary>
/// <remarks>
/// Noise, blur, skew up to two degrees, patterned paper, specks and holes, too much ink or too little, and one scan in three in black and white only. No
/// two lines are alike.
/// </remarks>
public static class MicrEvaluator
{
    private const long Key = 77;

    /// <summary>A control character stands in the figures as a letter: they are compared like digits, and these may be printed anywhere.</summary>
    private const string Controls = "⑆⑇⑈⑉:;<=>";
    private const string Letters = "TAUDPQRSV";

    /// <summary>Reads every line of a set.</summary>
    /// <param name="options">Which lines.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <returns>The figures. Of the control characters, T is transit, A amount, U on-us and D dash; P to S and V are SI to SV of CMC-7.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static StringReport Run(MicrRunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Lines);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads);
        Guard.InRange(options.Dpi, 72, 2400);
        var scores = new StringScore[options.Lines];
        var turn = new Lock();
        int done = 0;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, options.Lines, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation }, i =>
        {
            scores[i] = Measure(options, i);
            lock (turn)
            {
                options.Progress?.Invoke(++done);
            }
        });

        return new StringReport(scores)
        {
            Data = string.Create(CultureInfo.InvariantCulture, $"{options.Lines} lines of {MicrName(options.Font)} at {options.Dpi} dpi, seed {options.Seed}"),
            Model = "the published shapes",
            Seconds = watch.Elapsed.TotalSeconds,
        };
    }

    private static StringScore Measure(MicrRunOptions options, int index)
    {
        var random = new SeededRandom(options.Seed, Key, index);
        string text = MicrText.Invent(options.Font, random);
        GrayImage scan = MicrScan.Draw(options.Font, text, options.Dpi, random);
        MicrLine? line = MicrFinder.Find(PictureInk.Of(scan, PictureInkOptions.Default with { Straighten = false, FindPage = false }).Even.Picture);
        var truth = new StringTruth(string.Create(CultureInfo.InvariantCulture, $"line {index}"), Lettered(text));
        double confidence = line?.Confidence ?? 0;
        return StringScore.Of(
            truth, new StringAnswer(Lettered(line?.Text ?? ""), confidence, confidence >= ReadingOptions.Default.MinConfidence), letters: true);
    }

    private static string Lettered(string text) => string.Concat(text.Select(symbol => Controls.Contains(symbol) ? Letters[Controls.IndexOf(symbol)] : symbol));

    private static string MicrName(MicrFont font) => font == MicrFont.E13B ? "E-13B" : "CMC-7";
}
