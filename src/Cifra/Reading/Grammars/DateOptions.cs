namespace Cifra.Reading.Grammars;

/// <summary>What dates look like.</summary>
public sealed record DateOptions
{
    /// <summary>The order of day, month and year.</summary>
    public required DateOrder Order { get; init; }

    /// <summary>What may stand between them, the same in both places: some of <c>/ . -</c>, space, comma and colon. Default the first four.</summary>
    public string Separators { get; init; } = "/.- ";

    /// <summary>Whether the digits may stand without separators, day and month then having two: 22122019, as in boxes. Default true.</summary>
    public bool Unseparated { get; init; } = true;

    /// <summary>Whether a year may have two digits. Default true.</summary>
    public bool ShortYears { get; init; } = true;

    /// <summary>Whether a year may have four digits. Default true.</summary>
    public bool LongYears { get; init; } = true;

    /// <summary>The first year. Default 1900.</summary>
    public int FirstYear { get; init; } = 1900;

    /// <summary>The last year, up to 9999. Default 2099.</summary>
    public int LastYear { get; init; } = 2099;

    /// <summary>The last of the hundred years that two digits stand for. Default 2049: 49 is 2049, 50 is 1950.</summary>
    public int LastShortYear { get; init; } = 2049;
}
