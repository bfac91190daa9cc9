using System.Globalization;

namespace Cifra.Reading;

/// <summary>Says why numbers all end unsure where a rate of errors is asked for that cannot be promised.</summary>
internal static class PromiseRefusal
{
    /// <summary>For numbers whose digits are read one by one; null where a rate is promised or none was asked for.</summary>
    /// <param name="digits">Digits of the number.</param>
    /// <param name="promise">What each of them is held to.</param>
    public static string? OfDigits(int digits, SelectiveRiskThreshold? promise) => promise is not { Threshold: null } ? null
        : digits == 1 ? $"digits are all unsure: {promise.Refusal}"
        : string.Create(CultureInfo.InvariantCulture, $"numbers of {digits} digits are all unsure: for each digit {promise.Refusal}");

    /// <summary>For numbers that are read as lines; null where a rate is promised or none was asked for.</summary>
    public static string? OfNumbers(SelectiveRiskThreshold? promise) => promise is { Threshold: null } ? $"numbers are all unsure: {promise.Refusal}" : null;
}
