using System.Globalization;
using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>The form of amounts: what fills the field, the whole part, the cents, what closes the field.</summary>
/// <remarks>
/// A point or comma is told by what follows it, whichever of the two it is and wherever the writer comes from: groups of thousands have three digits,
/// cents have two.
/// </remarks>
internal static class AmountPattern
{
    // What people put before and after an amount so that nothing can be added; the currency sign.
    private const string Before = @"[*#=: -]*\$?[*#=: -]*";
    private const string After = @"[.,]?(/?[-=])?[*#=: -]*";
    private const string Mark = "[., -]";

    public static Pattern Of(AmountOptions options)
    {
        Pattern number = Whole(options);
        Pattern marked = Pattern.Sequence(PatternParser.Parse(Mark), Cents(), Hundredths(0));
        Pattern overHundred = Pattern.Sequence(Cents(), Hundredths(1));
        Pattern dash = PatternParser.Parse("[.,][-=]");
        Pattern centsAlone = Pattern.Sequence(PatternParser.Parse("[.,]"), Cents());

        Pattern amount = options.Cents switch
        {
            CentsRule.None => number,
            CentsRule.Optional => Pattern.Choice(Pattern.Sequence(number, new RepeatPattern(Pattern.Choice(marked, overHundred), 0, 1)), centsAlone),
            CentsRule.Required => Pattern.Choice(Pattern.Sequence(number, Pattern.Choice(marked, overHundred, dash)), centsAlone),
            _ => Pattern.Choice(Pattern.Sequence(number, Pattern.Choice(marked, overHundred, dash, Cents())), centsAlone),
        };
        return Pattern.Sequence(PatternParser.Parse(Before), amount, PatternParser.Parse(After)).Ignoring(Alphabet.All & ~Alphabet.Digits);
    }

    // Two digits, a point before them in the value.
    private static Pattern Cents() => Pattern.Sequence(new SymbolPattern(Alphabet.Digits, Before: "."), Pattern.Symbol(Alphabet.Digits));

    private static RepeatPattern Hundredths(int least) => new(PatternParser.Parse("/100").Ignoring(Alphabet.All), least, 1);

    // Plain digits, or grouped: each number of groups is a branch, so that the digits are never more than the most.
    private static Pattern Whole(AmountOptions options)
    {
        StringBuilder pattern = new StringBuilder(options.Padded ? "" : "0|").Append(First(options.MostDigits));
        for (int groups = 1; 3 * groups < options.MostDigits; groups++)
        {
            int first = Math.Min(3, options.MostDigits - (3 * groups));
            pattern.Append(CultureInfo.InvariantCulture, $"|{First(first)}([., ][0-9]{{3}}){{{groups}}}");
        }

        for (int pairs = 1; options.Lakhs && (2 * pairs) + 3 < options.MostDigits; pairs++)
        {
            int first = Math.Min(2, options.MostDigits - 3 - (2 * pairs));
            pattern.Append(CultureInfo.InvariantCulture, $"|{First(first)}([., ][0-9]{{2}}){{{pairs}}}[., ][0-9]{{3}}");
        }

        return PatternParser.Parse(pattern.ToString());

        string First(int most) => options.Padded ? string.Create(CultureInfo.InvariantCulture, $"[0-9]{{1,{most}}}")
            : most == 1 ? "[1-9]"
            : string.Create(CultureInfo.InvariantCulture, $"[1-9][0-9]{{0,{most - 1}}}");
    }
}
