using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Plates;

/// <summary>Reads a row several times, placed and stretched a little differently each time, and takes the mean of what is said.</summary>
internal static class PlateViews
{
    private const int Proposals = 6;
    private const double Margin = 0.22; // heights beside the first and last character
    private const int Beam = 12;
    private const float LeastLikely = -7;
    private static readonly CtcDecoder Free = new(null, Beam, LeastLikely);

    // Where top and foot go, in heights, how far the top goes to the right of the foot, and how much broader things become.
    private static readonly (double Top, double Bottom, double Slant, double Broader)[] Coarse =
        [(0, 0, 0, 1), (-0.1, 0, 0, 1), (0, 0.1, 0, 1), (-0.1, 0.1, 0, 1), (0.1, -0.1, 0, 1), (0.1, 0, 0, 1), (0, -0.1, 0, 1), (0.1, 0.1, 0, 1), (-0.1, -0.1, 0, 1), (0, 0, 0.12, 1), (0, 0, -0.12, 1)];

    private static readonly (double Top, double Bottom, double Slant, double Broader)[] Fine =
        [(0, 0, 0, 1), (-0.04, 0.04, 0, 1), (0.04, -0.04, 0, 1), (0, 0, 0, 1.15), (0, 0, 0, 0.9), (0.04, 0.04, 0.06, 1), (-0.04, -0.04, -0.06, 1)];

    /// <summary>A decoder that keeps to a grammar.</summary>
    public static CtcDecoder Bound(Grammar grammar) => new(grammar, Beam, LeastLikely);

    /// <summary>Reads a row.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="network">Reads rows.</param>
    /// <param name="row">Where it is, about.</param>
    /// <param name="bound">Finds texts of forms that are to be thought of, however unlikely they look; null for none.</param>
    /// <param name="check">Asked before each look.</param>
    public static PlateAnswer Read(GrayImage picture, LineClassifier network, PlateRow row, CtcDecoder? bound = null, CancellationCheck? check = null)
    {
        PlateRow best = row;
        double most = double.NegativeInfinity;
        foreach ((double top, double bottom, double slant, _) in Coarse)
        {
            check?.ThrowIfCancelled();
            PlateRow placed = row.Moved(top, bottom, slant);
            LineScores scores = Scores(picture, network, placed, 1).Scores;
            double value = Confidence(scores);
            (best, most) = value > most ? (placed, value) : (best, most);
        }

        View[] views = [.. Fine.Select(view =>
        {
            check?.ThrowIfCancelled();
            return Scores(picture, network, best.Moved(view.Top, view.Bottom, view.Slant), view.Broader);
        })];
        check?.ThrowIfCancelled();
        var texts = new HashSet<string>(views.SelectMany(view => Free.Decode(view.Scores, Proposals).Concat(bound?.Decode(view.Scores, Proposals) ?? [])).Select(hypothesis => hypothesis.Text));
        RankedText[] ranked = [.. texts
            .Where(text => text.Length > 0)
            .Select(text => new RankedText(text, views.Average(view => Math.Exp(Ctc.LogProbability(view.Scores, text)))))
            .OrderByDescending(text => text.Probability).ThenBy(text => text.Text, StringComparer.Ordinal)];
        return new PlateAnswer(best, views, ranked);
    }

    // How sure the network is of what it likes best: the logarithm of the likeliest path.
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
        PlateRow wide = row.Longer(Margin);
        int width = Math.Min(LineClassifier.MostWidth, PlateNormalizer.Width(wide.Corners, broader));
        return new View(wide, width, network.Scores(PlateNormalizer.Normalize(picture, wide.Corners, wide.Bright, width)));
    }

    /// <summary>A row as it was shown to the network.</summary>
    /// <param name="Row">What was cut out.</param>
    /// <param name="Width">Columns that it became.</param>
    /// <param name="Scores">What the network says.</param>
    public sealed record View(PlateRow Row, int Width, LineScores Scores);
}

/// <summary>What a row says.</summary>
/// <param name="Row">The row, placed best.</param>
/// <param name="Views">As it was shown to the network.</param>
/// <param name="Texts">What it may say, likeliest first.</param>
internal sealed record PlateAnswer(PlateRow Row, IReadOnlyList<PlateViews.View> Views, IReadOnlyList<RankedText> Texts);
