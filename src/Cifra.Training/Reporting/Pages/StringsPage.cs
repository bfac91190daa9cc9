using Cifra.Evaluation.Strings;
using Cifra.Imaging;
using Cifra.Reading.Lines;
using Cifra.Reporting.Sections;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Pages;

/// <summary>A measured reader of numbers as one page: the figures, and a gallery of what it read wrong. One file, nothing fetched, nothing sent.</summary>
public static class StringsPage
{
    private const int MostPictures = 300;

    /// <summary>The page as text, to be stored as UTF-8; of the failures at most the 300 that were surest.</summary>
    /// <param name="evaluation">What was measured; the pictures are looked up again.</param>
    /// <param name="model">What its user calls the network; may be empty.</param>
    public static string Write(StringEvaluation evaluation, string model) => Write(evaluation, model, extra: null);

    /// <summary>
    /// The same, with what the two readers of lines say in each failure's card: the line as they saw it, its lattice, and what may stand there.
    /// </summary>
    /// <param name="evaluation">What was measured; the pictures are looked up again.</param>
    /// <param name="model">What its user calls the network; may be empty.</param>
    /// <param name="look">Looks at a picture's lines again, as <see cref="NumberReader.Look"/> does; null where nobody can.</param>
    public static string Write(StringEvaluation evaluation, string model, Func<ColorImage, IReadOnlyList<LineView>>? look) =>
        Write(evaluation, model, extra: look is null ? null : new LineOpinionCard(look).Write);

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
            : "Wrong characters first, then wrong groups; the surest first, for those are the ones that a threshold lets pass. "
                + "Boxes are green where a number was accepted, "
                + "orange where it was unsure, and broken where it was taken for no digit. Under each digit is its probability, then what else it could be.");
        if (extra is not null && failures.Length > 0)
        {
            page.Leaf("p", "Below each card is the line as the readers saw it, with its cuts, and the pieces between them as the digit network reads them: "
                + "the likeliest digit and its probability in hundredths. "
                + "The answer's pieces are filled and stand in the first row; those below 5 % are left out. The table has natural logarithms: "
                + "of the line network's probability, and of the best path through the lattice; "
                + "together is what both made of it.");
        }

        page.Open("ol", ("class", extra is null ? "strings" : "strings opened"));
        Dictionary<StringScore, MeasuredPicture> pictures = evaluation.Report.Scores.Zip(evaluation.Pictures).ToDictionary();
        foreach (StringScore score in failures.Take(MostPictures))
        {
            StringCard.Write(page, score, pictures[score], extra);
        }

        page.Close().Close();
    }
}
