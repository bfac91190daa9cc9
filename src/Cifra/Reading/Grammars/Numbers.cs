namespace Cifra.Reading.Grammars;

/// <summary>Numbers of digits, with and without check digits.</summary>
internal static class Numbers
{
    /// <summary>Most digits of a number.</summary>
    public const int MostDigits = 100;

    /// <summary>Digits, with a space, dash or point allowed between any two; without an upper limit where <paramref name="most"/> is null.</summary>
    public static PatternGrammar Digits(int least, int? most, string? name = null)
    {
        string rest = most == 1 ? "" : $"(~[0-9]){{{least - 1},{most - 1}}}";
        var counts = new DigitCounts(least, most);
        string called = name ?? (least == 1 && most is null ? "number" : $"number of {counts} digits");
        return new PatternGrammar(called, PatternParser.Parse("[0-9]" + rest)) { Counts = counts };
    }

    public static CheckedGrammar Luhn(int least, int most) => new(Digits(least, most, "number with a Luhn check digit"), new LuhnCheck());

    public static CheckedGrammar Mod97(int least, int most) => new(Digits(least, most, "number with mod 97 check digits"), new Mod97Check());

    public static CheckedGrammar Mod11(int digits, int largestWeight)
    {
        Pattern shape = PatternParser.Parse($"[0-9](~[0-9]){{{digits - 2}}}~[0-9X]");
        return new CheckedGrammar(new PatternGrammar("number with a mod 11 check digit", shape), WeightedCheck.Mod11(digits, largestWeight));
    }

    /// <summary>An American Bankers Association routing number: a Federal Reserve prefix, nine digits, weights 3, 7 and 1.</summary>
    /// <remarks>
    /// Prefixes: ABA, Routing Number Policy. 00 is the government's, 01-12 the Federal Reserve districts, 21-32 thrift institutions, 61-72 electronic
    /// transactions, 80 traveller's cheques.
    /// </remarks>
    public static CheckedGrammar Routing()
    {
        Pattern shape = PatternParser.Parse("(0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)(~[0-9]){7}");
        var form = new PatternGrammar("ABA routing number", shape)
        {
            Counts = DigitCounts.Either(9, 9),
            Hint = "routing numbers begin with 00-12, 21-32, 61-72 or 80",
        };
        return new CheckedGrammar(form, new WeightedCheck("3-7-1", 10, [3, 7, 1, 3, 7, 1, 3, 7, 1]));
    }

    public static CheckedGrammar Iban(IReadOnlyList<IbanFormat> countries)
    {
        string name = countries.Count == 1 ? $"IBAN ({countries[0].Region.ToUpperInvariant()})" : "IBAN";
        var form = new PatternGrammar(name, Pattern.Choice([.. countries.Select(country => country.ToPattern())]));
        return new CheckedGrammar(form, new IbanCheck());
    }
}
