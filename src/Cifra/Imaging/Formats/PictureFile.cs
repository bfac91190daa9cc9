namespace Cifra.Imaging.Formats;

/// <summary>Reads a picture of any supported format. The first bytes decide on the format, not the file's name.</summary>
/// <remarks><see cref="PictureLimits"/> bounds memory and time: see <c>docs/limits.md</c>. <see cref="PictureFormats"/> adds formats.</remarks>
/// <example><c>GrayImage gray = PictureFile.Load("scan.png").ToGray();</c></example>
public static class PictureFile
{
    private const int BlockBytes = 64 << 10;

    /// <summary>Reads a picture from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">The largest picture and file that are accepted; <see cref="PictureLimits.Default"/> if null.</param>
    /// <param name="formats">The formats that are read; <see cref="PictureFormats.BuiltIn"/> if null.</param>
    /// <param name="cancellation">Cancels the work, also in the middle of decoding.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no picture of a format that is read, is damaged, or is beyond the limits. The message says where and why.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static ColorImage Load(string path, PictureLimits? limits = null, PictureFormats? formats = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Load(path, limits ?? PictureLimits.Default, formats ?? PictureFormats.BuiltIn, new CancellationCheck(cancellation));
    }

    /// <summary>Reads a picture from a stream, from its position to its end.</summary>
    /// <param name="stream">Need not be seekable. Stays open.</param>
    /// <param name="name">What messages call it: a path, or a name of your choice.</param>
    /// <param name="limits">The largest picture and file that are accepted; <see cref="PictureLimits.Default"/> if null.</param>
    /// <param name="formats">The formats that are read; <see cref="PictureFormats.BuiltIn"/> if null.</param>
    /// <param name="cancellation">Cancels the work, also in the middle of decoding.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no picture of a format that is read, is damaged, or is beyond the limits. The message says where and why.
    /// </exception>
    public static ColorImage Load(
        Stream stream, string name, PictureLimits? limits = null, PictureFormats? formats = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return Load(stream, name, limits ?? PictureLimits.Default, formats ?? PictureFormats.BuiltIn, new CancellationCheck(cancellation));
    }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it: a path, or a name of your choice.</param>
    /// <param name="limits">The largest picture and file that are accepted; <see cref="PictureLimits.Default"/> if null.</param>
    /// <param name="formats">The formats that are read; <see cref="PictureFormats.BuiltIn"/> if null.</param>
    /// <param name="cancellation">Cancels the work, also in the middle of decoding.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no picture of a format that is read, is damaged, or is beyond the limits. The message says where and why.
    /// </exception>
    public static ColorImage Decode(
        ReadOnlySpan<byte> bytes, string name, PictureLimits? limits = null, PictureFormats? formats = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Decode(bytes, name, limits ?? PictureLimits.Default, formats ?? PictureFormats.BuiltIn, new CancellationCheck(cancellation));
    }

    internal static ColorImage Load(string path, PictureLimits limits, PictureFormats formats, CancellationCheck check)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream, path, limits, formats, check);
    }

    internal static ColorImage Load(Stream stream, string name, PictureLimits limits, PictureFormats formats, CancellationCheck check)
    {
        using MemoryStream bytes = BufferFor(stream, name, limits);
        byte[] block = new byte[BlockBytes];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            check.ThrowIfCancelled();
            PictureBounds.CheckLength(name, bytes.Length + read, limits);
            bytes.Write(block, 0, read);
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), name, limits, formats, check);
    }

    /// <summary>The bytes of a stream, from its position to its end, read without blocking a thread.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, string name, PictureLimits limits, CancellationToken cancellation)
    {
        using MemoryStream bytes = BufferFor(stream, name, limits);
        byte[] block = new byte[BlockBytes];
        for (int read; (read = await stream.ReadAsync(block, cancellation).ConfigureAwait(false)) > 0;)
        {
            PictureBounds.CheckLength(name, bytes.Length + read, limits);
            bytes.Write(block, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    internal static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, PictureFormats formats, CancellationCheck check)
    {
        check.ThrowIfCancelled();
        PictureBounds.CheckLength(name, bytes.Length, limits);

        return formats.Decode(bytes, name, limits, check);
    }

    // The length is only a hint: a pipe has none, and a file may grow while it is read.
    private static MemoryStream BufferFor(Stream stream, string name, PictureLimits limits)
    {
        long hint = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (hint > 0)
        {
            PictureBounds.CheckLength(name, hint, limits);
        }

        return new MemoryStream((int)Math.Max(hint, 0));
    }
}
