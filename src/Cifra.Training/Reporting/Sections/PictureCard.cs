using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network.Digits;

namespace Cifra.Reporting.Sections;

/// <summary>The parts of a card in a gallery: a picture, what is said of it, and the likeliest digits as bars.</summary>
internal static class PictureCard
{
    private const int Likeliest = 3;

    /// <summary>Begins a card in a list with its picture and its first line; the caller closes the column of text and the card.</summary>
    public static Markup Begin(Markup page, DigitSet set, int index, string verdict, string style) => page
        .Open("li", ("class", style), ("data-index", Figures.Fixed(index, 0)))
        .Void("img", ("class", "digit"), ("width", "28"), ("height", "28"), ("alt", $"Image {index}: {verdict}"), ("src", PngUri.Of(set, index)))
        .Open("div").Leaf("p", verdict, ("class", "verdict"));

    /// <summary>The three likeliest digits.</summary>
    /// <param name="page">The page.</param>
    /// <param name="predictions">What was read.</param>
    /// <param name="index">Which picture.</param>
    /// <param name="truth">The digit to mark.</param>
    public static void WriteLikeliest(Markup page, Predictions predictions, int index, int truth)
    {
        page.Open("ol", ("class", "likely"));
        foreach (RankedDigit ranked in predictions.Ranked(index, Likeliest))
        {
            string width = Figures.Fixed(100 * ranked.Probability, 1);
            page.Open("li", ("class", ranked.Value == truth ? "truth" : "other"))
                .Leaf("span", Figures.Fixed(ranked.Value, 0))
                .Open("span", ("class", "meter")).Leaf("span", "", ("style", $"width:{width}%")).Close()
                .Leaf("span", Figures.Probability(ranked.Probability))
                .Close();
        }

        page.Close();
    }

    /// <summary>The last line: which picture it is, and the file that it came from.</summary>
    public static void WriteWhere(Markup page, DigitSet set, int index, string figures)
    {
        page.Open("p", ("class", "where")).Text($"#{index} · {figures}");
        if (set.Source(index) is { } source)
        {
            page.Text(" · ").Leaf("span", source, ("class", "file"));
        }

        page.Close();
    }
}
