namespace Cifra.Imaging.Formats;

/// <summary>Reads a picture of any supported format; the first bytes say which, not the file's name.</summary>
/// <remarks>Files from outside are bounded by <see cref="PictureLimits"/>: see <c>docs/limits.md</c>.</remarks>
/// <example><c>GrayImage gray = PictureFile.Load("scan.png").ToGray();</c></example>
public static class PictureFile
{
    /// <summary>Reads a picture from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">What it may ask for; <see cref="PictureLimits.Default"/> where null.</param>
    /// <exception cref="InvalidDataException">Not a picture that can be read; the message says where and why.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static ColorImage Load(string path, PictureLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream, path, limits);
    }

    /// <summary>Reads a picture from a stream, from its position to its end.</summary>
    /// <param name="stream">Need not be seekable. Stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limits">What it may ask for; <see cref="PictureLimits.Default"/> where null.</param>
    /// <exception cref="InvalidDataException">Not a picture that can be read; the message says where and why.</exception>
    public static ColorImage Load(Stream stream, string name, PictureLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= PictureLimits.Default;

        // The length is only a hint: a pipe has none, and a file may grow while it is read.
        long hint = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (hint > 0)
        {
            PictureBounds.CheckLength(name, hint, limits);
        }

        using var bytes = new MemoryStream((int)Math.Max(hint, 0));
        byte[] block = new byte[64 << 10];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            PictureBounds.CheckLength(name, bytes.Length + read, limits);
            bytes.Write(block, 0, read);
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), name, limits);
    }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limits">What it may ask for; <see cref="PictureLimits.Default"/> where null.</param>
    /// <exception cref="InvalidDataException">Not a picture that can be read; the message says where and why.</exception>
    public static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        limits ??= PictureLimits.Default;
        PictureBounds.CheckLength(name, bytes.Length, limits);

        foreach (PictureFormat format in PictureFormat.All)
        {
            if (format.Recognizes(bytes))
            {
                return format.Decode(bytes, name, limits);
            }
        }

        string known = string.Join(", ", PictureFormat.All.Select(format => format.Name));
        string? unsupported = UnsupportedFormat.NameOf(bytes);
        throw InvalidData.At(name, 0, $"a picture of a supported format ({known})", unsupported is null
            ? $"the unknown signature {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])}"
            : $"{unsupported}, which is not supported");
    }
}
