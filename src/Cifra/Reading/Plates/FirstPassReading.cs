using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;

namespace Cifra.Reading.Plates;

/// <summary>What the network reads in a row at its first pass, how sure it is, and where the characters begin and end.</summary>
/// <param name="Row">The row, cut to its characters.</param>
/// <param name="Text">The symbols of the likeliest path.</param>
/// <param name="MeanConfidence">Mean probability of its characters.</param>
/// <param name="Score">How good a plate it would be: the sum of what its characters have above the neutral confidence.</param>
internal sealed record FirstPassReading(PlateRow Row, string Text, double MeanConfidence, double Score)
{
    /// <summary>Reads a row once; null if it shows no plate.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="network">Reads rows.</param>
    /// <param name="row">The row. It is extended at both ends unless it is the whole picture.</param>
    public static FirstPassReading? Of(GrayImage picture, LineClassifier network, PlateRow row)
    {
        PlateDecisionOptions options = PlateDecisionOptions.Default;
        PlateRow wide = row.Count > 0 ? row.Longer(options.RowExtension) : row;
        int width = Math.Min(LineClassifier.MostWidth, PlateNormalizer.Width(wide.Corners));
        return Of(network.Scores(PlateNormalizer.Normalize(picture, wide.Corners, wide.Bright, width)), wide, width, options);
    }

    /// <summary>What scores of a row say; null if they show no plate.</summary>
    /// <param name="scores">The network's scores.</param>
    /// <param name="row">What the network was shown.</param>
    /// <param name="width">Columns of that picture.</param>
    /// <param name="options">Hand-set numbers.</param>
    internal static FirstPassReading? Of(LineScores scores, PlateRow row, int width, PlateDecisionOptions options)
    {
        double height = PlateNormalizer.CharacterHeight * PlateNormalizer.Stretch;
        List<Character> best = BestRun(Characters(scores, options.MinCharacterProbability), options.MaxCharacterStep * height);
        if (best.Count < options.RowCharacters.Least || best.Count > options.RowCharacters.Greatest)
        {
            return null;
        }

        double from = (best[0].Middle - (options.RowEndMargin * height)) / width;
        double to = (best[^1].Middle + (options.RowEndMargin * height)) / width;
        string text = string.Concat(best.Select(character => character.Symbol));
        double confidence = best.Average(character => character.Probability);
        double score = text.Length * (confidence - options.NeutralConfidence) * (text.Any(char.IsAsciiDigit) ? 1 : options.NoDigitFactor);
        return new FirstPassReading(row.Part(from, to), text, confidence, score);
    }

    // Of the runs of characters without a wide gap, the one with the greatest sum of probabilities.
    private static List<Character> BestRun(List<Character> all, double maxStep)
    {
        List<Character> best = [];
        for (int i = 0; i < all.Count;)
        {
            int end = i + 1;
            while (end < all.Count && all[end].Middle - all[end - 1].Middle <= maxStep)
            {
                end++;
            }

            List<Character> run = all[i..end];
            best = Sum(run) > Sum(best) ? run : best;
            i = end;
        }

        return best;
    }

    private static double Sum(List<Character> run) => run.Sum(character => character.Probability);

    // The symbols of the likeliest path, each at the step where it is likeliest.
    private static List<Character> Characters(LineScores scores, double minProbability)
    {
        List<Character> characters = [];
        int last = scores.Blank;
        for (int step = 0; step < scores.Steps; step++)
        {
            int symbol = scores.Likeliest(step);
            double probability = Math.Exp(scores.At(step)[symbol]);
            double middle = (step + 0.5) * scores.Columns;
            if (symbol != scores.Blank && symbol == last)
            {
                characters[^1] = probability > characters[^1].Probability ? new Character(scores.Symbols[symbol], probability, middle) : characters[^1];
            }
            else if (symbol != scores.Blank)
            {
                characters.Add(new Character(scores.Symbols[symbol], probability, middle));
            }

            last = symbol;
        }

        return [.. characters.Where(character => character.Probability >= minProbability)];
    }

    private readonly record struct Character(char Symbol, double Probability, double Middle);
}
