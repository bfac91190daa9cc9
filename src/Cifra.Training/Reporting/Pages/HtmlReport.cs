using Cifra.Evaluation;
using Cifra.Reporting.Sections;

namespace Cifra.Reporting.Pages;

/// <summary>An evaluation as one page to look at: everything in one file, nothing fetched, nothing sent.</summary>
/// <remarks>
/// The page is HTML that is also well-formed XML. It works without script; its style follows the reader's light or dark setting, and
/// it prints. The same report gives the same bytes.
/// </remarks>
public static class HtmlReport
{
    /// <summary>The page as text, to be stored as UTF-8.</summary>
    /// <param name="report">How well the network reads.</param>
    /// <param name="model">What network it is.</param>
    public static string Write(EvaluationReport report, ModelInfo model)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(model);

        Markup page = PageFrame.Begin($"{report.Data}: {Figures.Percent(report.Accuracy)} – Cifra", ErrorFilters.Style(report.Confusion));
        HeadlineSection.Write(page, report, model);
        page.Open("main");
        ConfusionSection.Write(page, report);
        ClassSection.Write(page, report.Classes);
        CalibrationSection.Write(page, report);
        RefusalSection.Write(page, report);
        RobustnessSection.Write(page, report.Robustness, report.RobustnessBefore);
        LearningSection.Write(page, model.Card.History);
        DataSection.Write(page, report);
        ModelSection.Write(page, report, model);
        GallerySection.Write(page, report); // last: what stood below so many pictures would not be found
        page.Close();
        page.Asset("script", Asset.Read("report.js"));
        return page.Close().Close().ToString();
    }
}
