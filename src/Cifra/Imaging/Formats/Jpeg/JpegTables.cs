using System.Buffers.Binary;
using System.Globalization;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>The tables in force at a point of the file: quantisers, Huffman codes and the restart interval.</summary>
internal sealed class JpegTables
{
    /// <summary>Greatest number of Huffman tables: as many as all scans can use.</summary>
    private const int MaxHuffmanTables = 8 * JpegScan.MaxScans;

    private readonly int[]?[] _quantizers = new int[]?[4];
    private readonly JpegHuffmanTable?[] _huffman = JpegStandardTables.Create();
    private int _huffmanTablesRead;

    /// <summary>Natural (row by row) index of the k-th coefficient in zigzag order (T.81, figure A.6).</summary>
    public static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10,
        17, 24, 32, 25, 18, 11, 4, 5,
        12, 19, 26, 33, 40, 48, 41, 34,
        27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36,
        29, 22, 15, 23, 30, 37, 44, 51,
        58, 59, 52, 45, 38, 31, 39, 46,
        53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>MCUs between two restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>[64] step of each coefficient in natural order, or null if the file has not defined the table.</summary>
    public int[]? Quantizer(int number) => number < 4 ? _quantizers[number] : null;

    /// <summary>Code of the DC coefficients, or null if the file has not defined it.</summary>
    public JpegHuffmanTable? Dc(int number) => number < 4 ? _huffman[number] : null;

    /// <summary>Code of the other coefficients, or null if the file has not defined it.</summary>
    public JpegHuffmanTable? Ac(int number) => number < 4 ? _huffman[4 + number] : null;

    public void ReadQuantizers(in JpegSegmentReader segment)
    {
        ReadOnlySpan<byte> payload = segment.Payload;
        for (int at = 0; at < payload.Length;)
        {
            int wide = payload[at] >> 4;
            int number = payload[at] & 15;
            int size = wide == 0 ? 64 : 128;
            if (wide > 1 || number > 3)
            {
                throw segment.Bad(at, "a quantiser table of 8 or 16 bits, numbered 0 to 3", Hex(payload[at]));
            }

            at++;
            segment.ExpectLength(at + size, "quantiser tables");
            int[] table = new int[64]; // a new one each time: components keep theirs
            for (int k = 0; k < 64; k++)
            {
                table[ZigZag[k]] = wide == 0 ? payload[at + k] : BinaryPrimitives.ReadUInt16BigEndian(payload[(at + (2 * k))..]);
            }

            _quantizers[number] = table;
            at += size;
        }
    }

    public void ReadHuffman(in JpegSegmentReader segment)
    {
        ReadOnlySpan<byte> payload = segment.Payload;
        for (int at = 0; at < payload.Length;)
        {
            int kind = payload[at] >> 4;
            int number = payload[at] & 15;
            if (kind > 1 || number > 3)
            {
                throw segment.Bad(at, "a Huffman table of kind 0 or 1, numbered 0 to 3", Hex(payload[at]));
            }

            if (++_huffmanTablesRead > MaxHuffmanTables)
            {
                throw segment.Bad(at, string.Create(CultureInfo.InvariantCulture, $"at most {MaxHuffmanTables} Huffman tables"), "more");
            }

            at++;
            segment.ExpectLength(at + 16, "Huffman tables");
            ReadOnlySpan<byte> counts = payload.Slice(at, 16);
            int total = 0;
            foreach (byte count in counts)
            {
                total += count;
            }

            segment.ExpectLength(at + 16 + total, "Huffman tables");
            _huffman[(4 * kind) + number] =
                (total <= 256 ? JpegHuffmanTable.TryCreate(counts, payload.Slice(at + 16, total)) : null)
                ?? throw segment.Bad(at, "a Huffman code", "more codes than its lengths leave room for");
            at += 16 + total;
        }
    }

    public void ReadRestartInterval(in JpegSegmentReader segment)
    {
        segment.ExpectLength(2, "restart interval");
        RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment.Payload);
    }

    private static string Hex(byte value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:X2}");
}
