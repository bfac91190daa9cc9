using System.Globalization;

namespace Cifra.Reading.Grammars;

/// <summary>The names of grammars on command lines and in form templates: a name and, after a colon, its argument.</summary>
internal static class GrammarNames
{
    private static readonly Entry[] Entries =
    [
        new("any", "any", "any text, or none", NoArgument(() => Grammar.Pattern(".*"))),
        new("digits", "digits[:N|:N-M|:N-]", "a number of so many digits", argument => Counted(argument, 1, null, Grammar.Digits)),
        new("pattern", "pattern:P", "a pattern: [0-9]{3}-[0-9]{2}, [A-Z]+, (1|2)?.", argument => Grammar.Pattern(Needed(argument, "pattern"))),
        new(
            "zip",
            "zip[:REGION]",
            $"postcodes of us (default), {Regions(PostcodeFormat.All.Select(format => format.Region).Where(region => region != "us"))}",
            argument => Grammar.Postcode(argument?.ToLowerInvariant() ?? "us")),
        new("codes", "codes:FILE", "the codes of a file, one a line", argument => Grammar.Codes(Needed(argument, "file"))),
        new(
            "expect",
            "expect:FILE",
            "what a file says is to be expected, one a line; digits and letters are compared",
            argument => Grammar.Expected(Needed(argument, "file"))),
        new(
            "amount",
            "amount[:OPTION,…]",
            "money; OPTION: cents (there are), whole (there are none), raised (the last two digits are), lakhs (25,00,000), padded (zeros before it), "
                + "digits=N (at most, before the cents)",
            Amount),
        new(
            "date",
            "date:ORDER[,YEAR-YEAR]",
            "ORDER: dmy, mdy, ymd; ddmmyyyy, mmddyy and the like for digits without separators",
            argument => Date(Needed(argument, "order: dmy, mdy or ymd"))),
        new(
            "luhn",
            "luhn[:N|:N-M]",
            "13 to 19 or so many digits with Luhn's check digit",
            argument => Counted(argument, 13, 19, (least, most) => Grammar.Luhn(least, most ?? Numbers.MostDigits))),
        new(
            "mod11",
            "mod11:N[,W]",
            "N digits, the last a check digit modulo 11; weights 2 to W (default 10) from the right",
            argument => Mod11(Needed(argument, "number of digits"))),
        new(
            "mod97",
            "mod97[:N|:N-M]",
            "3 to 34 or so many digits, the last two check digits modulo 97",
            argument => Counted(argument, 3, 34, (least, most) => Grammar.Mod97(least, most ?? Numbers.MostDigits))),
        new(
            "iban",
            "iban[:REGION]",
            $"bank account numbers of {Regions(IbanFormat.All.Select(format => format.Region))}",
            argument => Grammar.Iban(argument?.ToLowerInvariant())),
        new("aba", "aba", "American routing numbers", NoArgument(Grammar.RoutingNumber)),
        new(
            "plate",
            "plate[:REGION]",
            $"number plates of eu, {Regions(PlateFormat.All.Select(format => format.Region))}",
            argument => Grammar.Plate(argument?.ToLowerInvariant())),
    ];

    /// <summary>The names with their arguments and meanings, one per line.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. Entries.Select(entry => $"{entry.Form}  {entry.Meaning}")];

    public static Grammar Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? text : text[..colon];
        string? argument = colon < 0 ? null : text[(colon + 1)..];
        Entry? entry = Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            throw new ArgumentException($"'{text}' is no grammar. There are: {string.Join(", ", Entries.Select(known => known.Form))}.", nameof(text));
        }

        try
        {
            return entry.Make(argument);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"'{text}': {Sentence(e)} The form is {entry.Form}: {entry.Meaning}.", nameof(text), e);
        }
    }

    // Without the parameter's name, which .NET appends and which says nothing to the user.
    private static string Sentence(ArgumentException e)
    {
        int parameter = e.Message.IndexOf(" (Parameter ", StringComparison.Ordinal);
        return parameter < 0 ? e.Message : e.Message[..parameter];
    }

    private static string Regions(IEnumerable<string> regions) => string.Join(" ", regions);

    private static string Needed(string? argument, string what) =>
        string.IsNullOrEmpty(argument) ? throw new ArgumentException($"A {what} belongs after the colon.", nameof(argument)) : argument;

    private static Func<string?, Grammar> NoArgument(Func<Grammar> make) => argument =>
        argument is null ? make() : throw new ArgumentException("Nothing belongs after the name.", nameof(argument));

    // "5", "4-6", "4-", or nothing.
    private static Grammar Counted(string? argument, int least, int? most, Func<int, int?, Grammar> make)
    {
        if (argument is null)
        {
            return make(least, most);
        }

        string[] parts = argument.Split('-');
        return parts.Length switch
        {
            1 => make(Number(parts[0]), Number(parts[0])),
            2 => make(Number(parts[0]), parts[1].Length == 0 ? null : Number(parts[1])),
            _ => throw new ArgumentException("A number of digits is 5, 4-6 or 4-.", nameof(argument)),
        };
    }

    private static Grammar Mod11(string argument)
    {
        string[] parts = argument.Split(',');
        return parts.Length <= 2
            ? Grammar.Mod11(Number(parts[0]), parts.Length == 2 ? Number(parts[1]) : 10)
            : throw new ArgumentException("One or two numbers belong after the colon.", nameof(argument));
    }

    private static Grammar Amount(string? argument)
    {
        var options = new AmountOptions();
        foreach (string option in argument?.Split(',') ?? [])
        {
            options = option.ToLowerInvariant() switch
            {
                "cents" => options with { Cents = CentsRule.Required },
                "whole" => options with { Cents = CentsRule.None },
                "raised" => options with { Cents = CentsRule.Raised },
                "lakhs" => options with { Lakhs = true },
                "padded" => options with { Padded = true },
                string digits when digits.StartsWith("digits=", StringComparison.Ordinal) => options with { MostDigits = Number(digits["digits=".Length..]) },
                _ => throw new ArgumentException($"'{option}' is no option of amounts.", nameof(argument)),
            };
        }

        return Grammar.Amount(options);
    }

    // "dmy" or, letter by letter, "ddmmyyyy"; then perhaps ",2015-2025".
    private static Grammar Date(string argument)
    {
        string[] parts = argument.Split(',');
        string form = parts[0].ToLowerInvariant();
        DateOrder order = string.Concat(form.Distinct()) switch
        {
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            "ymd" => DateOrder.YearMonthDay,
            _ => throw new ArgumentException($"'{parts[0]}' is no order of dates.", nameof(argument)),
        };
        var options = new DateOptions { Order = order };
        if (form.Length > 3)
        {
            bool isLong = form is "ddmmyyyy" or "mmddyyyy" or "yyyymmdd";
            options = isLong || form is "ddmmyy" or "mmddyy" or "yymmdd"
                ? options with { Separators = "", LongYears = isLong, ShortYears = !isLong }
                : throw new ArgumentException($"'{parts[0]}' is no form of dates: days and months have two letters, years two or four.", nameof(argument));
        }

        string[] years = parts.Length == 2 ? parts[1].Split('-') : [];
        return parts.Length == 1 ? Grammar.Date(options)
            : years.Length == 2 ? Grammar.Date(options with { FirstYear = Number(years[0]), LastYear = Number(years[1]) })
            : throw new ArgumentException("Years are 2015-2025.", nameof(argument));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new ArgumentException($"'{text}' is no number.", nameof(text));

    private sealed record Entry(string Name, string Form, string Meaning, Func<string?, Grammar> Make);
}
