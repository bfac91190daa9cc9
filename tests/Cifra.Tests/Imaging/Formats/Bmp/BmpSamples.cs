using System.Buffers.Binary;

namespace Cifra.Tests.Imaging.Formats.Bmp;

/// <summary>Puts BMP files together by hand, sound or not.</summary>
internal static class BmpSamples
{
    /// <summary>A file of Windows' 40-byte header, what follows it (masks or palette), and the pixels.</summary>
    public static byte[] File(int width, int height, ushort bits, byte[] pixels, byte[]? behindHeader = null, int compression = 0, int colors = 0)
    {
        byte[] header = new byte[40];
        BinaryPrimitives.WriteInt32LittleEndian(header, header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), height);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(12), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(14), bits);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), compression);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), colors);
        return Join([.. header, .. behindHeader ?? []], pixels);
    }

    /// <summary>A file of OS/2's 12-byte header, a palette of 3 bytes an entry, and the pixels.</summary>
    public static byte[] Core(byte width, byte height, byte bits, byte[] palette, byte[] pixels) =>
        Join([12, 0, 0, 0, width, 0, height, 0, 1, 0, bits, 0, .. palette], pixels);

    /// <summary>Masks, or anything else of 32-bit numbers, as bytes.</summary>
    public static byte[] Numbers(params uint[] numbers)
    {
        byte[] bytes = new byte[4 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }

    /// <summary>A file header before the rest.</summary>
    public static byte[] Join(byte[] headerAndPalette, byte[] pixels) =>
    [
        (byte)'B', (byte)'M',
        .. Numbers((uint)(14 + headerAndPalette.Length + pixels.Length), 0, (uint)(14 + headerAndPalette.Length)),
        .. headerAndPalette,
        .. pixels,
    ];
}
