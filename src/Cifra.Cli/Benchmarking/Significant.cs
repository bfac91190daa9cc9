using System.Globalization;

namespace Cifra.Cli.Benchmarking;

/// <summary>Figures as they are worth telling: four digits, more than any measurement of speed repeats.</summary>
internal static class Significant
{
    /// <summary>12,345.6 to 12,350 and 0.123456 to 0.1235.</summary>
    public static double Round(double value) =>
        double.Parse(value.ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>"12,350" and "0.123": decimals where the number is small.</summary>
    public static string Text(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "N0", >= 10 => "N1", >= 1 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);
}
