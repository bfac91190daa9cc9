using System.Globalization;

namespace Cifra.Reporting;

/// <summary>How numbers look in reports, the same on every machine.</summary>
internal static class Figures
{
    /// <summary>What stands for a number that is not defined.</summary>
    public const string None = "–";

    private const char NarrowSpace = '\u202F';

    /// <summary>"1000", and from five digits on "10 000", with narrow spaces that do not break.</summary>
    public static string Count(long count) => Math.Abs(count) < 10_000
        ? count.ToString(CultureInfo.InvariantCulture)
        : count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', NarrowSpace);

    /// <summary>"99.63 %".</summary>
    public static string Percent(double? rate, int decimals = 2) =>
        rate is null ? None : $"{Fixed(100 * rate.Value, decimals)}{NarrowSpace}%";

    /// <summary>A probability as a percentage that never claims 0 or 100 unless it is: "&lt;0.1 %", "99.9 %".</summary>
    public static string Probability(double probability) => probability switch
    {
        0 => Percent(0, 0),
        1 => Percent(1, 0),
        < 0.001 => $"<{Percent(0.001, 1)}",
        > 0.999 => $">{Percent(0.999, 1)}",
        _ => Percent(probability, 1),
    };

    /// <summary>"0.0123": a loss or another small number, to three digits that count.</summary>
    public static string Small(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => Fixed(value, 0),
        >= 1 => Fixed(value, 2),
        >= 0.001 => Fixed(value, 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)))),
        _ => value.ToString("0.##E0", CultureInfo.InvariantCulture),
    };

    /// <summary>"0.05", "200": a round number with the digits it needs.</summary>
    public static string Plain(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>"99.63": a percentage in a table whose title says that it is one.</summary>
    public static string InPercent(double? rate) => rate is null ? None : Fixed(100 * rate.Value, 2);

    /// <summary>A number with that many decimals.</summary>
    public static string Fixed(double value, int decimals) =>
        value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>"1 picture", "2 pictures".</summary>
    public static string Plural(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"0.8 s", "12 min 5 s", "3 h 2 min".</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => $"{Fixed(seconds, 1)}{NarrowSpace}s",
        < 60 => $"{Fixed(seconds, 0)}{NarrowSpace}s",
        < 3600 => $"{(int)seconds / 60}{NarrowSpace}min {(int)seconds % 60}{NarrowSpace}s",
        _ => $"{(long)seconds / 3600}{NarrowSpace}h {(long)seconds % 3600 / 60}{NarrowSpace}min",
    };
}
