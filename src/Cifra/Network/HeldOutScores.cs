using System.Globalization;
using System.Text.Json.Serialization;

namespace Cifra.Network;

/// <summary>Scores of a network on the held-out training pictures; every promised error rate is computed from them.</summary>
/// <remarks>
/// Where the errors stand among the confidences says for every threshold how many pictures are above it and how many of them are wrong, without keeping a
/// number for each picture.
/// </remarks>
public sealed record HeldOutScores
{
    /// <summary>Most errors that are kept, the most confident ones: 1,000.</summary>
    public const int MostErrors = 1000;

    /// <summary>Number of held-out pictures, all of digits.</summary>
    [JsonRequired]
    public int Pictures { get; init; }

    /// <summary>How many of them were refused as no digit: neither right nor wrong, and above no confidence.</summary>
    [JsonRequired]
    public int Refused { get; init; }

    /// <summary>How many of the others were read wrong.</summary>
    [JsonRequired]
    public int Misread { get; init; }

    /// <summary>Those read wrong, from the most confident down, at most <see cref="MostErrors"/>.</summary>
    [JsonRequired]
    public IReadOnlyList<HeldOutError> Errors { get; init; } = [];

    /// <summary>
    /// What has a larger probability of being no digit than this is refused: eight in a thousand of the held-out digits at most. Null where the
    /// network cannot tell.
    /// </summary>
    public double? NotADigitThreshold { get; init; }

    /// <summary>The scores of readings.</summary>
    /// <param name="pictures">All held-out pictures.</param>
    /// <param name="read">Those of them that were read and not refused: how sure, and whether rightly.</param>
    /// <param name="notADigitThreshold">What decided on refusing; null where nothing did.</param>
    internal static HeldOutScores Of(int pictures, IReadOnlyList<(double Confidence, bool Right)> read, double? notADigitThreshold)
    {
        double[] ascending = [.. read.Select(one => one.Confidence).Order()];
        double[] errors = [.. read.Where(one => !one.Right).Select(one => one.Confidence).OrderDescending()];
        return new HeldOutScores
        {
            Pictures = pictures,
            Refused = pictures - read.Count,
            Misread = errors.Length,
            Errors = [.. errors.Take(MostErrors).Select(error => new HeldOutError(error, Above(ascending, error)))],
            NotADigitThreshold = notADigitThreshold,
        };
    }

    // How many of an ascending row are above a value that it holds.
    private static int Above(double[] ascending, double value)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return ascending.Length - low;
    }

    /// <summary>What does not fit together, in words; null for sound scores.</summary>
    internal string? Fault()
    {
        if (Pictures < 1 || Refused < 0 || Misread < 0 || (long)Refused + Misread > Pictures)
        {
            return $"{Pictures} held-out pictures, of which {Refused} are refused and {Misread} misread";
        }

        if (NotADigitThreshold is not null and not (>= 0 and <= 1) || (NotADigitThreshold is null && Refused > 0))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Refused} held-out pictures refused at a threshold of {NotADigitThreshold}");
        }

        return Errors.Count != Math.Min(Misread, MostErrors)
            ? $"{Errors.Count} held-out errors listed of {Misread}"
            : FaultOfErrors();
    }

    // Errors of one confidence have the same pictures above them; above a less confident one there are at least these more.
    private string? FaultOfErrors()
    {
        int first = 0; // of those with the same confidence
        for (int i = 0; i < Errors.Count; i++)
        {
            HeldOutError error = Errors[i];
            bool equal = i > 0 && Errors[i - 1].Confidence == error.Confidence;
            bool sound = error.Confidence is >= 0 and <= 1
                && (i == 0 ? error.Above >= 0
                    : equal ? error.Above == Errors[i - 1].Above
                    : error.Confidence < Errors[i - 1].Confidence && error.Above >= Errors[first].Above + (i - first));
            first = equal ? first : i;
            if (!sound || (long)error.Above + Misread - first > Pictures - Refused)
            {
                return string.Create(CultureInfo.InvariantCulture, $"held-out error {i}: {error.Above} pictures above a confidence of {error.Confidence}");
            }
        }

        return null;
    }
}
