using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Network.Digits;
using Cifra.Network.Lines;

namespace Cifra.Reading;

/// <summary>What all readers have in common: the ways in, the limits of files, names in messages, and cancellation.</summary>
/// <remarks>Serves any number of threads at once.</remarks>
/// <typeparam name="TReading">What it says of a picture.</typeparam>
public abstract class PictureReader<TReading> : IPictureReader
    where TReading : PictureReading
{
    private protected PictureReader(ReadingOptions? options, ReadingNetworks networks)
    {
        Options = options ?? ReadingOptions.Default;
        Options.Check();
        Networks = networks;
    }

    /// <inheritdoc/>
    public ReadingOptions Options { get; }

    /// <inheritdoc/>
    public ReadingNetworks Networks { get; }

    /// <inheritdoc/>
    public abstract string? Refusal(int digits);

    /// <inheritdoc cref="IPictureReader.Read(string, CancellationToken)"/>
    public TReading Read(string path, CancellationToken cancellation = default) => Read(new ReadRequest(path), cancellation);

    /// <inheritdoc cref="IPictureReader.Read(Stream, CancellationToken)"/>
    public TReading Read(Stream stream, CancellationToken cancellation = default) => Read(new ReadRequest(stream), cancellation);

    /// <inheritdoc cref="IPictureReader.Read(ReadOnlySpan{byte}, CancellationToken)"/>
    public TReading Read(ReadOnlySpan<byte> bytes, CancellationToken cancellation = default) =>
        Read(PictureFile.Decode(bytes, ReadRequest.NameOr(null), Options.Limits, Options.Formats, cancellation), cancellation);

    /// <inheritdoc cref="IPictureReader.Read(ColorImage, CancellationToken)"/>
    public TReading Read(ColorImage picture, CancellationToken cancellation = default) => Read(new ReadRequest(picture), cancellation);

    /// <inheritdoc cref="IPictureReader.Read(GrayImage, CancellationToken)"/>
    public TReading Read(GrayImage picture, CancellationToken cancellation = default) => Read(new ReadRequest(picture), cancellation);

    /// <inheritdoc cref="IPictureReader.Read(ReadRequest, CancellationToken)"/>
    public TReading Read(ReadRequest request, CancellationToken cancellation = default) => Read(request, new CancellationCheck(cancellation));

    /// <inheritdoc cref="IPictureReader.ReadAsync(Stream, CancellationToken)"/>
    public async Task<TReading> ReadAsync(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadOnlyMemory<byte> bytes = await PictureFile.ReadAllAsync(stream, ReadRequest.NameOr(null), Options.Limits, cancellation).ConfigureAwait(false);
        return await Task.Run(() => Read(new ReadRequest(bytes), cancellation), cancellation).ConfigureAwait(false);
    }

    PictureReading IPictureReader.Read(string path, CancellationToken cancellation) => Read(path, cancellation);

    PictureReading IPictureReader.Read(Stream stream, CancellationToken cancellation) => Read(stream, cancellation);

    PictureReading IPictureReader.Read(ReadOnlySpan<byte> bytes, CancellationToken cancellation) => Read(bytes, cancellation);

    PictureReading IPictureReader.Read(ColorImage picture, CancellationToken cancellation) => Read(picture, cancellation);

    PictureReading IPictureReader.Read(GrayImage picture, CancellationToken cancellation) => Read(picture, cancellation);

    PictureReading IPictureReader.Read(ReadRequest request, CancellationToken cancellation) => Read(request, cancellation);

    async Task<PictureReading> IPictureReader.ReadAsync(Stream stream, CancellationToken cancellation) =>
        await ReadAsync(stream, cancellation).ConfigureAwait(false);

    internal TReading Read(ReadRequest request, CancellationCheck check)
    {
        ArgumentNullException.ThrowIfNull(request);
        GivenPicture picture = request.Open(Options.Limits, Options.Formats, check);
        try
        {
            return Read(picture);
        }
        catch (InvalidDataException e) when (request.Name is not null)
        {
            throw new InvalidDataException($"{request.Name}: {e.Message}", e);
        }
    }

    /// <summary>The hashes of two networks, of which neither may be missing.</summary>
    private protected static ReadingNetworks NetworksOf(DigitClassifier digits, LineClassifier lines)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(lines);
        return new ReadingNetworks(digits.Hash, lines.Hash);
    }

    /// <summary>Reads a decoded picture.</summary>
    /// <exception cref="InvalidDataException">It does not show the form that is looked for; the message does not name the picture.</exception>
    private protected abstract TReading Read(GivenPicture picture);
}
