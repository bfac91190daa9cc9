using System.Buffers.Binary;
using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Walks over the markers of a JPEG file and hands out the payload of each.</summary>
/// <remarks>Bytes between two segments are stepped over, as every common decoder does; a payload beyond the file's end is refused.</remarks>
internal ref struct JpegSegmentReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    public JpegSegmentReader(ReadOnlySpan<byte> bytes, string name)
    {
        _bytes = bytes;
        Name = name;
    }

    /// <summary>The file's name in messages.</summary>
    public string Name { get; }

    /// <summary>Second byte of the marker that was read last.</summary>
    public byte Marker { get; private set; }

    /// <summary>Where <see cref="Payload"/> starts in the file.</summary>
    public int Offset { get; private set; }

    /// <summary>What follows the marker's length field; empty for markers without one.</summary>
    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>All that follows the last segment; for a start of scan this begins with the entropy-coded data.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_next..];

    /// <summary>Skips <paramref name="count"/> bytes of <see cref="Rest"/> that were read elsewhere.</summary>
    public void Skip(int count) => _next += count;

    /// <summary>Goes to the next marker; false when the file ends before one.</summary>
    public bool MoveNext()
    {
        int at = FindMarker(_bytes, _next);
        if (at < 0)
        {
            return false;
        }

        Marker = _bytes[at + 1];
        Offset = at + 2;
        Payload = default;
        _next = Offset;
        if (!JpegMarker.StandsAlone(Marker))
        {
            ReadPayload();
        }

        return true;
    }

    /// <summary>Refuses the segment; <paramref name="place"/> counts from the start of its payload.</summary>
    public readonly InvalidDataException Bad(int place, string expected, string found) =>
        InvalidData.At(Name, Offset + place, expected, found);

    /// <summary>Refuses a payload shorter than <paramref name="length"/>.</summary>
    public readonly void ExpectLength(int length, string segment)
    {
        if (Payload.Length < length)
        {
            throw Bad(
                0,
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes of {segment}"),
                string.Create(CultureInfo.InvariantCulture, $"{Payload.Length}"));
        }
    }

    /// <summary>The first marker at or after <paramref name="from"/>: the place of its last 0xFF, or -1.</summary>
    /// <remarks>0xFF00 is a data byte, and any number of 0xFF may fill the space before a marker (T.81, B.1.1).</remarks>
    public static int FindMarker(ReadOnlySpan<byte> bytes, int from)
    {
        while (from < bytes.Length - 1)
        {
            int step = bytes[from..^1].IndexOf((byte)0xFF);
            if (step < 0)
            {
                return -1;
            }

            from += step;
            if (bytes[from + 1] is not (0x00 or 0xFF))
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    private void ReadPayload()
    {
        ReadOnlySpan<byte> rest = Rest;
        int length = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
        {
            throw InvalidData.At(
                Name,
                Offset,
                string.Create(CultureInfo.InvariantCulture, $"a segment length from 2 to the {rest.Length} bytes left"),
                string.Create(CultureInfo.InvariantCulture, $"{length}"));
        }

        Offset += 2;
        Payload = rest[2..length];
        _next += length;
    }
}
