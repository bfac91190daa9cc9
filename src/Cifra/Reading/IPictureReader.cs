using Cifra.Imaging;

namespace Cifra.Reading;

/// <summary>Reads what a picture says: digits, numbers, forms, cheques, postcodes or number plates.</summary>
/// <remarks>
/// Every way in leads to the same reading. A cancelled token ends the work within the picture, also while it is decoded, with an
/// <see cref="OperationCanceledException"/>. A reader serves any number of threads at once.
/// </remarks>
/// <example><c>IPictureReader reader = PictureKinds.Create("amount"); PictureReading reading = reader.Read("slip.png");</c></example>
public interface IPictureReader
{
    /// <summary>How it reads.</summary>
    ReadingOptions Options { get; }

    /// <summary>The networks it reads with.</summary>
    ReadingNetworks Networks { get; }

    /// <summary>Why every number of so many digits ends unsure; null where it need not.</summary>
    /// <remarks>So it is if the networks have too few held-out scores to promise the rate that <see cref="ReadingOptions.MaxError"/> asks for.</remarks>
    /// <param name="digits">1 or more.</param>
    string? Refusal(int digits);

    /// <summary>Reads a picture file: PNG, JPEG, BMP or PNM, whatever its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no picture, damaged, above the limits, or does not show the form that is looked for.</exception>
    PictureReading Read(string path, CancellationToken cancellation = default);

    /// <summary>Reads a picture from a stream, from its position to its end. The stream stays open.</summary>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    PictureReading Read(Stream stream, CancellationToken cancellation = default);

    /// <summary>Reads a picture from the bytes of its file.</summary>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    PictureReading Read(ReadOnlySpan<byte> bytes, CancellationToken cancellation = default);

    /// <summary>Reads a picture in colour.</summary>
    /// <exception cref="InvalidDataException">It does not show the form that is looked for.</exception>
    PictureReading Read(ColorImage picture, CancellationToken cancellation = default);

    /// <summary>Reads a grey picture: dark ink on bright paper or the other way round.</summary>
    /// <exception cref="InvalidDataException">It does not show the form that is looked for.</exception>
    PictureReading Read(GrayImage picture, CancellationToken cancellation = default);

    /// <summary>Reads a picture that comes with a name for messages, or whose steps from picture to ink are to be seen.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    PictureReading Read(ReadRequest request, CancellationToken cancellation = default);

    /// <summary>Reads a picture from a stream: waits for its bytes without holding a thread, then reads on a thread of the pool.</summary>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    Task<PictureReading> ReadAsync(Stream stream, CancellationToken cancellation = default);
}
