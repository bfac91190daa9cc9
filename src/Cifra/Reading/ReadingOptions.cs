using Cifra.Imaging.Formats;
using Cifra.Reading.Digits;

namespace Cifra.Reading;

/// <summary>How pictures are read.</summary>
public sealed record ReadingOptions
{
    /// <summary>The settings used where none are given.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>
    /// Least confidence, 0..1, at which a number is accepted. One half unless said otherwise: below it the number is likelier wrong
    /// somewhere than right.
    /// </summary>
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>
    /// Most errors among the accepted numbers, as a part of them above 0 and below 1: "at most one in a thousand". A number is then accepted only where that is promised,
    /// by what the network did on held-out pictures; see <see cref="DigitReader.Promise"/>. Null, as unless said otherwise, for no promise.
    /// </summary>
    public double? MaxError { get; init; }

    /// <summary>
    /// Ink whose likeliest digit has less than this probability, 0..1, is called no digit. 0.35 unless said otherwise: the network then
    /// wavers between three digits or more. For networks that cannot tell what is no digit; the others say it themselves.
    /// </summary>
    public double MinDigitProbability { get; init; } = 0.35;

    /// <summary>Longer side, in pixels, to which larger pictures are shrunk before ink is looked for; 1,600 unless said otherwise.</summary>
    public int WorkingSide { get; init; } = 1600;

    /// <summary>Most digits read in one picture, the largest ones; 1,000 unless said otherwise. This bounds the time that a picture of gravel takes.</summary>
    public int MaxDigits { get; init; } = 1000;

    /// <summary>What a picture file may ask for.</summary>
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
