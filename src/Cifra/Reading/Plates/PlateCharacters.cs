using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Lines;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Reading.Plates;

/// <summary>The characters of a plate's text: box, probability and alternatives of each.</summary>
internal static class PlateCharacters
{
    /// <summary>The characters, left to right.</summary>
    /// <param name="answer">The row's views and what they say.</param>
    /// <param name="text">The text that was chosen.</param>
    /// <param name="picture">Width and height of the picture, at whose edges boxes are cut.</param>
    public static List<ReadDigit> Of(PlateAnswer answer, string text, (int Width, int Height) picture)
    {
        PlateViews.View view = answer.Views[0];
        double[] middles = [.. CtcAlignment.Of(view.Scores, text).Select(place => (place.First + place.End) * view.Scores.Columns / 2.0)];
        double[][] votes = [.. text.Select(_ => new double[view.Scores.Symbols.Length])];
        foreach (PlateViews.View other in answer.Views.Where(other => Ctc.LogProbability(other.Scores, text) > Ctc.Never))
        {
            (int First, int End)[] places = CtcAlignment.Of(other.Scores, text);
            for (int i = 0; i < text.Length; i++)
            {
                Add(other.Scores, places[i], text[i], votes[i]);
            }
        }

        Homography toPicture = PlateNormalizer.ToPicture(view.Row.Corners, view.Width);
        List<ReadDigit> characters = [];
        for (int i = 0; i < text.Length; i++)
        {
            double reach = PlateDecisionOptions.Default.HalfCharacterWidth * PlateNormalizer.CharacterHeight * PlateNormalizer.Stretch;
            double left = Math.Max(middles[i] - reach, i > 0 ? (middles[i - 1] + middles[i]) / 2 : 0);
            double right = Math.Min(middles[i] + reach, i + 1 < text.Length ? (middles[i] + middles[i + 1]) / 2 : view.Width);
            double top = (LineNormalizer.Height - PlateNormalizer.CharacterHeight) / 2.0;
            double bottom = LineNormalizer.Height - top;
            var box = new Quadrilateral(new(left, top), new(right, top), new(right, bottom), new(left, bottom));
            characters.Add(Character(votes[i], view.Scores.Symbols, text[i], toPicture.Apply(box).Bounds(picture.Width, picture.Height)));
        }

        return characters;
    }

    // Adds one view's vote: at the step where the character is likeliest, each symbol's probability, given that the step shows a symbol at all.
    private static void Add(LineScores scores, (int First, int End) place, char symbol, double[] votes)
    {
        int own = scores.Symbols.IndexOf(symbol, StringComparison.Ordinal);
        int best = place.First;
        for (int step = place.First; step < place.End; step++)
        {
            best = scores.At(step)[own] > scores.At(best)[own] ? step : best;
        }

        ReadOnlySpan<float> row = scores.At(best);
        double notBlank = Math.Max(1e-6, 1 - Math.Exp(row[scores.Blank]));
        for (int k = 0; k < votes.Length; k++)
        {
            votes[k] += Math.Exp(row[k]) / notBlank;
        }
    }

    private static ReadDigit Character(double[] votes, string symbols, char chosen, PixelBox box)
    {
        double total = Math.Max(1e-9, votes.Sum());
        RankedDigit[] ranked = [.. symbols.Select((symbol, k) => new RankedDigit(ValueOf(symbol), (float)(votes[k] / total)))];
        int own = ValueOf(chosen);
        return new ReadDigit(
            own,
            ranked.First(digit => digit.Value == own).Probability,
            [.. ranked.Where(digit => digit.Value != own && digit.Probability >= Alternatives.Least)
                .OrderByDescending(digit => digit.Probability).Take(Alternatives.MostDigits)],
            box);
    }

    // ReadDigit counts letters on from 10: A is 10.
    private static int ValueOf(char symbol) => char.IsAsciiDigit(symbol) ? symbol - '0' : symbol - 'A' + 10;
}
