namespace Cifra.Reading.Grammars;

/// <summary>The machine of dates. A state is the field being written, its digits so far, and the fields before it.</summary>
internal sealed class DateMachine : Machine
{
    /// <summary>What a field is.</summary>
    private enum Part
    {
        Day,
        Month,
        Year,
    }

    private readonly DateOptions _options;
    private readonly Part[] _order;

    public DateMachine(DateOptions options)
    {
        _options = options;
        _order = options.Order switch
        {
            DateOrder.DayMonthYear => [Part.Day, Part.Month, Part.Year],
            DateOrder.MonthDayYear => [Part.Month, Part.Day, Part.Year],
            _ => [Part.Year, Part.Month, Part.Day],
        };
        Written[] ways =
        [
            new() { YearDigits = 4 },
            new() { YearDigits = 2 },
            new() { YearDigits = 4, IsUnseparated = true },
            new() { YearDigits = 2, IsUnseparated = true },
        ];
        Starts =
        [
            .. from way in ways
               where way.YearDigits == 4 ? options.LongYears : options.ShortYears
               where way.IsUnseparated ? options.Unseparated : options.Separators.Length > 0
               select way.Pack(),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<long> Starts { get; }

    /// <inheritdoc/>
    public override ulong Symbols => Alphabet.Digits | Alphabet.SetOf(_options.Separators);

    /// <inheritdoc/>
    public override bool IsEnd(long state) => DateAt(state) is not null;

    /// <summary>The date of a text; null where it is not a date.</summary>
    public DateOnly? DateOf(string text)
    {
        List<long> states = [.. Starts];
        foreach (char symbol in text)
        {
            var next = new List<long>();
            states.ForEach(state => Step(state, symbol, next));
            states = next;
        }

        return states.Select(DateAt).FirstOrDefault(date => date is not null);
    }

    /// <inheritdoc/>
    public override void Step(long state, char symbol, List<long> into)
    {
        Written written = Written.Unpack(state);
        if (char.IsAsciiDigit(symbol))
        {
            if (written.IsUnseparated && written.Field < 2 && written.Count == Width(written))
            {
                if (Close(written) is not Written closed)
                {
                    return;
                }

                written = closed;
            }

            Written longer = written with { Count = written.Count + 1, Value = (written.Value * 10) + symbol - '0' };
            if (longer.Count <= Width(longer) && MayBecomeAYear(longer))
            {
                into.Add(longer.Pack());
            }

            return;
        }

        int separator = _options.Separators.IndexOf(symbol, StringComparison.Ordinal) + 1;
        bool fits = separator > 0 && !written.IsUnseparated && written.Field < 2 && (written.Separator == 0 || written.Separator == separator);
        if (fits && Close(written) is Written next)
        {
            into.Add((next with { Separator = separator }).Pack());
        }
    }

    private DateOnly? DateAt(long state)
    {
        Written written = Written.Unpack(state);
        return written.Field == 2 && Close(written) is Written { Day: > 0, Month: > 0, Year: > 0 } all ? new DateOnly(all.Year, all.Month, all.Day) : null;
    }

    // Without this the search for viable states would visit nearly all years of four digits.
    private bool MayBecomeAYear(Written written)
    {
        if (_order[written.Field] != Part.Year || written.YearDigits == 2)
        {
            return true;
        }

        int scale = (int)Math.Pow(10, 4 - written.Count);
        return written.Value * scale <= _options.LastYear && ((written.Value + 1) * scale) - 1 >= _options.FirstYear;
    }

    private int Width(Written written) => _order[written.Field] == Part.Year ? written.YearDigits : 2;

    // The field being written becomes a day, month or year; null where it cannot be one.
    private Written? Close(Written written)
    {
        bool whole = written.Count == Width(written) || (written.Count > 0 && !written.IsUnseparated && _order[written.Field] != Part.Year);
        Written closed = _order[written.Field] switch
        {
            Part.Day => written with { Day = written.Value },
            Part.Month => written with { Month = written.Value },
            _ => written with { Year = YearOf(written) },
        };
        bool possible = whole && _order[written.Field] switch
        {
            Part.Day => closed.Day is >= 1 and <= 31,
            Part.Month => closed.Month is >= 1 and <= 12,
            _ => closed.Year >= Math.Max(1, _options.FirstYear) && closed.Year <= _options.LastYear,
        };
        return possible && closed.MayExist ? closed with { Field = written.Field + 1, Count = 0, Value = 0 } : null;
    }

    private int YearOf(Written written) => written.YearDigits == 4 ? written.Value : Expand(written.Value, _options.LastShortYear);

    /// <summary>The year of two digits: the last one up to <paramref name="last"/> that ends in them.</summary>
    public static int Expand(int twoDigits, int last) => last - ((((last - twoDigits) % 100) + 100) % 100);

    // Fields that are not written yet are 0.
    private readonly record struct Written(int YearDigits, bool IsUnseparated, int Separator, int Field, int Count, int Value, int Day, int Month, int Year)
    {
        // 29 February needs a leap year, once the year is known; every other day of a month is one in any year.
        public bool MayExist => Day == 0 || Month == 0 || Day <= DateTime.DaysInMonth(Year == 0 ? 2000 : Year, Month);

        public long Pack() =>
            ((long)YearDigits << 46) | ((IsUnseparated ? 1L : 0) << 45) | ((long)Separator << 42) | ((long)Field << 40) | ((long)Count << 37)
            | ((long)Value << 23) | ((long)Day << 18) | ((long)Month << 14) | (long)Year;

        public static Written Unpack(long packed) => new(
            (int)(packed >> 46),
            ((packed >> 45) & 1) != 0,
            (int)(packed >> 42) & 7,
            (int)(packed >> 40) & 3,
            (int)(packed >> 37) & 7,
            (int)(packed >> 23) & 0x3FFF,
            (int)(packed >> 18) & 31,
            (int)(packed >> 14) & 15,
            (int)packed & 0x3FFF);
    }
}
