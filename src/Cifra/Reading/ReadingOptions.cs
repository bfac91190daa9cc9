using Cifra.Imaging.Formats;
using Cifra.Reading.Digits;

namespace Cifra.Reading;

/// <summary>How pictures are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>The default settings.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>Least confidence, 0..1, of an accepted number. Default 0.5: below it the number is more likely wrong than right.</summary>
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>Largest share of wrong numbers among the accepted ones, above 0 and below 1: 0.001 for one in a thousand. Default null: none is promised.</summary>
    /// <remarks>A number is accepted only if the network's held-out scores promise that rate; see <see cref="DigitReader.Promise"/>.</remarks>
    public double? MaxError { get; init; }

    /// <summary>Ink whose likeliest digit has less than this probability, 0..1, is not a digit. Default 0.35: the network wavers between three or more.</summary>
    /// <remarks>Used only with networks that have no output of their own for ink that is not a digit.</remarks>
    public double MinDigitProbability { get; init; } = 0.35;

    /// <summary>Longer side, in pixels, to which larger pictures are shrunk before ink is extracted. Default 1,600.</summary>
    public int WorkingSide { get; init; } = 1600;

    /// <summary>Most digits read in one picture; the largest ones are kept. Default 1,000. This bounds the time that a picture of gravel takes.</summary>
    public int MaxDigits { get; init; } = 1000;

    /// <summary>Limits on the size of picture files.</summary>
    public PictureLimits Limits { get; init; } = PictureLimits.Default;

    internal void Check()
    {
        Guard.InRange(MinConfidence, 0, 1);
        Guard.InRange(MinDigitProbability, 0, 1);
        if (MaxError is not null and not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MaxError), MaxError, "The rate is above 0 and below 1.");
        }

        Guard.InRange(WorkingSide, 28, 32_768);
        Guard.InRange(MaxDigits, 1, 1_000_000);
        ArgumentNullException.ThrowIfNull(Limits);
    }
}
