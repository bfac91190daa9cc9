namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>One Huffman code: a table for the short codes, comparisons for the long ones (ITU-T T.81, annexes C and F.2.2.3).</summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>Codes up to this many bits are found by one look into <see cref="_short"/>.</summary>
    public const int ShortBits = 9;

    /// <summary>No code is longer.</summary>
    public const int MaxBits = 16;

    private readonly short[] _short = new short[1 << ShortBits]; // by the next 9 bits: length << 8 | symbol; 0 where the code is longer
    private readonly int[] _limit = new int[MaxBits + 1];        // by length: the first 16-bit value that belongs to a longer code
    private readonly int[] _first = new int[MaxBits + 1];        // by length: index of its first symbol, less its first code
    private readonly byte[] _symbols;

    private JpegHuffmanTable(byte[] symbols) => _symbols = symbols;

    /// <summary>Builds the table, or returns null where the counts ask for more codes than there are bits.</summary>
    /// <param name="counts">[16] number of codes of length 1 to 16.</param>
    /// <param name="symbols">As many symbols as the counts add up to, shortest code first.</param>
    public static JpegHuffmanTable? TryCreate(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        var table = new JpegHuffmanTable(symbols.ToArray());
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MaxBits; length++)
        {
            int count = counts[length - 1];
            if (code + count > 1 << length)
            {
                return null;
            }

            table._first[length] = index - code;
            if (length <= ShortBits)
            {
                table.FillShort(length, code, symbols.Slice(index, count));
            }

            code += count;
            index += count;
            table._limit[length] = code << (MaxBits - length);
            code <<= 1;
        }

        return table;
    }

    /// <summary>Length in the high byte, symbol in the low one; 0 if the code is longer than <see cref="ShortBits"/>.</summary>
    public int Short(int nextBits) => _short[nextBits];

    /// <summary>As <see cref="Short"/>, for any length, from the next 16 bits; 0 if they start with no code of this table.</summary>
    public int Long(int nextBits)
    {
        for (int length = 1; length <= MaxBits; length++)
        {
            if (nextBits < _limit[length])
            {
                return (length << 8) | _symbols[(nextBits >> (MaxBits - length)) + _first[length]];
            }
        }

        return 0;
    }

    private void FillShort(int length, int code, ReadOnlySpan<byte> symbols)
    {
        int width = 1 << (ShortBits - length);
        for (int i = 0; i < symbols.Length; i++)
        {
            _short.AsSpan((code + i) * width, width).Fill((short)((length << 8) | symbols[i]));
        }
    }
}
