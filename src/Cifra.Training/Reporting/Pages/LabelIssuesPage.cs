using Cifra.Evaluation;
using Cifra.Reporting.Sections;

namespace Cifra.Reporting.Pages;

/// <summary>Likely label errors as one page: the figures, and the pictures with the label that each has and the one that fits better.</summary>
public static class LabelIssuesPage
{
    private const int MostPictures = 500;

    /// <summary>The page as text, to be stored as UTF-8; of the pictures at most the 500 likeliest.</summary>
    public static string Write(LabelIssuesReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Markup page = PageFrame.Begin($"{report.Data}: likely label errors – Cifra");
        WriteHeadline(page, report);
        page.Open("main");
        WriteJoint(page, report.Issues);
        WriteGallery(page, report.Issues);
        return page.Close().Close().Close().ToString();
    }

    private static void WriteHeadline(Markup page, LabelIssuesReport report)
    {
        LabelIssues issues = report.Issues;
        int images = issues.Predictions.Count;
        page.Open("header")
            .Leaf("p", "Cifra · likely label errors", ("class", "brow"))
            .Leaf("h1", report.Data)
            .Leaf("p", $"Every picture read by a network that never saw it: recipe {report.Recipe}, {report.Folds} folds", ("class", "model"))
            .Open("dl", ("class", "figures"));
        Section.Figure(page, "Likely errors", Figures.Count(issues.Issues.Count), $"of {Figures.Plural(images, "image")}", "lead");
        Section.Figure(page, "Estimate", Figures.Fixed(issues.EstimatedErrors, 1), "wrong labels in all");
        Section.Figure(page, "Share", Figures.Percent(issues.EstimatedErrors / images), "of the labels, by estimate");
        Section.Figure(page, "Accuracy", Figures.Percent(report.Accuracy), "out of sample");
        Section.Figure(page, "Folds", Figures.Count(report.Folds), report.Recipe);
        page.Close().Close();
    }

    private static void WriteJoint(Markup page, LabelIssues issues)
    {
        Section.Begin(page, "joint", "Labels and what the networks are confident of");
        page.Leaf("p", "A row is a label, a column the likeliest class among those whose threshold the picture reaches; a class's threshold is the mean "
            + "probability of that class over the pictures labelled with it. What is off the diagonal, "
            + "brought to the size of each class, estimates the wrong labels.");
        string[] digits = [.. Enumerable.Range(0, Predictions.Classes).Select(digit => Figures.Fixed(digit, 0))];
        Section.Table(page, "Pictures by label and confident class", ["label", .. digits, "threshold"]);
        for (int given = 0; given < Predictions.Classes; given++)
        {
            Section.Row(
                page,
                digits[given],
                [
                    .. Enumerable.Range(0, Predictions.Classes).Select(
                        confident => issues.Joint(given, confident) is > 0 and int count ? Figures.Count(count) : "·"),
                    issues.Thresholds[given] is { } threshold ? Figures.Fixed(threshold, 3) : Figures.None,
                ]);
        }

        page.Close().Close().Close().Close();
    }

    private static void WriteGallery(Markup page, LabelIssues issues)
    {
        int shown = Math.Min(MostPictures, issues.Issues.Count);
        Section.Begin(page, "issues", shown < issues.Issues.Count ? $"The {Figures.Count(shown)} likeliest" : $"All {Figures.Count(shown)}");
        page.Leaf("p", "The likeliest errors first, by the probability of the label less that of the likeliest other digit. Many are sound labels of digits "
            + "that are hard to read: look before you change one. Images are numbered from 0 in the order of the set.");
        page.Open("ol", ("class", "cards"));
        foreach (LabelIssue issue in issues.Issues.Take(shown))
        {
            PictureCard.Begin(page, issues.Predictions.Set, issue.Index, $"labelled {issue.Given}, looks like {issue.Suggested}", "issue");
            PictureCard.WriteLikeliest(page, issues.Predictions, issue.Index, issue.Given);
            PictureCard.WriteWhere(page, issues.Predictions.Set, issue.Index, $"margin {Figures.Fixed(issue.Margin, 3)}");
            page.Close().Close();
        }

        page.Close().Close();
    }
}
