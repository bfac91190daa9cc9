namespace Cifra.Imaging.Formats;

/// <summary>The picture formats that are read. Immutable: <see cref="With"/> returns a new list.</summary>
/// <example>
/// <code>
/// PictureFormats formats = PictureFormats.BuiltIn.With(new MyTiffDecoder());
/// ColorImage picture = PictureFile.Load("scan.tif", formats: formats);
/// var options = new ReadingOptions { Formats = formats }; // for a reader
/// </code>
/// </example>
public sealed class PictureFormats
{
    private readonly IPictureDecoder[] _decoders;

    private PictureFormats(IPictureDecoder[] decoders) => _decoders = decoders;

    /// <summary>PNG, JPEG, BMP and PNM.</summary>
    public static PictureFormats BuiltIn { get; } = new([.. BuiltInDecoder.All]);

    /// <summary>The names of the formats, in the order in which their decoders are asked.</summary>
    public IReadOnlyList<string> Names => [.. _decoders.Select(decoder => decoder.Name)];

    /// <summary>These formats and one more. Its decoder is asked last, so it cannot change how the other formats are read.</summary>
    /// <param name="decoder">Decodes the additional format.</param>
    /// <exception cref="ArgumentException">The decoder has no name, or the name of a format in this list (case is ignored).</exception>
    public PictureFormats With(IPictureDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        if (string.IsNullOrWhiteSpace(decoder.Name))
        {
            throw new ArgumentException($"{decoder.GetType()} has no name.", nameof(decoder));
        }

        if (Names.Contains(decoder.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"A decoder for {decoder.Name} is in the list already.", nameof(decoder));
        }

        return new PictureFormats([.. _decoders, decoder]);
    }

    /// <summary>Decodes a file with the first decoder that recognizes it, and holds the decoder to the limits.</summary>
    internal ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck check)
    {
        foreach (IPictureDecoder decoder in _decoders)
        {
            if (decoder.Recognizes(bytes))
            {
                return DecodeChecked(decoder, bytes, name, limits, check);
            }
        }

        string? unsupported = UnsupportedFormat.NameOf(bytes);
        throw InvalidData.At(name, 0, $"a picture of a supported format ({string.Join(", ", Names)})", unsupported is null
            ? $"the unknown signature {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])}"
            : $"{unsupported}, which is not supported");
    }

    // A decoder from outside may fail with any exception, and may ignore the limits. Callers still see one kind of exception, and no picture beyond the limits.
    // This does not hold for the built-in decoders: any other exception of theirs is a bug, and must not pass for damaged data.
    private static ColorImage DecodeChecked(IPictureDecoder decoder, ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck check)
    {
        ColorImage? picture;
        try
        {
            picture = decoder is BuiltInDecoder builtIn
                ? builtIn.Decode(bytes, name, limits, check)
                : decoder.Decode(bytes, name, limits, check.Token);
        }
        catch (Exception e) when (decoder is not BuiltInDecoder && e is not (InvalidDataException or OperationCanceledException or OutOfMemoryException))
        {
            throw new InvalidDataException($"{name}: the {decoder.Name} decoder failed: {e.Message}", e);
        }

        if (picture is null)
        {
            throw new InvalidDataException($"{name}: the {decoder.Name} decoder returned no picture.");
        }

        PictureBounds.CheckSize(name, $"picture decoded as {decoder.Name}", picture.Width, picture.Height, limits);
        return picture;
    }
}
