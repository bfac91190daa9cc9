using System.Buffers.Binary;
using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Reads the entropy-coded data of one scan bit by bit, up to the next marker.</summary>
/// <remarks>
/// Beyond the marker it delivers zeros and sets <see cref="Overrun"/>, so that callers check once a block and not once a bit.
/// </remarks>
internal ref struct JpegBitReader
{
    private readonly ReadOnlySpan<byte> _bytes; // from the start of the scan's data to the end of the file
    private readonly string _name;
    private readonly int _offset;               // of _bytes in the file, for messages
    private ulong _bits;                        // the next bit is the highest
    private int _count;                         // valid bits in _bits; those below are either zero or the true bits that follow
    private int _padding;                       // how many zeros were added after the marker

    public JpegBitReader(ReadOnlySpan<byte> bytes, string name, int offset)
    {
        _bytes = bytes;
        _name = name;
        _offset = offset;
    }

    /// <summary>Bytes taken so far; a marker is never among them, except by <see cref="TryRestart"/>.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a bit beyond the data was used.</summary>
    public readonly bool Overrun => _padding > _count;

    /// <summary>Decodes one symbol, and makes sure that 16 bits for <see cref="Extend"/> are at hand.</summary>
    public int Symbol(JpegHuffmanTable table)
    {
        if (_count < 32)
        {
            Fill();
        }

        int found = table.Short((int)(_bits >> (64 - JpegHuffmanTable.ShortBits)));
        if (found == 0)
        {
            found = table.Long((int)(_bits >> (64 - JpegHuffmanTable.MaxBits)));
            if (found == 0)
            {
                throw Bad("a Huffman code of the scan's table", "bits that start none");
            }
        }

        Drop(found >> 8);
        return found & 0xFF;
    }

    /// <summary>The signed number of <paramref name="size"/> bits that follows a symbol (T.81, F.2.2.1).</summary>
    public int Extend(int size)
    {
        if (size == 0)
        {
            return 0;
        }

        int value = (int)(_bits >> (64 - size));
        Drop(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /// <summary>The next <paramref name="count"/> bits, 1 to 16, as a number without sign.</summary>
    public int Bits(int count)
    {
        if (_count < count)
        {
            Fill();
        }

        int value = (int)(_bits >> (64 - count));
        Drop(count);
        return value;
    }

    /// <summary>Starts afresh behind the restart marker <paramref name="number"/> (0 to 7); false if another marker comes first.</summary>
    public bool TryRestart(int number)
    {
        int at = JpegSegmentReader.FindMarker(_bytes, Position);
        if (at < 0 || _bytes[at + 1] != JpegMarker.FirstRestart + number)
        {
            return false;
        }

        Position = at + 2;
        _bits = 0;
        _count = 0;
        _padding = 0;
        return true;
    }

    /// <summary>The exception for wrong data at the current position.</summary>
    public readonly InvalidDataException Bad(string expected, string found) =>
        InvalidData.At(_name, _offset + Position, expected, found);

    /// <summary>"marker 0xD9" or "the end of the file": what stops the data at this place.</summary>
    public readonly string DescribeEnd()
    {
        int at = JpegSegmentReader.FindMarker(_bytes, Position);
        return at < 0
            ? "the end of the file"
            : string.Create(CultureInfo.InvariantCulture, $"marker 0x{_bytes[at + 1]:X2}");
    }

    private void Drop(int count)
    {
        _bits <<= count;
        _count -= count;
    }

    private void Fill()
    {
        if (Position <= _bytes.Length - 8)
        {
            ulong next = BinaryPrimitives.ReadUInt64BigEndian(_bytes[Position..]);
            // The classic test for a zero byte, on the complement: set where a byte is 0xFF, and the data need a closer look.
            if ((((~next) - 0x0101010101010101) & next & 0x8080808080808080) == 0)
            {
                int whole = (64 - _count) >> 3;
                _bits |= next >> _count;
                Position += whole;
                _count += whole << 3;
                return;
            }
        }

        while (_count <= 56)
        {
            FillByte();
        }
    }

    private void FillByte()
    {
        ulong value = 0;
        if (_padding > 0 || Position >= _bytes.Length || !TakeByte(ref value))
        {
            _padding += 8;
        }

        _bits |= value << (56 - _count);
        _count += 8;
    }

    private bool TakeByte(ref ulong value)
    {
        value = _bytes[Position];
        if (value != 0xFF)
        {
            Position++;
            return true;
        }

        if (Position + 1 < _bytes.Length && _bytes[Position + 1] == 0)
        {
            Position += 2;
            return true;
        }

        value = 0;
        return false;
    }
}
