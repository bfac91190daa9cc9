using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;

namespace Cifra.Reading.Plates;

/// <summary>A first look at a row: what the network reads there, how sure it is, and where the characters begin and end.</summary>
/// <param name="Row">The row, cut to its characters.</param>
/// <param name="Text">What it says at first sight.</param>
/// <param name="Sureness">Mean probability of its characters.</param>
internal sealed record RowGlance(PlateRow Row, string Text, double Sureness)
{
    private const double Beyond = 2.6;      // heights that are looked at on either side of the shapes that were found
    private const double Torn = 1.7;        // heights between the middles of two characters of one plate, at most
    private const double HalfCharacter = 0.36; // of its height
    private const int MostCharacters = 10;  // of a plate, and one that is none
    private const double LeastSure = 0.3;   // of a character that counts

    /// <summary>How good a plate this would be: the sum of what its characters have above an even chance.</summary>
    public double Value { get; } = Text.Length * (Sureness - 0.45) * (Text.Any(char.IsAsciiDigit) ? 1 : 0.5);

    /// <summary>Looks at a row; null where nothing is to be read.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="network">Reads rows.</param>
    /// <param name="row">The row; more is looked at on both sides unless it is the whole picture.</param>
    public static RowGlance? At(GrayImage picture, LineClassifier network, PlateRow row)
    {
        PlateRow wide = row.Count > 0 ? row.Longer(Beyond) : row;
        int width = Math.Min(LineClassifier.MostWidth, PlateNormalizer.Width(wide.Corners));
        LineScores scores = network.Scores(PlateNormalizer.Normalize(picture, wide.Corners, wide.Bright, width));
        List<Seen> all = Characters(scores);
        double height = PlateNormalizer.CharacterHeight * PlateNormalizer.Stretch;
        List<Seen> best = [];
        for (int i = 0; i < all.Count;)
        {
            int end = i + 1;
            while (end < all.Count && all[end].Middle - all[end - 1].Middle <= Torn * height)
            {
                end++;
            }

            List<Seen> run = all[i..end];
            best = Sum(run) > Sum(best) ? run : best;
            i = end;
        }

        if (best.Count is < 2 or > MostCharacters)
        {
            return null;
        }

        double from = (best[0].Middle - (HalfCharacter * height)) / width;
        double to = (best[^1].Middle + (HalfCharacter * height)) / width;
        return new RowGlance(wide.Part(from, to), string.Concat(best.Select(seen => seen.Symbol)), best.Average(seen => seen.Probability));
    }

    private static double Sum(List<Seen> run) => run.Sum(seen => seen.Probability);

    // The symbols of the likeliest path, each with its best step.
    private static List<Seen> Characters(LineScores scores)
    {
        List<Seen> seen = [];
        int last = scores.Blank;
        for (int step = 0; step < scores.Steps; step++)
        {
            int symbol = scores.Likeliest(step);
            double probability = Math.Exp(scores.At(step)[symbol]);
            double middle = (step + 0.5) * scores.Columns;
            if (symbol != scores.Blank && symbol == last)
            {
                seen[^1] = probability > seen[^1].Probability ? new Seen(scores.Symbols[symbol], probability, middle) : seen[^1];
            }
            else if (symbol != scores.Blank)
            {
                seen.Add(new Seen(scores.Symbols[symbol], probability, middle));
            }

            last = symbol;
        }

        return [.. seen.Where(character => character.Probability >= LeastSure)];
    }

    private readonly record struct Seen(char Symbol, double Probability, double Middle);
}
