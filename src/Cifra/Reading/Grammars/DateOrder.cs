namespace Cifra.Reading.Grammars;

/// <summary>In which order a date is written.</summary>
public enum DateOrder
{
    /// <summary>22/12/2019: most of the world.</summary>
    DayMonthYear,

    /// <summary>12/22/2019: the United States.</summary>
    MonthDayYear,

    /// <summary>2019/12/22: East Asia, and ISO 8601.</summary>
    YearMonthDay,
}
