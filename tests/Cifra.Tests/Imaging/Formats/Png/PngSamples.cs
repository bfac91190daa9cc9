using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Cifra.Tests.Imaging.Formats.Png;

/// <summary>Puts PNG files together by hand, sound or not.</summary>
internal static class PngSamples
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // As every PNG file ends, checksum included.
    public static readonly byte[] End = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    /// <summary>A file of these chunks, between the signature and IEND.</summary>
    public static byte[] File(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk), .. End];

    /// <summary>A file of a header, other chunks, and the rows (filter bytes included) in one IDAT.</summary>
    public static byte[] Picture(byte[] header, byte[] rows, params byte[][] between) => File([header, .. between, Chunk("IDAT", Deflate(rows))]);

    public static byte[] Header(uint width, uint height, byte depth, byte color, byte interlace = 0)
    {
        byte[] data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9], data[12]) = (depth, color, interlace);
        return Chunk("IHDR", data);
    }

    public static byte[] Chunk(string type, params byte[] data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Checksum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    public static byte[] Deflate(params byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.SmallestSize))
        {
            zlib.Write(bytes);
        }

        return stream.ToArray();
    }

    /// <summary>Makes the checksum of every chunk right again, as far as the chunks can be followed.</summary>
    public static byte[] MendChecksums(byte[] file)
    {
        byte[] mended = [.. file];
        long at = 8;
        while (at + 12 <= mended.Length)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(mended.AsSpan((int)at));
            if (at + 12 + length > mended.Length)
            {
                break;
            }

            Span<byte> chunk = mended.AsSpan((int)at, (int)length + 12);
            BinaryPrimitives.WriteUInt32BigEndian(chunk[^4..], Checksum(chunk[4..^4]));
            at += 12 + length;
        }

        return mended;
    }

    // Bit by bit, from the definition: the library has a table.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 * (crc & 1));
            }
        }

        return ~crc;
    }
}
