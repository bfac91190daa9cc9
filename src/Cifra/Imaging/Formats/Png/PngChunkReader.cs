using System.Buffers.Binary;
using System.Text;

namespace Cifra.Imaging.Formats.Png;

/// <summary>Walks the chunks of a PNG file: length, four letters, data, checksum.</summary>
internal ref struct PngChunkReader
{
    /// <summary>Bytes of the signature before the first chunk.</summary>
    public const int SignatureLength = 8;

    // Length, type and checksum.
    private const int Envelope = 12;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _name;
    private readonly int _most;
    private int _next = SignatureLength;
    private int _count;

    public PngChunkReader(ReadOnlySpan<byte> bytes, string name)
    {
        _bytes = bytes;
        _name = name;
        _most = MostChunks(bytes.Length);
    }

    /// <summary>Where the chunk begins in the file.</summary>
    public int Offset { get; private set; }

    /// <summary>The four letters.</summary>
    public readonly string Type => Encoding.ASCII.GetString(TypeBytes);

    /// <summary>The chunk's content.</summary>
    public readonly ReadOnlySpan<byte> Data => _bytes[(Offset + 8)..(_next - 4)];

    /// <summary>Where <see cref="Data"/> begins in the file.</summary>
    public readonly int DataOffset => Offset + 8;

    /// <summary>Whether a decoder that does not know the chunk must refuse the file: its first letter is a capital.</summary>
    public readonly bool IsCritical => (_bytes[Offset + 4] & 0x20) == 0;

    private readonly ReadOnlySpan<byte> TypeBytes => _bytes.Slice(Offset + 4, 4);

    /// <summary>
    /// Number of chunks allowed for a file's length: a fixed number, and one more for each KiB. Writers split their data at 4 KiB or more,
    /// so that valid files of any size pass and files of empty chunks do not.
    /// </summary>
    public static int MostChunks(long fileLength) => (int)(4096 + (fileLength / 1024));

    /// <summary>Goes to the next chunk. There must be one: the last chunk is IEND, after which this is not called.</summary>
    public void Read()
    {
        Offset = _next;
        if (_bytes.Length - Offset < Envelope)
        {
            throw InvalidData.At(_name, Offset, "a chunk", $"the end of the file after {_bytes.Length - Offset} bytes");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(_bytes[Offset..]);
        ExpectLetters();
        if (length > _bytes.Length - Offset - Envelope)
        {
            throw InvalidData.At(_name, Offset, $"at most {_bytes.Length - Offset - Envelope} bytes in the {Type} chunk", $"a length of {length}");
        }

        if (++_count > _most)
        {
            throw InvalidData.At(_name, Offset, $"at most {_most} chunks in a file of {_bytes.Length} bytes", "one more");
        }

        _next = Offset + Envelope + (int)length;
    }

    /// <summary>Refuses the chunk if its checksum is wrong.</summary>
    public readonly void CheckCrc()
    {
        uint stated = BinaryPrimitives.ReadUInt32BigEndian(_bytes[(_next - 4)..]);
        uint actual = Crc32.Compute(_bytes[(Offset + 4)..(_next - 4)]);
        if (stated != actual)
        {
            throw InvalidData.At(_name, _next - 4, $"checksum {actual:X8} of the {Type} chunk", $"{stated:X8}");
        }
    }

    private readonly void ExpectLetters()
    {
        foreach (byte letter in TypeBytes)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw InvalidData.At(_name, Offset + 4, "the four letters of a chunk", Convert.ToHexString(TypeBytes));
            }
        }
    }
}
