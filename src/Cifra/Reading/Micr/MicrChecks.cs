using System.Globalization;
using Cifra.Reading.Grammars;

namespace Cifra.Reading.Micr;

/// <summary>Sentences on the check digits of a line of magnetic ink.</summary>
internal static class MicrChecks
{
    private static readonly int[] RoutingWeights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(MicrLine line, MicrLayout layout) => layout.Region switch
    {
        "us" => Routing(layout.Find(MicrLayout.Routing)!.Text),
        "br" => Brazil(line.Text),
        "in" => [India(layout.Find(MicrLayout.Routing)!.Text)],
        "ca" => ["The Canadian transit and institution number has no check digit."],
        "fr" => ["The French interbank zone has no check digit in the line."],
        _ => ["The MICR line has none of the layouts known here (us, ca, in, fr, br): its parts are not told apart."],
    };

    /// <summary>Whether the weighted sum of nine digits is a multiple of ten.</summary>
    public static bool IsRouting(string digits) => digits.Zip(RoutingWeights, (digit, weight) => (digit - '0') * weight).Sum() % 10 == 0;

    private static IEnumerable<string> Routing(string digits)
    {
        if (!IsRouting(digits))
        {
            yield return $"The routing number {digits} is wrong: its check digit does not fit the other eight.";
        }
        else if (Grammar.RoutingNumber().Objection(digits) is { } objection)
        {
            yield return $"The routing number's check digit is right, but {digits} is no bank's: {objection}.";
        }
        else
        {
            yield return "The routing number's check digit is right.";
        }
    }

    private static string India(string code) => string.Create(
        CultureInfo.InvariantCulture, $"The MICR code names city {code[..3]}, bank {code[3..6]} and branch {code[6..]}; it has no check digit.");

    // Each of three groups has a check digit modulo 10. That of the first stands after the second, that of the second after the first, that of the third
    // after itself.
    private static IEnumerable<string> Brazil(string line)
    {
        string digits = string.Concat(line.Where(char.IsAsciiDigit));
        (string Group, char Check, string Name)[] checks =
        [
            (digits[..7], digits[18], "bank and branch"),
            (digits[8..18], digits[7], "clearing house and cheque number"),
            (digits[19..29], digits[29], "account"),
        ];
        string[] wrong = [.. checks.Where(check => !Grammar.Luhn(2, 100).Accepts(check.Group + check.Check)).Select(check => check.Name)];
        yield return wrong.Length == 0
            ? "The three check digits of the MICR line are right."
            : $"The MICR line's check digit is wrong for {string.Join(" and for ", wrong)}.";
    }
}
