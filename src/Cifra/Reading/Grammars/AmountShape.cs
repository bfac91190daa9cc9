using System.Globalization;
using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>The form of amounts: what fills the field, the whole part, the cents, what closes the field.</summary>
/// <remarks>Thousands have groups of three digits, cents have two: a point or comma is told by what follows it, whichever of the two it is, and wherever the writer comes from.</remarks>
internal static class AmountShape
{
    // What people put before and after an amount so that nothing can be added; the currency sign.
    private const string Before = @"[*#=: -]*\$?[*#=: -]*";
    private const string After = @"[.,]?(/?[-=])?[*#=: -]*";
    private const string Mark = "[., -]";

    public static Shape Of(AmountOptions options)
    {
        Shape number = Whole(options);
        Shape marked = Shape.Sequence(ShapeParser.Parse(Mark), Cents(), Hundredths(0));
        Shape overHundred = Shape.Sequence(Cents(), Hundredths(1));
        Shape dash = ShapeParser.Parse("[.,][-=]");
        Shape centsAlone = Shape.Sequence(ShapeParser.Parse("[.,]"), Cents());

        Shape amount = options.Cents switch
        {
            CentsRule.None => number,
            CentsRule.Optional => Shape.Choice(Shape.Sequence(number, new RepeatShape(Shape.Choice(marked, overHundred), 0, 1)), centsAlone),
            CentsRule.Required => Shape.Choice(Shape.Sequence(number, Shape.Choice(marked, overHundred, dash)), centsAlone),
            _ => Shape.Choice(Shape.Sequence(number, Shape.Choice(marked, overHundred, dash, Cents())), centsAlone),
        };
        return Shape.Sequence(ShapeParser.Parse(Before), amount, ShapeParser.Parse(After)).Ignoring(Alphabet.All & ~Alphabet.Digits);
    }

    // Two digits, a point before them in the value.
    private static Shape Cents() => Shape.Sequence(new SymbolShape(Alphabet.Digits, Before: "."), Shape.Symbol(Alphabet.Digits));

    private static RepeatShape Hundredths(int least) => new(ShapeParser.Parse("/100").Ignoring(Alphabet.All), least, 1);

    // Plain digits, or grouped: each number of groups is a branch, so that the digits are never more than the most.
    private static Shape Whole(AmountOptions options)
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

        return ShapeParser.Parse(pattern.ToString());

        string First(int most) => options.Padded ? string.Create(CultureInfo.InvariantCulture, $"[0-9]{{1,{most}}}")
            : most == 1 ? "[1-9]"
            : string.Create(CultureInfo.InvariantCulture, $"[1-9][0-9]{{0,{most - 1}}}");
    }
}
