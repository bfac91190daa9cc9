using System.Globalization;
using Cifra.Evaluation;
using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>Says why numbers of some length are all unsure, once for each length.</summary>
internal sealed class DeclinedPromises(PictureReader reader, TextWriter talk)
{
    private readonly HashSet<int> _told = [];

    /// <summary>Says it for the numbers of a picture, where there is something to say.</summary>
    public void Tell(PictureReading reading)
    {
        foreach (int digits in reading.Numbers.Select(number => number.Digits.Count).Where(count => count > 0))
        {
            if (reader.Promise(digits) is { Threshold: null } promise && _told.Add(digits))
            {
                talk.WriteLine(Reason(digits, promise));
            }
        }
    }

    private static string Reason(int digits, ErrorPromise promise) => digits == 1
        ? $"cifra: digits are all unsure: {promise.Refusal}"
        : string.Create(CultureInfo.InvariantCulture, $"cifra: numbers of {digits} digits are all unsure: for each digit {promise.Refusal}");
}
