using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Cifra.Data.Formats;

/// <summary>
/// Reads content whose length is known before the first byte: a plain file, a gzip file, or an entry of a zip file.
/// </summary>
/// <remarks>
/// What a compressed file says of itself (length and CRC-32) is held against the limits and against what deflate can reach at all before
/// anything is inflated, and against the content once it was read. No more than the length is ever inflated.
/// </remarks>
internal sealed class ContentReader : IDisposable
{
    private const int GzipHeaderBytes = 10;
    private const int GzipTrailerBytes = 8;
    private const long MostOutOfOneByte = 1032;

    private readonly Stream _stream;
    private readonly uint? _expectedCrc;
    private uint _crc;
    private IncrementalHash? _hash;

    /// <summary>Reads <paramref name="length"/> bytes from <paramref name="stream"/>, which it owns from here.</summary>
    /// <param name="stream">The content, uncompressed.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="length">Bytes that the stream is said to hold.</param>
    /// <param name="storedLength">Bytes that they take in the file; fewer than <paramref name="length"/> where it is compressed.</param>
    /// <param name="crc">The CRC-32 that the file states, or null where it states none.</param>
    /// <param name="limits">What the content may ask for.</param>
    /// <exception cref="InvalidDataException">The length is above the limit, or above what deflate can make of the stored bytes.</exception>
    public ContentReader(Stream stream, string name, long length, long storedLength, uint? crc, DataLimits limits)
    {
        if (length > limits.MaxContentBytes)
        {
            throw InvalidData.At(name, "length", $"at most {limits.MaxContentBytes} bytes of content", $"{length}");
        }

        // The densest code there is takes a bit for a length of 258 and one for its distance: 1032 bytes out of each byte (RFC 1951).
        long most = Math.Min(storedLength, long.MaxValue / MostOutOfOneByte) * MostOutOfOneByte;
        if (length > most)
        {
            throw InvalidData.At(name, "length", $"at most {most} bytes, all that {storedLength} compressed ones can hold", $"{length}");
        }

        _stream = stream;
        _expectedCrc = crc;
        Name = name;
        Length = length;
    }

    /// <summary>What errors call the content.</summary>
    public string Name { get; }

    /// <summary>Bytes of the whole content, uncompressed.</summary>
    public long Length { get; }

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Opens a file that is plain or gzip-compressed; its first two bytes decide, not its name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is a damaged gzip file, or larger than the limits.</exception>
    public static ContentReader Open(string path, DataLimits limits)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return Open(file, path, limits);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The same for a stream that can seek, and that the reader owns from here.</summary>
    public static ContentReader Open(Stream file, string name, DataLimits limits)
    {
        if (!file.CanSeek)
        {
            throw InvalidData.At(name, 0, "a file that can be read from any place", "a pipe or a device");
        }

        long stored = file.Length;
        Span<byte> head = stackalloc byte[2];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read < 2 || head[0] != 0x1F || head[1] != 0x8B)
        {
            return new ContentReader(file, name, stored, stored, crc: null, limits);
        }

        if (stored < GzipHeaderBytes + GzipTrailerBytes)
        {
            throw InvalidData.At(name, stored, $"a gzip file of at least {GzipHeaderBytes + GzipTrailerBytes} bytes", "the end of the file");
        }

        // The platform's GZipStream takes a cut file for a short one and passes over bytes behind the end; the trailer catches both.
        Span<byte> trailer = stackalloc byte[GzipTrailerBytes];
        file.Position = stored - GzipTrailerBytes;
        file.ReadExactly(trailer);
        file.Position = 0;
        uint crc = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        return new ContentReader(new GZipStream(file, CompressionMode.Decompress), name, length, stored, crc, limits);
    }

    /// <summary>From here on what is read goes into a SHA-256 too.</summary>
    public void StartHash() => _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The SHA-256 of what was read since <see cref="StartHash"/>, in lower-case hexadecimal.</summary>
    public string TakeHash() => Convert.ToHexStringLower(_hash!.GetHashAndReset());

    /// <summary>Reads as many bytes as fit, or as are left; 0 at the end.</summary>
    public int ReadSome(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, Length - Position);
        int read = Inflate(buffer[..wanted]);
        if (read < wanted)
        {
            throw InvalidData.At(Name, Position, $"{Length} bytes of content", "its end");
        }

        return read;
    }

    /// <summary>Fills the buffer, or says which part of the file is cut short.</summary>
    public void Read(Span<byte> buffer, string what)
    {
        if (buffer.Length > Length - Position)
        {
            throw InvalidData.At(Name, Position, $"{buffer.Length} bytes of {what}", $"{Length - Position} bytes until the end");
        }

        ReadSome(buffer);
    }

    /// <summary>Refuses content that is longer or shorter than its header says; to be called before memory is taken for it.</summary>
    /// <param name="rest">Bytes that must be left.</param>
    /// <param name="what">What they are: "60000 labels".</param>
    public void ExpectRest(long rest, string what)
    {
        if (Length - Position != rest)
        {
            throw InvalidData.At(Name, Position, $"{rest} bytes for {what}", $"{Length - Position} bytes until the end");
        }
    }

    /// <summary>Refuses content that goes on, or whose checksum is not the one stated.</summary>
    public void ExpectEnd()
    {
        ExpectRest(0, "the end");
        Span<byte> one = stackalloc byte[1];
        if (Inflate(one) != 0)
        {
            throw InvalidData.At(Name, Position, $"the end, {Length} bytes as the file states", "more content");
        }

        if (_hash is null && _expectedCrc is uint expected && expected != _crc)
        {
            throw InvalidData.At(Name, Length, $"content with CRC-32 {expected:x8}", $"{_crc:x8}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash?.Dispose();
        _stream.Dispose();
    }

    private int Inflate(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw InvalidData.At(Name, Position, "sound compressed data", e.Message.TrimEnd('.'));
        }

        Position += read;
        _hash?.AppendData(buffer[..read]);
        if (_expectedCrc is not null && _hash is null) // a hash says more
        {
            _crc = Crc32.Compute(buffer[..read], _crc);
        }

        return read;
    }
}
