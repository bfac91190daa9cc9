using System.Globalization;

namespace Cifra.Reading.Grammars;

/// <summary>Dates that exist.</summary>
internal sealed class DateGrammar : Grammar
{
    private readonly DateOptions _options;
    private readonly DateMachine _machine;
    private readonly MachineStates _states;

    public DateGrammar(DateOptions options)
        : base($"date ({NameOf(options.Order)})")
    {
        Guard.InRange(options.FirstYear, 1, 9999);
        Guard.InRange(options.LastYear, options.FirstYear, 9999);
        Guard.InRange(options.LastShortYear, 100, 9999);
        bool known = options.Separators.All(symbol => "/.- ,:".Contains(symbol, StringComparison.Ordinal));
        if (!known || options.Separators.Distinct().Count() < options.Separators.Length)
        {
            throw new ArgumentException(
                $"Separators of dates are '/', '.', '-', a space, ',' and ':', each once; found \"{options.Separators}\".", nameof(options));
        }

        _options = options;
        _machine = new DateMachine(options);
        _states = new MachineStates(_machine);
        if (_states.Start.IsDead)
        {
            throw new ArgumentException("No date can be written so: years need two or four digits, and separators or none.", nameof(options));
        }
    }

    /// <inheritdoc/>
    public override GrammarState Start => _states.Start;

    /// <inheritdoc/>
    protected override string Reason(string text) => Fields(text) is (string day, string month, string year)
        ? ReasonOf(day, month, year) ?? Reasons.Of(Start, text)
        : Reasons.Of(Start, text);

    /// <inheritdoc/>
    protected override string Value(string text) => _machine.DateOf(text)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(DateOrder order) => order switch
    {
        DateOrder.DayMonthYear => "day, month, year",
        DateOrder.MonthDayYear => "month, day, year",
        _ => "year, month, day",
    };

    private string? ReasonOf(string day, string month, string year)
    {
        if (day.Length > 2 || month.Length > 2 || year.Length is not (2 or 4))
        {
            return null;
        }

        (int d, int m) = (Number(day), Number(month));
        int y = year.Length == 2 ? DateMachine.Expand(Number(year), _options.LastShortYear) : Number(year);
        return m is 0 or > 12 ? $"month {m}"
            : d is 0 or > 31 ? $"day {d}"
            : y < _options.FirstYear ? $"year {y}, before {_options.FirstYear}"
            : y > _options.LastYear ? $"year {y}, after {_options.LastYear}"
            : d <= DateTime.DaysInMonth(y, m) ? null
            : m == 2 && d == 29 ? $"29 February, and {y} is no leap year"
            : $"day {d}, and month {m} has {DateTime.DaysInMonth(y, m)}";
    }

    // The three runs of digits, or one run cut in three, as day, month and year.
    private (string Day, string Month, string Year)? Fields(string text)
    {
        string[] runs = text.Split([.. _options.Separators], StringSplitOptions.None);
        if (runs.Length == 1 && text.Length is 6 or 8 && _options.Unseparated)
        {
            int first = _options.Order == DateOrder.YearMonthDay ? text.Length - 4 : 2;
            runs = [text[..first], text[first..(first + 2)], text[(first + 2)..]];
        }

        if (runs.Length != 3 || runs.Any(run => run.Length == 0 || !run.All(char.IsAsciiDigit)))
        {
            return null;
        }

        return _options.Order switch
        {
            DateOrder.DayMonthYear => (runs[0], runs[1], runs[2]),
            DateOrder.MonthDayYear => (runs[1], runs[0], runs[2]),
            _ => (runs[2], runs[1], runs[0]),
        };
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
