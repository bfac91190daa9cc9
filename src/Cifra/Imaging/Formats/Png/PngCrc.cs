namespace Cifra.Imaging.Formats;

/// <summary>The checksum of a PNG chunk: CRC-32 as in ISO 3309, polynomial 0xEDB88320 reflected.</summary>
internal static class PngCrc
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of type and data of a chunk, which lie behind each other in the file.</summary>
    public static uint Of(ReadOnlySpan<byte> typeAndData)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in typeAndData)
        {
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            table[i] = crc;
        }

        return table;
    }
}
