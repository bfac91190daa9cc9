using Cifra.Data;
using Cifra.Data.Lines;
using Cifra.Data.Plates;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Lines;
using Cifra.Training;

namespace Cifra.Evaluation.Lines;

/// <summary>Measures line networks on composed lines that they did not learn from.</summary>
public static class LineEvaluator
{
    /// <summary>Lines that are read unless the caller says otherwise.</summary>
    public const int UsualLines = 2000;

    private const long Seed = 1001; // no training, and no fit of a confidence, draws these lines
    private const long Epoch = -2;

    /// <summary>Reads composed lines, and compares what is read with what they say.</summary>
    /// <param name="lines">
    /// The line networks. Those that a recipe for number plates trained are given rows of drawn plates as a finder places them; all others read photos of
    /// fields, together with the shipped network for single digits.
    /// </param>
    /// <param name="pictures">Labelled pictures that no network learned from, to compose lines of. Plates need none.</param>
    /// <param name="count">Lines to read, 1 or more.</param>
    /// <param name="threads">1 or more; the result does not depend on it.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="ArgumentException">The networks' recipe is none of lines, or pictures are needed and there are none with labels.</exception>
    public static LineReport Measure(
        LineClassifier lines, DigitSet? pictures, int count = UsualLines, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        LineSettings settings = SettingsOf(lines.Card.Recipe);
        if (settings.Plates > 0)
        {
            return new LineReport("drawn plates", isPlates: true, Plates(lines, settings.Width, count, threads, cancellation));
        }

        if (pictures is not { HasLabels: true, Count: > 0 })
        {
            throw new ArgumentException("Lines of digits are composed of labelled pictures, and there are none.", nameof(pictures));
        }

        LineConfidence? confidence = LineConfidence.Of(lines.Card);
        JudgedLine[] judged = HeldOutLines.Read(lines, new LineDrawer(pictures, new LineOptions(), settings.Width), Seed, count, threads, cancellation);
        return new LineReport($"lines of {pictures.Name}", isPlates: false,
            [.. judged.Select(line => new ComposedLine(line.Truth, line.Read, line.Evidence is { } evidence ? confidence?.Probability(evidence) : 0))]);
    }

    /// <summary>Whether line networks are for number plates, for which nothing but a seed is needed.</summary>
    public static bool IsForPlates(LineClassifier lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return SettingsOf(lines.Card.Recipe).Plates > 0;
    }

    private static LineSettings SettingsOf(string recipe)
    {
        string name = Recipes.Ensembles.TryGetValue(recipe, out EnsembleRecipe? ensemble) ? ensemble.Members[0].Recipe : recipe;
        return Recipes.All.TryGetValue(name, out Recipe? found) && found.Lines is { } lines
            ? lines
            : throw new ArgumentException($"\"{recipe}\" is no recipe for lines that this version knows.", nameof(recipe));
    }

    private static ComposedLine[] Plates(LineClassifier lines, int width, int count, int threads, CancellationToken cancellation)
    {
        var drawer = new PlateDrawer(width);
        var read = new ComposedLine[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
        {
            var picture = new GrayImage(width, LineNormalizer.Height);
            string text = drawer.Draw(picture.Pixels, Seed, Epoch, i);
            read[i] = new ComposedLine(text, lines.Scores(picture).BestPath(), Confidence: null);
        });
        return read;
    }
}
