using System.Globalization;
using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class DateGrammarTests
{
    [Theory]
    [InlineData("date:mdy", "12/22/2019", "2019-12-22")]
    [InlineData("date:mdy", "11/13/19", "2019-11-13")]
    [InlineData("date:mdy", "5-5-2015", "2015-05-05")]
    [InlineData("date:dmy", "22.12.2019", "2019-12-22")]
    [InlineData("date:dmy", "1 2 34", "2034-02-01")]
    [InlineData("date:dmy", "010250", "1950-02-01")]
    [InlineData("date:dmy", "01021949", "1949-02-01")]
    [InlineData("date:ymd", "2019-12-22", "2019-12-22")]
    [InlineData("date:ymd", "191222", "2019-12-22")]
    [InlineData("date:dmy", "29/02/2020", "2020-02-29")]
    [InlineData("date:dmy", "29/02/2000", "2000-02-29")]
    [InlineData("date:ddmmyyyy", "12082015", "2015-08-12")]
    [InlineData("date:yymmdd", "150812", "2015-08-12")]
    public void Canonical_Dates_IsIso(string name, string text, string expected)
    {
        Grammar grammar = Grammar.Parse(name);

        Assert.Null(grammar.Objection(text));
        Assert.Equal(expected, grammar.Canonical(text));
    }

    [Theory]
    [InlineData("date:dmy", "01/13/2019", "month 13")]
    [InlineData("date:dmy", "00/12/2019", "day 0")]
    [InlineData("date:dmy", "32/12/2019", "day 32")]
    [InlineData("date:dmy", "31/4/2019", "day 31, and month 4 has 30")]
    [InlineData("date:mdy", "04/31/2019", "day 31, and month 4 has 30")]
    [InlineData("date:dmy", "29/02/2019", "29 February, and 2019 is no leap year")]
    [InlineData("date:dmy", "29/02/1900", "29 February, and 1900 is no leap year")]
    [InlineData("date:dmy", "30/02/2020", "day 30, and month 2 has 29")]
    [InlineData("date:dmy", "1/1/1800", "year 1800, before 1900")]
    [InlineData("date:dmy,2015-2020", "1/1/21", "year 2021, after 2020")]
    [InlineData("date:ddmmyyyy", "31132015", "month 13")]
    [InlineData("date:dmy", "1/2-2019", "'-' in place 4, where '/' belongs")]
    [InlineData("date:dmy", "1/2/201", "it ends too early: a digit belongs after '1/2/201'")]
    [InlineData("date:dmy", "112019", "month 20")]
    public void Objection_NoDates_SaysWhy(string name, string text, string expected) => Assert.Equal(expected, Grammar.Parse(name).Objection(text));

    [Theory]
    [InlineData("date:dmy", "dd/MM/yyyy", "d.M.yyyy", "ddMMyyyy", "d-M-yy")]
    [InlineData("date:mdy", "MM/dd/yyyy", "M.d.yyyy", "MMddyyyy", "M-d-yy")]
    [InlineData("date:ymd", "yyyy/MM/dd", "yyyy.M.d", "yyyyMMdd", "yy-M-d")]
    public void Accepts_EveryDayAndItsNeighbours_AsTheCalendarSays(string name, params string[] formats)
    {
        Grammar grammar = Grammar.Parse(name);
        for (int i = 0; i < 600; i++)
        {
            var random = new SeededRandom(57, i);
            DateOnly date = new DateOnly(1950, 1, 1).AddDays(random.Next(36_524)); // to the end of 2049
            string format = formats[i % formats.Length];
            string text = date.ToString(format, CultureInfo.InvariantCulture);
            Assert.Equal(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), grammar.Canonical(text));

            // another digit somewhere: a date of the same form, or none
            int at = random.Next(text.Length);
            if (char.IsAsciiDigit(text[at]))
            {
                string other = $"{text[..at]}{random.Next(10)}{text[(at + 1)..]}";
                bool exists = DateOnly.TryParseExact(other, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed);
                Assert.True((exists && parsed.Year is >= 1900 and <= 2099) == grammar.Accepts(other), other);
            }
        }
    }

    [Fact]
    public void Start_AfterThirtyFirst_OnlyMonthsThatHaveOne()
    {
        GrammarState state = Grammar.Parse("date:dmy").Start;
        foreach (char symbol in "31/0")
        {
            state = state.After(symbol)!;
        }

        Assert.Equal("13578", string.Concat("0123456789".Where(digit => state.After(digit) is not null)));
    }

    [Fact]
    public void Start_AfterThe29thOfFebruary_OnlyLeapYears()
    {
        GrammarState state = Grammar.Parse("date:dmy,1900-1919").Start;
        foreach (char symbol in "29/2/190")
        {
            state = state.After(symbol)!;
        }

        Assert.Equal("48", string.Concat("0123456789".Where(digit => state.After(digit) is not null)));
    }

    [Fact]
    public void Date_OptionsThatAdmitNone_AreRefused()
    {
        var none = new DateOptions { Order = DateOrder.DayMonthYear, Separators = "", Unseparated = false };

        Assert.Throws<ArgumentException>(() => Grammar.Date(none));
        Assert.Throws<ArgumentException>(() => Grammar.Date(none with { Separators = "x" }));
        Assert.Throws<ArgumentException>(() => Grammar.Date(none with { Separators = "//" }));
        Assert.Throws<ArgumentException>(() => Grammar.Date(none with { Unseparated = true, ShortYears = false, LongYears = false }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grammar.Date(none with { Unseparated = true, FirstYear = 2020, LastYear = 2019 }));
    }
}
