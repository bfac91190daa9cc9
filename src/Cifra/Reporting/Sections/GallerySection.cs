using Cifra.Evaluation;
using Cifra.Network;

namespace Cifra.Reporting.Sections;

/// <summary>Every error as a picture, worst first, and the right readings that came closest to being errors.</summary>
internal static class GallerySection
{
    private const int Likeliest = 3;

    public static void Write(Markup page, EvaluationReport report)
    {
        Section.Begin(page, ErrorFilters.All, report.Errors.Count switch
        {
            0 => "Errors",
            1 => "The one error",
            int count => $"All {Figures.Count(count)} errors",
        });
        if (report.Errors.Count == 0)
        {
            page.Leaf("p", $"There are none: {Figures.Plural(report.Images, "image")}, read right.");
        }
        else
        {
            page.Leaf("p", "The worst first: the less probability was given to the true digit, the worse. "
                + "A cell, row or column sum of the matrix above shows only its errors. Images are numbered from 0 in the order of the set.");
            WriteParts(page, report);
            WriteCards(page, report, report.Errors, "cards errors");
        }

        if (report.HardestCorrect.Count > 0)
        {
            page.Open("details", ("class", "hardest"))
                .Leaf("summary", $"Right, but barely: the {Figures.Plural(report.HardestCorrect.Count, "image")} read right with the largest loss");
            WriteCards(page, report, report.HardestCorrect, "cards");
            page.Close();
        }

        page.Close();
    }

    // What a link from the matrix aims at. Each is hidden until it is the target; then it says what is shown.
    private static void WriteParts(Markup page, EvaluationReport report)
    {
        foreach ((string id, string name, int count) in ErrorFilters.Parts(report.Confusion))
        {
            page.Open("div", ("class", "part"), ("id", id), ("tabindex", "-1"))
                .Leaf("span", $"{name}: {Figures.Count(count)} of {Figures.Plural(report.Errors.Count, "error")}", ("class", "name"))
                .Leaf("a", "Show all", ("class", "button"), ("href", $"#{ErrorFilters.All}"))
                .Leaf("a", "Back to the matrix", ("class", "button"), ("href", "#confusion"))
                .Close();
        }
    }

    private static void WriteCards(Markup page, EvaluationReport report, IReadOnlyList<RankedImage> images, string style)
    {
        page.Open("ol", ("class", style));
        foreach (RankedImage image in images)
        {
            WriteCard(page, report.Predictions, image);
        }

        page.Close();
    }

    private static void WriteCard(Markup page, Predictions predictions, RankedImage image)
    {
        string verdict = image.True == image.Read ? $"{image.True} read right" : $"{image.True} read as {image.Read}";
        page.Open("li", ("class", ErrorFilters.Classes(image)), ("data-index", Figures.Fixed(image.Index, 0)))
            .Void("img", ("class", "digit"), ("width", "28"), ("height", "28"), ("alt", $"Image {image.Index}: {verdict}"),
                ("src", PngUri.Of(predictions.Set, image.Index)))
            .Open("div").Leaf("p", verdict, ("class", "verdict"))
            .Open("ol", ("class", "likely"));
        foreach (RankedDigit ranked in predictions.Ranked(image.Index, Likeliest))
        {
            string width = Figures.Fixed(100 * ranked.Probability, 1);
            page.Open("li", ("class", ranked.Value == image.True ? "truth" : "other"))
                .Leaf("span", Figures.Fixed(ranked.Value, 0))
                .Open("span", ("class", "meter")).Leaf("span", "", ("style", $"width:{width}%")).Close()
                .Leaf("span", Figures.Probability(ranked.Probability))
                .Close();
        }

        page.Close().Open("p", ("class", "where")).Text($"#{image.Index} · loss {Figures.Fixed(image.Loss, 2)}");
        if (predictions.Set.Source(image.Index) is { } source)
        {
            page.Text(" · ").Leaf("span", source, ("class", "file"));
        }

        page.Close().Close().Close();
    }
}
