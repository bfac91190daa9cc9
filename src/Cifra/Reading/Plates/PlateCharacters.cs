using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Reading.Plates;

/// <summary>Where each character of a plate's text stands, how sure it is, and what else it could be.</summary>
internal static class PlateCharacters
{
    private const int Others = 3;
    private const float LeastOther = 0.001f;
    private const double HalfCharacter = 0.3; // of its height, where neighbours leave that much

    /// <summary>The characters.</summary>
    /// <param name="answer">What the row says.</param>
    /// <param name="text">The text that was chosen.</param>
    /// <param name="picture">Size of the picture.</param>
    public static List<ReadDigit> Of(PlateAnswer answer, string text, (int Width, int Height) picture)
    {
        PlateViews.View view = answer.Views[0];
        double[] middles = [.. CtcAlignment.Of(view.Scores, text).Select(place => (place.First + place.End) * view.Scores.Columns / 2.0)];
        double[][] said = [.. text.Select(_ => new double[view.Scores.Symbols.Length])];
        foreach (PlateViews.View other in answer.Views.Where(other => Ctc.LogProbability(other.Scores, text) > Ctc.Never))
        {
            (int First, int End)[] places = CtcAlignment.Of(other.Scores, text);
            for (int i = 0; i < text.Length; i++)
            {
                Add(other.Scores, places[i], text[i], said[i]);
            }
        }

        Homography toPicture = PlateNormalizer.ToPicture(view.Row.Corners, view.Width);
        List<ReadDigit> characters = [];
        for (int i = 0; i < text.Length; i++)
        {
            double reach = HalfCharacter * PlateNormalizer.CharacterHeight * PlateNormalizer.Stretch;
            double left = Math.Max(middles[i] - reach, i > 0 ? (middles[i - 1] + middles[i]) / 2 : 0);
            double right = Math.Min(middles[i] + reach, i + 1 < text.Length ? (middles[i] + middles[i + 1]) / 2 : view.Width);
            double top = (LineNormalizer.Height - PlateNormalizer.CharacterHeight) / 2.0;
            double bottom = LineNormalizer.Height - top;
            var box = new Quadrilateral(new(left, top), new(right, top), new(right, bottom), new(left, bottom));
            characters.Add(Character(said[i], view.Scores.Symbols, text[i], toPicture.Apply(box).Bounds(picture.Width, picture.Height)));
        }

        return characters;
    }

    // At the step where the character is surest, how likely each symbol is that any stands there.
    private static void Add(LineScores scores, (int First, int End) place, char symbol, double[] said)
    {
        int own = scores.Symbols.IndexOf(symbol, StringComparison.Ordinal);
        int best = place.First;
        for (int step = place.First; step < place.End; step++)
        {
            best = scores.At(step)[own] > scores.At(best)[own] ? step : best;
        }

        ReadOnlySpan<float> row = scores.At(best);
        double some = Math.Max(1e-6, 1 - Math.Exp(row[scores.Blank]));
        for (int k = 0; k < said.Length; k++)
        {
            said[k] += Math.Exp(row[k]) / some;
        }
    }

    private static ReadDigit Character(double[] said, string symbols, char chosen, PixelBox box)
    {
        double total = Math.Max(1e-9, said.Sum());
        RankedDigit[] ranked = [.. symbols.Select((symbol, k) => new RankedDigit(ValueOf(symbol), (float)(said[k] / total)))];
        int own = ValueOf(chosen);
        return new ReadDigit(
            own,
            ranked.First(digit => digit.Value == own).Probability,
            [.. ranked.Where(digit => digit.Value != own && digit.Probability >= LeastOther).OrderByDescending(digit => digit.Probability).Take(Others)],
            box);
    }

    private static int ValueOf(char symbol) => char.IsAsciiDigit(symbol) ? symbol - '0' : symbol - 'A' + 10;
}
