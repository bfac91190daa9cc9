using System.Globalization;

namespace Cifra.Training.Explanations;

/// <summary>How a property of a settings record is explained, and its value shown.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Property">The property's name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Unit">Of the value; empty where it has none.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Why">Why one would set it.</param>
/// <param name="Source">Where it was published; empty where it is common knowledge.</param>
internal sealed record SettingText<T>(string Property, Func<T, string> Value, string Unit, string Meaning, string Why, string Source = "")
{
    /// <summary>Type and property.</summary>
    public string Name => $"{typeof(T).Name}.{Property}";

    /// <summary>The explanation for one record.</summary>
    public ExplainedSetting Of(T settings) => new(Name, Value(settings), Unit, Meaning, Why, Source);
}

/// <summary>Values of settings as text.</summary>
internal static class SettingValue
{
    private const string Off = "off";

    /// <summary>A number with the digits it needs.</summary>
    public static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A number whose zero, or absence, means that nothing is done.</summary>
    public static string OrOff(double? value) => value is null or 0 ? Off : Number(value.Value);
}
