using System.Buffers.Binary;

namespace Cifra;

/// <summary>The CRC-32 of gzip, zip and PNG (ISO 3309; polynomial 0xEDB88320, bits reflected).</summary>
internal static class Crc32
{
    // Slicing by eight (Kounavis and Berry 2005): table k holds the effect of a byte that k further bytes follow.
    private static readonly uint[] Tables = MakeTables();

    /// <summary>The checksum of <paramref name="bytes"/>, or of what <paramref name="before"/> covers followed by them.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        ReadOnlySpan<uint> tables = Tables;
        uint crc = ~before;
        while (bytes.Length >= 8)
        {
            uint low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[(7 * 256) + (int)(low & 0xFF)]
                ^ tables[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 0xFF)]
                ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 0xFF)]
                ^ tables[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ tables[256 + (int)((high >> 16) & 0xFF)]
                ^ tables[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (byte next in bytes)
        {
            crc = tables[(int)((crc ^ next) & 0xFF)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint n = 0; n < 256; n++)
        {
            uint crc = n;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }

            tables[n] = crc;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            tables[i] = tables[(int)(tables[i - 256] & 0xFF)] ^ (tables[i - 256] >> 8);
        }

        return tables;
    }
}
