using Cifra.Evaluation;

namespace Cifra.Reporting.Sections;

/// <summary>The top of the page: what was measured, and the figures that matter most.</summary>
internal static class HeadlineSection
{
    private static readonly (string Id, string Name)[] Places =
    [
        ("confusion", "Confusion"), ("classes", "Digits"), ("calibration", "Calibration"), ("refusal", "Refusing"),
        ("robustness", "Robustness"), ("learning", "Learning"),
        ("data", "Data"), ("model", "Network"), (ErrorFilters.All, "Errors"),
    ];

    public static void Write(Markup page, EvaluationReport report, ModelInfo model)
    {
        page.Open("header");
        page.Leaf("p", $"Cifra · evaluation{How(report)}", ("class", "brow"));
        page.Leaf("h1", report.Data);
        page.Open("p", ("class", "model")).Text(model.Name.Length == 0 ? "" : $"{model.Name} · ").Leaf("code", report.Model).Close();

        page.Open("dl", ("class", "figures"));
        Section.Figure(page, "Accuracy", Figures.Percent(report.Accuracy), Interval(report), "lead");
        Section.Figure(page, "Errors", Figures.Count(report.Errors.Count), $"of {Figures.Plural(report.Images, "image")}");
        if (report.Corrected is { } corrected)
        {
            Section.Figure(
                page, "Corrected", Figures.Percent(corrected.Accuracy), $"with {corrected.Relabelled} labels corrected, {corrected.LeftOut} left out");
        }

        Section.Figure(page, "Loss", Figures.Small(report.Loss), "mean cross-entropy");
        Section.Figure(page, "ECE", Figures.Percent(report.Calibration.ExpectedError), "calibration error");
        Section.Figure(page, "Images", Figures.Count(report.Images), Speed(report));
        if (report.Repair is { Repaired: > 0 } repair)
        {
            Section.Figure(page, "Repaired", Figures.Count(repair.Repaired), $"damaged of {Figures.Plural(repair.Images, "image")}");
        }

        page.Close();

        page.Open("nav", ("aria-label", "Sections"));
        foreach ((string id, string name) in Places)
        {
            if (id == "robustness" && report.Robustness is null)
            {
                continue;
            }

            page.Leaf("a", name, ("href", $"#{id}"));
        }

        page.Close().Close();
    }

    private static string How(EvaluationReport report) => report.Augmentation is { } augmentation
        ? $" · average of {augmentation.Views} views, {Figures.Percent((double)augmentation.CorrectWithout / report.Images)} without"
        : "";

    private static string Interval(EvaluationReport report) =>
        $"95 % interval {Figures.Fixed(100 * report.Interval95.Lower, 2)} to {Figures.Percent(report.Interval95.Upper)}";

    private static string Speed(EvaluationReport report) => report.Seconds > 0
        ? $"in {Figures.Duration(report.Seconds)}"
        : "";
}
