using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Numerics;
using Cifra.Reading.Lines;

namespace Cifra.Training.Lines;

/// <summary>Measures what a line network's word is worth, on photos of lines composed of pictures that no network learned from.</summary>
public static class HeldOutLines
{
    /// <summary>Lines that teach how much each piece of evidence counts: 3,000.</summary>
    public const int Weighed = 3000;

    /// <summary>Other lines, by which promises are made: 6,000.</summary>
    public const int Scored = 6000;

    private const long Key = 31;
    private const long Seed = 1; // the same lines whatever network
    private const double Penalty = 1;

    /// <summary>Reads the lines as any picture of a field is read, by both readers.</summary>
    /// <param name="lines">The line network.</param>
    /// <param name="digits">The network for single digits that reads beside it.</param>
    /// <param name="heldOut">Labelled pictures that neither learned from.</param>
    /// <param name="width">Columns of the lines that the network learned from.</param>
    /// <param name="threads">1 or more; what is measured does not depend on it.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <returns>What a card's <see cref="ModelCard.Confidence"/> and <see cref="ModelCard.HeldOut"/> hold.</returns>
    public static (IReadOnlyDictionary<string, double> Confidence, HeldOutScores Scores) Measure(
        LineClassifier lines, DigitClassifier digits, DigitSet heldOut, int width, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(heldOut);
        var drawer = new LineDrawer(heldOut, new LineOptions(), width);
        var reader = new NumberReader(digits, lines);
        var cases = new (double[] Evidence, bool Right)?[Weighed + Scored];
        Parallel.For(0, cases.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
        {
            (LineSheet line, _, GrayImage photo) = drawer.Photograph(new SeededRandom(Key, Seed, i));
            cases[i] = Case(reader, photo, line.Text);
        });
        (double[] Evidence, bool Right)[] weighed = [.. cases.Take(Weighed).OfType<(double[] Evidence, bool Right)>()];
        double[] weights = Logistic.Fit([.. weighed.Select(one => one.Evidence)], [.. weighed.Select(one => one.Right)], Penalty);
        (double Confidence, bool Right)[] scored = [.. cases.Skip(Weighed).Select(one => one is { } read ? (Logistic.Probability(weights, read.Evidence), read.Right) : (0, false))];
        return (LineEvidence.Names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second), HeldOutScores.Of(Scored, scored, notADigitThreshold: null));
    }

    // Null where nothing was read: there is no answer whose worth could be learned.
    private static (double[] Evidence, bool Right)? Case(NumberReader reader, GrayImage photo, string text)
    {
        IReadOnlyList<(TextLine Line, LineReading Reading)> read = reader.Lines(PictureInk.Of(photo, PictureInkOptions.Field));
        if (read.Count == 0 || read[0].Reading.Answers.Count == 0 || read[0].Reading.Answers[0].Digits.Length == 0)
        {
            return null;
        }

        (TextLine line, LineReading reading) = read[0];
        LineAnswer answer = reading.Answers[0];
        return (LineEvidence.Of(reading, line), answer.Digits == string.Concat(text.Where(LineSymbols.IsDigit)));
    }
}
