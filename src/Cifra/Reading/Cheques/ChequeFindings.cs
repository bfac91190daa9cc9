using System.Globalization;
using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>Sentences on a cheque: what confirms or contradicts what, and what is missing.</summary>
internal static class ChequeFindings
{
    /// <summary>Name of the amount in figures.</summary>
    public const string Amount = "amount";

    /// <summary>Name of the date.</summary>
    public const string Date = "date";

    // One region for each order of dates: month first, day first.
    private static readonly string[] Orders = ["us", "in"];

    /// <summary>Why a picture without a line of magnetic ink is taken to show no cheque.</summary>
    public static string NoCheque(ReadNumber? amount, ReadNumber? date) => (amount, date) switch
    {
        (null, null) => "The picture shows no cheque: there is no line of magnetic ink, and neither an amount nor a date where cheques have them.",
        (null, _) => "The picture shows no cheque: there is no line of magnetic ink, and no amount where cheques have it.",
        _ => "The picture shows no cheque: there is no line of magnetic ink, and no date where cheques have it.",
    };

    /// <summary>Whether the written amount equals the encoded one.</summary>
    public static bool Agree(ReadNumber amount, ReadNumber encoded) => Cents(amount.Value ?? amount.Text) is { } cents && cents == EncodedCents(encoded);

    /// <summary>The sentences.</summary>
    /// <param name="line">The line of magnetic ink; null if there is none.</param>
    /// <param name="layout">Its parts; null if there is no line.</param>
    /// <param name="amount">The written amount; null if none was found.</param>
    /// <param name="encoded">The amount that the line encodes, in cents; null if it encodes none.</param>
    /// <param name="date">The date; null if none was found.</param>
    /// <param name="region">The country of the cheque; null if it is not known.</param>
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
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The amount {amount.Value} contradicts the one encoded in the MICR line, {EncodedCents(encoded) / 100m:F2}.");
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

    // The other value of a date whose day and month may be exchanged, as the country does not tell their order; null if there is none.
    private static string? OtherDate(ReadNumber date, string? region)
    {
        if (region is not (null or "ca"))
        {
            return null;
        }

        return Orders.Select(ChequeRegions.Date)
            .Where(grammar => grammar.Accepts(date.Text))
            .Select(grammar => grammar.Canonical(date.Text))
            .FirstOrDefault(value => value != date.Value);
    }

    private static long? Cents(string amount) =>
        decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value < 1e15m
            ? (long)(value * 100)
            : null;

    private static long EncodedCents(ReadNumber encoded) => long.Parse(encoded.Text, CultureInfo.InvariantCulture);
}
