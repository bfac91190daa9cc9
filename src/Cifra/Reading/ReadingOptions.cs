using Cifra.Imaging.Formats;

namespace Cifra.Reading;

/// <summary>How pictures are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>The default settings.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>Least confidence, 0..1, at which a number is accepted. Default: 0.5; below it the number is likelier wrong somewhere than right.</summary>
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>
    /// Largest error rate among the accepted numbers, above 0 and below 1: 0.001 is one in a thousand. Optional; a number is then accepted only where the
    /// network's results on held-out pictures promise that rate with 95 % confidence. Numbers that are read as lines have one threshold
    /// (<see cref="Lines.NumberReader.Threshold"/>). Numbers that are read digit by digit have one for each number of digits
    /// (<see cref="Digits.DigitReader.Threshold"/>).
    /// </summary>
    public double? MaxError { get; init; }

    /// <summary>
    /// Ink whose likeliest digit has less than this probability, 0..1, is not a digit. Default: 0.35; the network then wavers between three digits or
    /// more. Only for networks that cannot tell what is no digit; the others have a threshold of their own.
    /// </summary>
    public double MinDigitProbability { get; init; } = 0.35;

    /// <summary>Longer side, in pixels, to which larger pictures are shrunk before ink is looked for. Default: 1,600.</summary>
    public int WorkingSide { get; init; } = 1600;

    /// <summary>Most digits that are read in one picture; the largest are taken. Default: 1,000. This bounds the time that a picture of gravel takes.</summary>
    public int MaxDigits { get; init; } = 1000;

    /// <summary>Limits on the picture files that are opened.</summary>
    public PictureLimits Limits { get; init; } = PictureLimits.Default;

    /// <summary>The picture formats that are read. Default: PNG, JPEG, BMP and PNM.</summary>
    public PictureFormats Formats { get; init; } = PictureFormats.BuiltIn;

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
        ArgumentNullException.ThrowIfNull(Formats);
    }
}
