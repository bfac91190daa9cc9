using System.Buffers.Binary;
using System.Numerics;

namespace Cifra.Imaging.Formats.Bmp;

/// <summary>Where one channel lies in a BMP pixel of 16 or 32 bits.</summary>
/// <param name="Shift">Bits to the right of it.</param>
/// <param name="Most">Its largest value; 0 if the pixel has no such channel.</param>
internal readonly record struct BmpBitField(int Shift, uint Most)
{
    /// <summary>The channel in a pixel, stretched over 0..255; <paramref name="absent"/> if there is no such channel.</summary>
    public byte Level(uint pixel, byte absent) =>
        Most == 0 ? absent : (byte)((((ulong)((pixel >> Shift) & Most) * 255) + (Most / 2)) / Most);

    /// <summary>Red, green, blue and alpha of a picture.</summary>
    public static BmpBitField[] Read(ReadOnlySpan<byte> bytes, BmpHeader header, string name)
    {
        if (header.Compression == BmpCompression.None)
        {
            return header.BitsPerPixel == 16
                ? [new(10, 31), new(5, 31), new(0, 31), default]
                : [new(16, 255), new(8, 255), new(0, 255), default];
        }

        // A header of 40 bytes has the masks behind it, longer ones within, at the same place.
        const int Start = BmpHeader.FileHeaderLength + 40;
        int count = header.Length >= 56 || header.Compression == BmpCompression.AlphaBitFields ? 4 : 3;
        if (header.PixelOffset < Start + (4 * count))
        {
            throw InvalidData.At(name, 10, $"pixels behind the masks, at byte {Start + (4 * count)} or later", $"offset {header.PixelOffset}");
        }

        var fields = new BmpBitField[4];
        uint taken = 0;
        for (int i = 0; i < count; i++)
        {
            uint mask = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Start + (4 * i))..]);
            int shift = mask == 0 ? 0 : BitOperations.TrailingZeroCount(mask);
            uint most = mask >> shift;
            bool together = (most & (most + 1)) == 0;
            bool inPixel = header.BitsPerPixel == 32 || mask <= ushort.MaxValue;
            if (!together || !inPixel || (mask & taken) != 0)
            {
                throw InvalidData.At(name, Start + (4 * i), $"a mask of neighbouring bits of its own among {header.BitsPerPixel}", $"{mask:X8}");
            }

            taken |= mask;
            fields[i] = new BmpBitField(shift, most);
        }

        return fields;
    }
}
