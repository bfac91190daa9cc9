using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>Reports why numbers are all unsure, once for each reason.</summary>
internal sealed class DeclinedPromises(IPictureReader reader, TextWriter talk)
{
    private readonly HashSet<string> _told = [];

    /// <summary>Says it for the numbers of a picture, where there is something to say.</summary>
    public void Tell(PictureReading reading)
    {
        foreach (ReadNumber number in reading.Numbers.Where(number => number.Digits.Count > 0))
        {
            if (reader.Refusal(number.Digits.Count) is { } reason && _told.Add(reason))
            {
                talk.WriteLine($"cifra: {reason}");
            }
        }
    }
}
