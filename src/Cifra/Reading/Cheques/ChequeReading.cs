using Cifra.Reading.Micr;

namespace Cifra.Reading.Cheques;

/// <summary>What a picture of a cheque says.</summary>
/// <remarks>
/// The numbers are named "amount", "date", "micr", "routing", "account", "cheque", "transaction" and "micr-amount"; those that are there. None
/// where the picture shows no cheque.
/// </remarks>
/// <param name="Width">Width of the picture in pixels, as it was given.</param>
/// <param name="Height">Height of the picture in pixels, as it was given.</param>
/// <param name="Numbers">The amount and the date, then the parts of the magnetic-ink line.</param>
public sealed record ChequeReading(int Width, int Height, IReadOnlyList<ReadNumber> Numbers) : PictureReading(Width, Height, Numbers)
{
    /// <summary>The font of the magnetic-ink line; null where there is no such line.</summary>
    public MicrFont? MicrFont { get; init; }

    /// <summary>
    /// The country of the cheque, one of <see cref="ChequeReader.Regions"/>: the one asked for, or else the one that the magnetic-ink line tells; null
    /// where nothing does.
    /// </summary>
    public string? Region { get; init; }
}
