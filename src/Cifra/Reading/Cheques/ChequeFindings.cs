using System.Globalization;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>Says in sentences what on a cheque confirms or contradicts what, and what is missing.</summary>
internal static class ChequeFindings
{
    public const string Amount = "amount";
    public const string Date = "date";

    // One region of each order of dates.
    private static readonly string[] Orders = ["us", "in"];

    /// <summary>Why a picture is taken to show no cheque.</summary>
    public static string NoCheque(ReadNumber? amount, ReadNumber? date) => (amount, date) switch
    {
        (null, null) => "The picture shows no cheque: there is no line of magnetic ink, and neither an amount nor a date where cheques have them.",
        (null, _) => "The picture shows no cheque: there is no line of magnetic ink, and no amount where cheques have it.",
        _ => "The picture shows no cheque: there is no line of magnetic ink, and no date where cheques have it.",
    };

    /// <summary>Whether an amount and the encoded one are the same.</summary>
    public static bool Agree(ReadNumber amount, ReadNumber encoded) => Cents(amount.Value ?? amount.Text) is { } cents && cents == EncodedCents(encoded);

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(MicrLine? line, MicrLayout? layout, ReadNumber? amount, ReadNumber? encoded, ReadNumber? date, string? region)
    {
        if (amount is null)
        {
            yield return "No amount was found where cheques have it.";
        }
        else
        {
            yield return encoded is null ? "Nothing confirms the amount: the MICR line encodes none."
                : Agree(amount, encoded) ? "The amount is confirmed by the one encoded in the MICR line."
                : string.Create(CultureInfo.InvariantCulture, $"The amount {amount.Value} contradicts the one encoded in the MICR line, {EncodedCents(encoded) / 100m:F2}.");
        }

        if (date is null)
        {
            yield return "No date was found where cheques have it.";
        }
        else if (OtherDate(date, region) is { } other)
        {
            yield return $"The date may be {date.Value} or {other}: nothing tells the country of the cheque.";
        }

        if (line is null || layout is null)
        {
            yield return "No line of magnetic ink was found.";
            yield break;
        }

        yield return line.Font == MicrFont.E13B ? "The MICR line is printed in E-13B." : "The MICR line is printed in CMC-7.";
        foreach (string sentence in MicrChecks.Of(line, layout))
        {
            yield return sentence;
        }
    }

    // With the region unknown, day and month may be exchanged.
    private static string? OtherDate(ReadNumber date, string? region)
    {
        if (region is not (null or "ca"))
        {
            return null;
        }

        string[] values = [.. Orders.Select(ChequeRegions.Date).Where(grammar => grammar.Accepts(date.Text)).Select(grammar => grammar.Canonical(date.Text)).Distinct()];
        return values.FirstOrDefault(value => value != date.Value);
    }

    private static long? Cents(string amount) =>
        decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value < 1e15m ? (long)(value * 100) : null;

    private static long EncodedCents(ReadNumber encoded) => long.Parse(encoded.Text, CultureInfo.InvariantCulture);
}
