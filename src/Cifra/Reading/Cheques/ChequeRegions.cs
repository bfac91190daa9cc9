using Cifra.Reading.Grammars;

namespace Cifra.Reading.Cheques;

/// <summary>What depends on the country of a cheque: the order of dates, the grouping of amounts.</summary>
internal static class ChequeRegions
{
    /// <summary>Dates on cheques lie between these years.</summary>
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    /// <summary>The regions that there are.</summary>
    public static IReadOnlyList<string> All { get; } = ["us", "ca", "in", "uk", "fr", "br"];

    /// <summary>What the amount's field may hold.</summary>
    public static Grammar Amount(string? region) => Grammar.Amount(new AmountOptions { Lakhs = region is null or "in" });

    /// <summary>What the date's field may hold, by digits and separators.</summary>
    public static Grammar Date(string? region) => region switch
    {
        "us" => Written(DateOrder.MonthDayYear),
        "ca" => Grammar.AnyOf(Written(DateOrder.MonthDayYear), Written(DateOrder.DayMonthYear), Written(DateOrder.YearMonthDay)),
        null => Grammar.AnyOf(Written(DateOrder.MonthDayYear), Written(DateOrder.DayMonthYear)),
        _ => Written(DateOrder.DayMonthYear),
    };

    /// <summary>What eight boxes for a date may hold.</summary>
    public static Grammar BoxedDate(string? region) => region == "us" ? Boxed(DateOrder.MonthDayYear) : Boxed(DateOrder.DayMonthYear);

    private static Grammar Written(DateOrder order) => Grammar.Date(new DateOptions { Order = order, FirstYear = FirstYear, LastYear = LastYear });

    private static Grammar Boxed(DateOrder order) =>
        Grammar.Date(new DateOptions { Order = order, Separators = "", ShortYears = false, FirstYear = FirstYear, LastYear = LastYear });
}
