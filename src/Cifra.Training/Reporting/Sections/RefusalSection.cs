using Cifra.Evaluation;
using Cifra.Evaluation.Refusals;
using Cifra.Reporting.Charts;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Sections;

/// <summary>What is gained by refusing: the error-reject curve, the promises asked for, and the pictures of no digit.</summary>
internal static class RefusalSection
{
    private const double LastPart = 0.9;
    private const double LowestShown = 1e-5;

    public static void Write(Markup page, EvaluationReport report)
    {
        Section.Begin(page, "refusal", "What does it gain by refusing?");
        page.Leaf("p", "The least confident readings are refused first: the fewer are accepted, the fewer of those are wrong. "
            + "The band is the 95 % interval of Clopper and Pearson for each point; errors of none stand at the lower edge.");
        page.Open("div", ("class", "pair"));
        double lowest = Lowest(report.ErrorReject);
        foreach (double from in (double[])[0, LastPart])
        {
            page.Open("figure");
            SvgErrorReject.Write(page, report.ErrorReject, from, lowest);
            page.Open("figcaption");
            Section.Legend(page, [("error among the accepted", "s1"), ("95 % interval", "interval")]);
            page.Close().Close();
        }

        page.Close();
        WritePromises(page, report.Refusals);
        WriteNonDigits(page, report.NonDigits);
        page.Close();
    }

    private static double Lowest(ErrorRejectCurve curve)
    {
        double least = curve.Points.Select(point => point.Error).Where(error => error > 0).DefaultIfEmpty(1e-3).Min();
        return Math.Max(LowestShown, least / 2);
    }

    private static void WritePromises(Markup page, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        page.Leaf("h3", "Promises");
        page.Leaf("p", "Each threshold comes from training pictures that were held out; the pictures of this page chose nothing.");
        Section.Table(page, "Errors promised and found", "at most wrong", "accepts surer than", "accepted here", "wrong", "upper 95 % bound", "outcome");
        foreach (Refusal refusal in refusals)
        {
            Section.Row(
                page,
                RefusalText.Rate(refusal.Promise.MaxError),
                refusal.Promise.Threshold is { } threshold ? Figures.Plain(Math.Round(threshold, 6)) : Figures.None,
                Figures.Percent(refusal.Coverage),
                Figures.Count(refusal.Errors),
                refusal.Accepted > 0 ? Figures.Percent(refusal.ErrorUpper95, 3) : Figures.None,
                RefusalText.Verdict(refusal));
        }

        page.Close().Close().Close();
        foreach (Refusal declined in refusals.Where(refusal => refusal.Held is null))
        {
            page.Leaf("p", $"Not promised: {declined.Promise.Refusal}.");
        }
    }

    private static void WriteNonDigits(Markup page, NonDigitReport? report)
    {
        if (report is null)
        {
            return;
        }

        page.Leaf("h3", "Pictures that show no digit");
        page.Leaf("p", $"Refused are {Figures.Percent(report.Refused(trained: false))} of the non-digits of kinds that no network was trained on, "
            + $"{Figures.Percent(report.Refused(trained: true))} of the other kinds, and {Figures.Percent(report.DigitsRefused)} of the digits.");
        Section.Table(page, "Non-digits refused", "kind", "to the network", "pictures", "refused");
        foreach (NonDigitScore family in report.Families)
        {
            Section.Row(page, family.Name, family.Trained ? "trained" : "new", Figures.Count(family.Pictures), Figures.Percent(family.Share));
        }

        page.Close().Close().Close();
    }
}
