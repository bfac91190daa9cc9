using System.Buffers.Binary;

namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>Finds the orientation in the Exif data of a picture (Exif 2.3, tag 0x0112).</summary>
/// <remarks>Exif is metadata: damaged entries are ignored rather than refused, and every offset is checked.</remarks>
internal static class ExifOrientation
{
    /// <summary>Rows and columns are upright as stored.</summary>
    public const int Upright = 1;

    private const int OrientationTag = 0x0112;
    private const int ShortType = 3;
    private const int EntrySize = 12;

    /// <summary>The orientation, 1 to 8, from an APP1 payload; null if it is not Exif or has no orientation.</summary>
    public static int? Find(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith("Exif\0"u8) || payload.Length < 14)
        {
            return null;
        }

        ReadOnlySpan<byte> tiff = payload[6..]; // all offsets count from here
        bool isLittle = tiff.StartsWith("II"u8);
        if ((!isLittle && !tiff.StartsWith("MM"u8)) || ReadUInt16(tiff[2..], isLittle) != 42)
        {
            return null;
        }

        uint directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        ReadOnlySpan<byte> entries = tiff[((int)directory + 2)..];
        int count = ReadUInt16(tiff[(int)directory..], isLittle);
        for (; count > 0 && entries.Length >= EntrySize; count--, entries = entries[EntrySize..])
        {
            if (ReadUInt16(entries, isLittle) == OrientationTag && ReadUInt16(entries[2..], isLittle) == ShortType)
            {
                int value = ReadUInt16(entries[8..], isLittle); // one short lies in the entry itself, at the front
                return value is >= 1 and <= 8 ? value : null;
            }
        }

        return null;
    }

    private static int ReadUInt16(ReadOnlySpan<byte> from, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
}
