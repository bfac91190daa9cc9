namespace Cifra.Imaging.Formats;

/// <summary>
/// Decodes pictures of one file format. Implement it to read a format that Cifra does not, and add it with <see cref="PictureFormats.With"/>.
/// </summary>
/// <remarks>
/// One decoder serves every thread, so it keeps no state between calls. It treats its input as hostile: it checks <see cref="PictureLimits"/> against the
/// file's header before it allocates memory. <c>docs/limits.md</c> lists what Cifra checks besides.
/// </remarks>
public interface IPictureDecoder
{
    /// <summary>The format's name in messages, such as "TIFF".</summary>
    string Name { get; }

    /// <summary>Whether the file is of this format, by its signature. Does not throw.</summary>
    /// <param name="bytes">The whole file; only its first bytes should be looked at. May be shorter than a signature.</param>
    bool Recognizes(ReadOnlySpan<byte> bytes);

    /// <summary>Decodes the file. Called only if <see cref="Recognizes"/> accepted the same bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call the file: its path, or a name chosen by the caller.</param>
    /// <param name="limits">The largest width, height and number of pixels that the decoded picture may have.</param>
    /// <param name="cancellation">Cancels the decoding. A decoder that takes long checks it about once a row.</param>
    /// <returns>The picture, upright.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is damaged or beyond the limits. The message names the file, the place, what was expected and what was found.
    /// </exception>
    ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationToken cancellation);
}
