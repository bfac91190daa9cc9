using System.Globalization;
using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>Says why numbers are all unsure, once for each reason.</summary>
internal sealed class DeclinedPromises(PictureReader reader, TextWriter talk)
{
    private readonly HashSet<string> _told = [];

    /// <summary>Why digits read one by one are all unsure; null where they are not.</summary>
    /// <param name="digits">How many there are in the number.</param>
    /// <param name="promise">What each of them is held to.</param>
    public static string? OfDigits(int digits, SelectiveRiskThreshold? promise) => promise is not { Threshold: null } ? null
        : digits == 1 ? $"digits are all unsure: {promise.Refusal}"
        : string.Create(CultureInfo.InvariantCulture, $"numbers of {digits} digits are all unsure: for each digit {promise.Refusal}");

    /// <summary>Why numbers are all unsure; null where they are not.</summary>
    public static string? OfNumbers(SelectiveRiskThreshold? promise) => promise is { Threshold: null } ? $"numbers are all unsure: {promise.Refusal}" : null;

    /// <summary>Says it for the numbers of a picture, where there is something to say.</summary>
    public void Tell(PictureReading reading)
    {
        foreach (ReadNumber number in reading.Numbers.Where(number => number.Digits.Count > 0))
        {
            if (reader.Declined(number.Digits.Count) is { } reason && _told.Add(reason))
            {
                talk.WriteLine($"cifra: {reason}");
            }
        }
    }
}
