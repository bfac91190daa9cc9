using System.Globalization;
using Cifra.Evaluation.Refusals;
using Cifra.Reading;

namespace Cifra.Reporting.Text;

/// <summary>What an evaluation says about refusing, as plain text.</summary>
public static class RefusalText
{
    /// <summary>Three lines a promise: what is promised, what it rests on, and what became of it here; or why nothing is promised.</summary>
    public static string Promise(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        SelectiveRiskThreshold promise = refusal.Promise;
        if (promise.Threshold is not { } threshold)
        {
            return $"promise   none: {promise.Refusal}\n";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            promise   at most {Rate(promise.MaxError)} of the accepted are wrong: accepts what is surer than {threshold:0.######}
              held out  {Share(promise.Coverage)} of {promise.Pictures} accepted, {promise.Errors} of them wrong; upper 95% bound {Rate(promise.ErrorUpper95)}
              here      {Share(refusal.Coverage)} of {refusal.Images} accepted, {refusal.Errors} of them wrong; upper 95% bound {Rate(refusal.ErrorUpper95)}; {Verdict(refusal)}

            """).ReplaceLineEndings("\n");
    }

    /// <summary>The part refused of each family of non-digits, then of those for training and of the others.</summary>
    public static TextTable NonDigits(NonDigitReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = new List<IReadOnlyList<string>>();
        foreach (NonDigitScore family in report.Families)
        {
            rows.Add([family.Name, family.Trained ? "trained" : "new", Share(family.Share)]);
        }

        rows.Add(["all", "trained", Share(report.Refused(trained: true))]);
        rows.Add(["all", "new", Share(report.Refused(trained: false))]);
        return new TextTable(["non-digits", "to the network", "refused"], rows);
    }

    /// <summary>What the refusing of non-digits costs: the part of the digits that is refused with them.</summary>
    public static string DigitsRefused(NonDigitReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"refused as no digit: {Share(report.DigitsRefused)} of the digits, "
            + $"{Share(report.Refused(trained: false))} of non-digits of new kinds (threshold {report.Threshold:0.######})");
    }

    internal static string Verdict(Refusal refusal) => refusal.Held switch
    {
        null => "nothing promised",
        true => "the promise held",
        false => "the promise did not hold",
    };

    internal static string Rate(double rate) => rate.ToString("0.####%", CultureInfo.InvariantCulture);

    private static string Share(double share) => $"{Figures.Fixed(100 * share, 2)}%";
}
