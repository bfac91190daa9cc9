using System.IO.Compression;

namespace Cifra.Imaging.Formats.Png;

/// <summary>Inflates the rows of a PNG picture one by one and undoes their filters; never inflates more than is asked for.</summary>
internal sealed class PngRows : IDisposable
{
    private readonly string _name;
    private readonly int _distance;
    private readonly ZLibStream _stream;
    private byte[] _row = [];
    private byte[] _above = [];
    private int _count;

    /// <summary>Starts at the first row of the first pass.</summary>
    /// <param name="parts">The file's header and image data.</param>
    /// <param name="name">The file's name, for messages.</param>
    public PngRows(PngParts parts, string name)
    {
        _name = name;
        _distance = parts.Header.FilterDistance;
        CheckZlibHeader(parts.ImageData, name);
        _stream = new ZLibStream(new MemoryStream(parts.ImageData, writable: false), CompressionMode.Decompress);
    }

    /// <summary>Begins a pass: no row is above its first one.</summary>
    /// <param name="rowBytes">Bytes of each of its rows, without the filter byte.</param>
    public void StartPass(int rowBytes)
    {
        _row = new byte[1 + rowBytes];
        _above = new byte[1 + rowBytes];
    }

    /// <summary>The next row's samples; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        (_row, _above) = (_above, _row);
        _count++;
        int read = Inflate(_row);
        if (read < _row.Length)
        {
            throw InvalidData.At(_name, Place, $"{_row.Length} bytes", $"the end of the image data after {read}");
        }

        byte filter = _row[0];
        if (filter >= PngFilter.Count)
        {
            throw InvalidData.At(_name, Place, "filter 0 to 4", $"{filter}");
        }

        PngFilter.Undo(filter, _row.AsSpan(1), _above.AsSpan(1), _distance);
        return _row.AsSpan(1);
    }

    /// <summary>Reads to the end of the zlib stream, where zlib verifies its checksum. Excess image data is not inflated.</summary>
    public void End()
    {
        Span<byte> one = stackalloc byte[1];
        Inflate(one);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private string Place => $"image data, row {_count} in file order";

    // ZLibStream reports a preset dictionary, which PNG does not allow, as an internal error: hence the check here.
    private static void CheckZlibHeader(ReadOnlySpan<byte> data, string name)
    {
        bool sound = data.Length >= 2 && (data[0] & 0x0F) == 8 && data[0] >> 4 <= 7 && (data[1] & 0x20) == 0
            && ((data[0] << 8) + data[1]) % 31 == 0;
        if (!sound)
        {
            throw InvalidData.At(name, "image data", "a zlib header", Convert.ToHexString(data[..Math.Min(2, data.Length)]));
        }
    }

    private int Inflate(Span<byte> to)
    {
        try
        {
            return _stream.ReadAtLeast(to, to.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw InvalidData.At(_name, Place, "a sound zlib stream", "a damaged or truncated one");
        }
    }
}
