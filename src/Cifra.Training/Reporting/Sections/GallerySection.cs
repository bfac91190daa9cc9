using Cifra.Data;
using Cifra.Evaluation;

namespace Cifra.Reporting.Sections;

/// <summary>Every error as a picture, worst first, and the right readings that came closest to being errors.</summary>
internal static class GallerySection
{
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
            StudyParts.WriteLegend(page, report.Study);
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
            WriteCard(page, report, image);
        }

        page.Close();
    }

    private static void WriteCard(Markup page, EvaluationReport report, RankedImage image)
    {
        DigitSet set = report.Predictions.Set;
        string verdict = image.True == image.Read ? $"{image.True} read right" : $"{image.True} read as {image.Read}";
        PictureCard.Begin(page, set, image.Index, verdict, ErrorFilters.Classes(image));
        PictureCard.WriteLikeliest(page, report.Predictions, image.Index, image.True);
        PictureCard.WriteWhere(page, set, image.Index, $"loss {Figures.Fixed(image.Loss, 2)}");
        page.Close();
        StudyParts.Write(page, set, report.Study, image.Index);
        page.Close();
    }
}
