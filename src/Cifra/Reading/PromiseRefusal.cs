using System.Globalization;

namespace Cifra.Reading;

/// <summary>Says why all numbers are unsure: the error rate that was asked for cannot be promised.</summary>
internal static class PromiseRefusal
{
    /// <summary>For numbers whose digits are read one by one; null where the rate is kept, or none was asked for.</summary>
    /// <param name="digits">Digits of the number.</param>
    /// <param name="threshold">What each of them is held to.</param>
    public static string? OfDigits(int digits, SelectiveRiskThreshold? threshold) => threshold is not { Threshold: null } ? null
        : digits == 1 ? $"digits are all unsure: {threshold.Refusal}"
        : string.Create(CultureInfo.InvariantCulture, $"numbers of {digits} digits are all unsure: for each digit {threshold.Refusal}");

    /// <summary>For numbers that are read as lines; null where the rate is kept, or none was asked for.</summary>
    public static string? OfNumbers(SelectiveRiskThreshold? threshold) => threshold is { Threshold: null } ? $"numbers are all unsure: {threshold.Refusal}" : null;
}
