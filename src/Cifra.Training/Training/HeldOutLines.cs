using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Numerics;
using Cifra.Reading.Lines;

namespace Cifra.Training;

/// <summary>Fits the confidence of a line network, and measures it, on photos of lines composed of held-out pictures.</summary>
/// <remarks>The confidence is that of the whole reader: the line network together with the shipped network for single digits that reads beside it.</remarks>
internal static class HeldOutLines
{
    private const long Key = 31;
    private const long FittingSeed = 1; // the same lines whatever network
    private const double Penalty = 1;

    /// <summary>The card of line networks with <see cref="ModelCard.Confidence"/> and <see cref="ModelCard.HeldOut"/>.</summary>
    /// <param name="networks">The trained networks.</param>
    /// <param name="card">Their card; it names their symbols.</param>
    /// <param name="settings">What they were trained for. The card of a network for number plates, which are no lines of numbers, stays as it is.</param>
    /// <param name="heldOut">Labelled pictures that no network learned from.</param>
    /// <param name="counts">How many lines to read.</param>
    /// <param name="threads">1 or more; the result does not depend on it.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="InvalidDataException">A score of a network is no number.</exception>
    public static ModelCard Complete(
        IReadOnlyList<NeuralNetwork> networks, ModelCard card, LineSettings settings, DigitSet heldOut, HeldOutLineCounts counts, int threads,
        CancellationToken cancellation)
    {
        if (settings.Plates > 0)
        {
            return card;
        }

        var drawer = new LineDrawer(heldOut, new LineOptions(), settings.Width);
        JudgedLine[] lines = Read(new LineClassifier(networks, card), drawer, FittingSeed, counts.Fitted + counts.Scored, threads, cancellation);
        (IReadOnlyDictionary<string, double> confidence, HeldOutScores scores) = Fit(lines.AsSpan(0, counts.Fitted), lines.AsSpan(counts.Fitted));
        return card with { Confidence = confidence, HeldOut = scores };
    }

    /// <summary>Reads photos of composed lines as any picture of a field is read.</summary>
    /// <param name="lines">The line networks; the shipped network for single digits reads beside them.</param>
    /// <param name="drawer">Composes the lines.</param>
    /// <param name="seed">Names the lines.</param>
    /// <param name="count">Number of lines.</param>
    /// <param name="threads">1 or more; the result does not depend on it.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="InvalidDataException">A score of a network is no number.</exception>
    internal static JudgedLine[] Read(LineClassifier lines, LineDrawer drawer, long seed, int count, int threads, CancellationToken cancellation)
    {
        var reader = new NumberReader(Pretrained.Field, lines);
        var judged = new JudgedLine[count];
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
            {
                (WrittenLine line, _, GrayImage photo) = drawer.Photograph(new SeededRandom(Key, seed, i));
                judged[i] = Judge(reader, photo, string.Concat(line.Text.Where(LineSymbols.IsDigit)));
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(inner => inner is InvalidDataException) is { } fault)
        {
            throw new InvalidDataException(fault.Message, e);
        }

        return judged;
    }

    /// <summary>Fits the weights of the evidence on some lines, and scores others with them.</summary>
    /// <param name="fitted">Lines to fit on; those that were not read teach nothing.</param>
    /// <param name="scored">Lines to score; one that was not read is an error of confidence 0.</param>
    internal static (IReadOnlyDictionary<string, double> Confidence, HeldOutScores Scores) Fit(ReadOnlySpan<JudgedLine> fitted, ReadOnlySpan<JudgedLine> scored)
    {
        List<double[]> evidence = [];
        List<bool> right = [];
        foreach (JudgedLine line in fitted)
        {
            if (line.Evidence is { } numbers)
            {
                evidence.Add(numbers);
                right.Add(line.Right);
            }
        }

        double[] weights = evidence.Count == 0
            ? new double[LineEvidence.Names.Count] // what the penalty alone gives
            : Logistic.Fit(evidence, right, Penalty);
        (double Confidence, bool Right)[] scores =
            [.. scored.ToArray().Select(line => (line.Evidence is { } numbers ? Logistic.Probability(weights, numbers) : 0, line.Right))];
        return (
            LineEvidence.Names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second),
            HeldOutScores.Of(scored.Length, scores, notADigitThreshold: null));
    }

    private static JudgedLine Judge(NumberReader reader, GrayImage photo, string digits)
    {
        IReadOnlyList<(TextLine Line, LineReading Reading)> read = reader.Lines(PictureInk.Of(photo, PictureInkOptions.Field));
        if (read.Count == 0 || read[0].Reading.Answers.Count == 0 || read[0].Reading.Answers[0].Digits.Length == 0)
        {
            return new JudgedLine(digits, "", Evidence: null);
        }

        (TextLine line, LineReading reading) = read[0];
        return new JudgedLine(digits, reading.Answers[0].Digits, LineEvidence.Of(reading, line));
    }
}

/// <summary>The first answer to a line whose digits are known.</summary>
/// <param name="Truth">The line's digits.</param>
/// <param name="Read">The digits of the answer; empty where no number was found.</param>
/// <param name="Evidence">What speaks for and against the answer, in the order of <see cref="LineEvidence.Names"/>; null where no number was found.</param>
internal sealed record JudgedLine(string Truth, string Read, double[]? Evidence)
{
    /// <summary>Whether the answer has the line's digits.</summary>
    public bool Right => Evidence is not null && Read == Truth;
}
