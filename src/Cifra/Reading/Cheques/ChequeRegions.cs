using Cifra.Reading.Grammars;

namespace Cifra.Reading.Cheques;

/// <summary>The grammars of a cheque's fields by country: order of dates, grouping of amounts.</summary>
internal static class ChequeRegions
{
    /// <summary>First and last year of a date on a cheque; they also decide the century of a year with two digits.</summary>
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    /// <summary>The countries whose cheques are known.</summary>
    public static IReadOnlyList<string> All { get; } = ["us", "ca", "in", "uk", "fr", "br"];

    /// <summary>Grammar of the amount. India groups digits by lakhs; an unknown country may.</summary>
    public static Grammar Amount(string? region) => Grammar.Amount(new AmountOptions { Lakhs = region is null or "in" });

    /// <summary>Grammar of a date with separators.</summary>
    public static Grammar Date(string? region) => region switch
    {
        "us" => Written(DateOrder.MonthDayYear),
        "ca" => Grammar.AnyOf(Written(DateOrder.MonthDayYear), Written(DateOrder.DayMonthYear), Written(DateOrder.YearMonthDay)),
        null => Grammar.AnyOf(Written(DateOrder.MonthDayYear), Written(DateOrder.DayMonthYear)),
        _ => Written(DateOrder.DayMonthYear),
    };

    /// <summary>Grammar of a date in eight boxes.</summary>
    public static Grammar BoxedDate(string? region) => region == "us" ? Boxed(DateOrder.MonthDayYear) : Boxed(DateOrder.DayMonthYear);

    private static Grammar Written(DateOrder order) => Grammar.Date(new DateOptions { Order = order, FirstYear = FirstYear, LastYear = LastYear });

    private static Grammar Boxed(DateOrder order) =>
        Grammar.Date(new DateOptions { Order = order, Separators = "", ShortYears = false, FirstYear = FirstYear, LastYear = LastYear });
}
