using Cifra.Evaluation;
using Cifra.Reading;
using Cifra.Reporting.Sections;

namespace Cifra.Reporting;

/// <summary>A measured reader of numbers as one page: the figures, and a gallery of what it read wrong. One file, nothing fetched, nothing sent.</summary>
public static class StringsPage
{
    private const int MostPictures = 300;

    /// <summary>The page as text, to be stored as UTF-8; of the failures at most the 300 that were surest.</summary>
    /// <param name="evaluation">What was measured; the pictures are looked up again.</param>
    /// <param name="model">What its user calls the network; may be empty.</param>
    public static string Write(StringEvaluation evaluation, string model) => Write(evaluation, model, extra: null);

    internal static string Write(StringEvaluation evaluation, string model, StringCard.Extra? extra)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(model);
        StringReport report = evaluation.Report;
        Markup page = PageFrame.Begin($"{report.Data}: {Figures.Percent(report.ExactRate)} exact – Cifra", Asset.Read("strings.css"));
        StringSections.WriteHeadline(page, report, model);
        page.Open("main");
        StringSections.WriteRefusal(page, report);
        StringSections.WriteKinds(page, report);
        StringSections.WriteFailed(page, report);
        WriteGallery(page, evaluation, extra);
        return page.Close().Close().Close().ToString();
    }

    private static void WriteGallery(Markup page, StringEvaluation evaluation, StringCard.Extra? extra)
    {
        StringScore[] failures = [.. StringsText.SurestFirst(evaluation.Report)];
        Section.Begin(page, "errors", failures.Length > MostPictures
            ? $"The {MostPictures} surest of {Figures.Count(failures.Length)} failures"
            : Figures.Plural(failures.Length, "failure"));
        page.Leaf("p", failures.Length == 0
            ? "Every picture that could be opened was read wholly right."
            : "Wrong characters first, then wrong groups; the surest first, for those are the ones that a threshold lets pass. Boxes are green where a number was accepted, "
                + "orange where it was unsure, and broken where it was taken for no digit. Under each digit is its probability, then what else it could be.");
        page.Open("ol", ("class", "strings"));
        Dictionary<StringScore, MeasuredPicture> pictures = evaluation.Report.Scores.Zip(evaluation.Pictures).ToDictionary();
        foreach (StringScore score in failures.Take(MostPictures))
        {
            StringCard.Write(page, score, pictures[score], extra);
        }

        page.Close().Close();
    }
}
