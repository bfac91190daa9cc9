using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Plates;

/// <summary>Test-time augmentation: reads a row in several views, shifted and stretched a little, and takes the mean of their probabilities.</summary>
internal static class PlateViews
{
    private static readonly PlateDecisionOptions Options = PlateDecisionOptions.Default;
    private static readonly CtcDecoder Free = new(null, Options.BeamWidth, Options.MinSymbolLogProbability);

    // The grid of positions that are tried: how far the upper side moves down, the lower side down, and the upper side to the right, in heights.
    private static readonly (double Top, double Bottom, double Slant)[] Positions =
    [
        (0, 0, 0), (-0.1, 0, 0), (0, 0.1, 0), (-0.1, 0.1, 0), (0.1, -0.1, 0), (0.1, 0, 0), (0, -0.1, 0), (0.1, 0.1, 0), (-0.1, -0.1, 0),
        (0, 0, 0.12), (0, 0, -0.12),
    ];

    // The views at the best position: the same offsets, and the factor by which the row is broadened.
    private static readonly (double Top, double Bottom, double Slant, double Broader)[] Offsets =
    [
        (0, 0, 0, 1), (-0.04, 0.04, 0, 1), (0.04, -0.04, 0, 1), (0, 0, 0, 1.15), (0, 0, 0, 0.9), (0.04, 0.04, 0.06, 1), (-0.04, -0.04, -0.06, 1),
    ];

    /// <summary>A decoder that finds texts of a grammar only.</summary>
    public static CtcDecoder Bound(Grammar grammar) => new(grammar, Options.BeamWidth, Options.MinSymbolLogProbability);

    /// <summary>Finds the position of the row at which the network is surest, and reads the views there.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="network">Reads rows.</param>
    /// <param name="row">The approximate position of the row.</param>
    /// <param name="bound">Optional; proposes texts of known formats besides those that each view finds likeliest.</param>
    /// <param name="check">Optional; asked before each view.</param>
    public static PlateAnswer Read(GrayImage picture, LineClassifier network, PlateRow row, CtcDecoder? bound = null, CancellationCheck? check = null)
    {
        PlateRow best = row;
        double most = double.NegativeInfinity;
        foreach ((double top, double bottom, double slant) in Positions)
        {
            check?.ThrowIfCancelled();
            PlateRow placed = row.Moved(top, bottom, slant);
            LineScores scores = Scores(picture, network, placed, 1).Scores;
            double value = Confidence(scores);
            (best, most) = value > most ? (placed, value) : (best, most);
        }

        View[] views = [.. Offsets.Select(view =>
        {
            check?.ThrowIfCancelled();
            return Scores(picture, network, best.Moved(view.Top, view.Bottom, view.Slant), view.Broader);
        })];
        check?.ThrowIfCancelled();
        var texts = new HashSet<string>(views
            .SelectMany(view => Free.Decode(view.Scores, Options.TextsPerView).Concat(bound?.Decode(view.Scores, Options.TextsPerView) ?? []))
            .Select(hypothesis => hypothesis.Text));
        RankedText[] ranked = [.. texts
            .Where(text => text.Length > 0)
            .Select(text => new RankedText(text, views.Average(view => Math.Exp(Ctc.LogProbability(view.Scores, text)))))
            .OrderByDescending(text => text.Probability).ThenBy(text => text.Text, StringComparer.Ordinal)];
        return new PlateAnswer(best, views, ranked);
    }

    // Log-probability of the likeliest path, for each of its symbols.
    private static double Confidence(LineScores scores)
    {
        double sum = 0;
        for (int step = 0; step < scores.Steps; step++)
        {
            sum += scores.At(step)[scores.Likeliest(step)];
        }

        return sum / Math.Max(1, scores.BestPath().Length);
    }

    private static View Scores(GrayImage picture, LineClassifier network, PlateRow row, double broader)
    {
        PlateRow wide = row.Longer(Options.ViewMargin);
        int width = Math.Min(LineClassifier.MostWidth, PlateNormalizer.Width(wide.Corners, broader));
        return new View(wide, width, network.Scores(PlateNormalizer.Normalize(picture, wide.Corners, wide.Bright, width)));
    }

    /// <summary>A row as it was shown to the network.</summary>
    /// <param name="Row">What was cut out of the picture.</param>
    /// <param name="Width">Columns of the normalized picture.</param>
    /// <param name="Scores">The network's scores.</param>
    public sealed record View(PlateRow Row, int Width, LineScores Scores);
}

/// <summary>The texts that a row may show.</summary>
/// <param name="Row">The row at its best position.</param>
/// <param name="Views">The row as it was shown to the network, several times.</param>
/// <param name="Texts">The texts, likeliest first, each with its mean probability over the views.</param>
internal sealed record PlateAnswer(PlateRow Row, IReadOnlyList<PlateViews.View> Views, IReadOnlyList<RankedText> Texts);
