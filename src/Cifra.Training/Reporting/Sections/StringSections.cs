using Cifra.Evaluation.Strings;
using Cifra.Reporting.Charts;
using Cifra.Reporting.Json;
using Cifra.Reporting.Text;

namespace Cifra.Reporting.Sections;

/// <summary>The figures of a measured reader of numbers.</summary>
internal static class StringSections
{
    private const int MostPairs = 12;
    private const double LowestShown = 1e-4;

    public static void WriteHeadline(Markup page, StringReport report, string model)
    {
        page.Open("header")
            .Leaf("p", "Cifra · reading of numbers", ("class", "brow"))
            .Leaf("h1", report.Data)
            .Open("p", ("class", "model")).Text(model.Length == 0 ? "" : $"{model} · ").Leaf("code", report.Model).Close()
            .Open("dl", ("class", "figures"));
        Section.Figure(
            page, "Exact", Figures.Percent(report.ExactRate),
            $"{Figures.Count(report.Exact)} of {Figures.Plural(report.Images, "picture")}; "
            + $"95 % interval {Figures.Fixed(100 * report.Interval95.Lower, 1)} to {Figures.Percent(report.Interval95.Upper, 1)}", "lead");
        Section.Figure(page, "Character errors", Figures.Percent(report.CharacterErrorRate), $"of {Figures.Plural(report.TrueCharacters, "character")}");
        foreach (double rate in StringsJson.UsualRates)
        {
            Section.Figure(
                page, $"Read at {Figures.Plain(100 * rate)} %", Figures.Percent(report.ReadRateAt(rate).Share, 1), "of the pictures, at that rate of errors");
        }

        Section.Figure(page, "Failed", Figures.Count(report.Failed), report.Seconds > 0 ? $"all in {Figures.Duration(report.Seconds)}" : "");
        page.Close().Close();
    }

    public static void WriteRefusal(Markup page, StringReport report)
    {
        Section.Begin(page, "refusal", "What does it gain by refusing?");
        page.Leaf("p", "The least confident readings are refused first. The shares are of all pictures; one where nothing was read is never accepted. "
            + "The thresholds are chosen on these very pictures and promise nothing for others.").Open("div", ("class", "pair"));
        if (report.ErrorReject.Points.Count > 0)
        {
            page.Open("figure");
            double least = report.ErrorReject.Points.Select(point => point.Error).Where(error => error > 0).DefaultIfEmpty(0.01).Min();
            SvgErrorReject.Write(page, report.ErrorReject, 0, Math.Max(LowestShown, least / 2));
            page.Open("figcaption");
            Section.Legend(page, [("error among the accepted", "s1"), ("95 % interval", "interval")]);
            page.Close().Close();
        }

        page.Open("div");
        Section.Table(page, "Share read at a rate of errors", "at most wrong", "share read", "accepted", "wrong", "least confidence");
        foreach (double rate in StringsJson.UsualRates.Concat(report.MaxError is { } asked ? [asked] : []).Distinct())
        {
            ReadRate read = report.ReadRateAt(rate);
            Section.Row(
                page, $"{Figures.Plain(100 * rate)} %", Figures.Percent(read.Share), Figures.Count(read.Accepted), Figures.Count(read.Errors),
                read.Threshold is { } threshold ? Figures.Probability(threshold) : Figures.None);
        }

        page.Close().Close().Close();
        page.Leaf("p", $"The reader itself accepted {Figures.Plural(report.Accepted, "picture")}, {Figures.Count(report.AcceptedErrors)} of them wrong"
            + (report.MaxError is { } held ? $", held to {Figures.Plain(100 * held)} %" : "") + $"; {Figures.Count(report.Unsure)} were unsure.");
        page.Close().Close().Close();
    }

    public static void WriteKinds(Markup page, StringReport report)
    {
        Section.Begin(page, "kinds", "In which ways does it fail?").Open("div", ("class", "pair"));
        Section.Table(page, "Pictures by kind of failure", "kind", "pictures", "share", "of them refused");
        foreach (StringFailure failure in Enum.GetValues<StringFailure>())
        {
            int count = report.Count(failure);
            Section.Row(
                page, StringsText.Name(failure), Figures.Count(count), Figures.Percent((double)count / report.Images),
                failure == StringFailure.Unreadable ? Figures.None : Figures.Count(report.CountRefused(failure)));
        }

        page.Close().Close().Close();
        Section.Table(
            page, $"Characters: {Figures.Count(report.Deletions)} missing, {Figures.Count(report.Insertions)} too many, and these most often read as another",
            "stands there", "read", "times");
        foreach (SubstitutedPair pair in report.Substitutions.Take(MostPairs))
        {
            Section.Row(page, pair.True.ToString(), pair.Read.ToString(), Figures.Count(pair.Count));
        }

        page.Close().Close().Close().Close().Close();
    }

    public static void WriteFailed(Markup page, StringReport report)
    {
        if (report.Failed == 0)
        {
            return;
        }

        Section.Begin(page, "failed", $"{Figures.Plural(report.Failed, "picture")} not read at all").Open("ul", ("class", "files"));
        foreach (StringScore score in report.Scores.Where(score => score.Error is not null))
        {
            page.Leaf("li", score.Error!);
        }

        page.Close().Close();
    }
}
