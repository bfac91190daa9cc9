namespace Cifra.Tests.Imaging.Formats.Jpeg;

/// <summary>Writes JPEG files by hand, whose blocks are each of one level, so that the picture is known without a decoder.</summary>
/// <remarks>
/// The quantiser is 8 throughout: a DC coefficient of d is a level of 128 + d. The DC code gives the sizes 0 to 11 the codes 0000 to
/// 1011; the AC code has one word, the bit 0, that ends the block (and, in a progressive picture, the band).
/// </remarks>
internal sealed class JpegBuilder
{
    private readonly List<byte> _bytes = [0xFF, 0xD8];
    private readonly List<bool> _bits = [];
    private readonly int[] _predictions = new int[4];

    public JpegBuilder()
    {
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(0xC4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Segment(0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00]);
    }

    public JpegBuilder Segment(byte marker, params ReadOnlySpan<byte> payload)
    {
        int length = payload.Length + 2;
        _bytes.AddRange([0xFF, marker, (byte)(length >> 8), (byte)length]);
        _bytes.AddRange(payload);
        return this;
    }

    /// <summary>A frame header; <paramref name="marker"/> 0xC0 is baseline, 0xC2 progressive.</summary>
    public JpegBuilder Frame(byte marker, int width, int height, params ReadOnlySpan<(int Id, int Horizontal, int Vertical)> components)
    {
        var payload = new List<byte> { 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components.Length };
        foreach ((int id, int horizontal, int vertical) in components)
        {
            payload.AddRange([(byte)id, (byte)((horizontal << 4) | vertical), 0]);
        }

        return Segment(marker, [.. payload]);
    }

    /// <summary>A scan header of a sequential picture.</summary>
    public JpegBuilder Scan(params ReadOnlySpan<byte> ids) => ProgressiveScan(0, 63, 0, 0, ids);

    public JpegBuilder ProgressiveScan(byte first, byte last, int high, int low, params ReadOnlySpan<byte> ids)
    {
        var payload = new List<byte> { (byte)ids.Length };
        foreach (byte id in ids)
        {
            payload.AddRange([id, 0]);
        }

        Array.Clear(_predictions);
        return Segment(0xDA, [.. payload, first, last, (byte)((high << 4) | low)]);
    }

    /// <summary>A block of a sequential scan: its component's place in the scan, and its level.</summary>
    public JpegBuilder Block(int component, int level)
    {
        Dc(component, level);
        _bits.Add(false); // no AC coefficients
        return this;
    }

    /// <summary>A block in the first DC scan of a progressive picture.</summary>
    public JpegBuilder Dc(int component, int level)
    {
        int difference = level - 128 - _predictions[component];
        _predictions[component] = level - 128;
        int size = 0;
        while (Math.Abs(difference) >> size > 0)
        {
            size++;
        }

        Bits(size, 4);
        Bits(difference < 0 ? difference + (1 << size) - 1 : difference, size);
        return this;
    }

    public JpegBuilder Bits(int value, int count)
    {
        for (int bit = count - 1; bit >= 0; bit--)
        {
            _bits.Add(((value >> bit) & 1) != 0);
        }

        return this;
    }

    /// <summary>Fills the last byte with ones and writes the data; a restart marker may follow.</summary>
    public JpegBuilder Flush(int? restart = null)
    {
        while (_bits.Count % 8 != 0)
        {
            _bits.Add(true);
        }

        for (int i = 0; i < _bits.Count; i += 8)
        {
            int value = 0;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value << 1) | (_bits[i + bit] ? 1 : 0);
            }

            _bytes.Add((byte)value);
            if (value == 0xFF)
            {
                _bytes.Add(0);
            }
        }

        _bits.Clear();
        if (restart is int number)
        {
            _bytes.AddRange([0xFF, (byte)(0xD0 + number)]);
            Array.Clear(_predictions);
        }

        return this;
    }

    /// <summary>The file, with its end marker.</summary>
    public byte[] End() => [.. Flush()._bytes, 0xFF, 0xD9];

    /// <summary>The file, cut off behind the last data.</summary>
    public byte[] WithoutEnd() => [.. Flush()._bytes];
}
