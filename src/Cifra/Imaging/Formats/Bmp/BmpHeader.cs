using System.Buffers.Binary;

namespace Cifra.Imaging.Formats.Bmp;

/// <summary>How the pixels of a BMP file are stored; the numbers are those of the file.</summary>
internal enum BmpCompression
{
    None = 0,
    RunLength8 = 1,
    RunLength4 = 2,
    BitFields = 3,
    AlphaBitFields = 6,
}

/// <summary>The file header and the picture header of a BMP file.</summary>
/// <remarks>
/// A picture header of 12 bytes is OS/2's "core" header; 40 is Windows' first, grown to 52 and 56 by masks, to 64 by OS/2, to 108
/// (version 4) and 124 (version 5) by colour spaces, which are not used here.
/// </remarks>
internal readonly record struct BmpHeader
{
    /// <summary>Bytes of the file header, behind which the picture header begins.</summary>
    public const int FileHeaderLength = 14;

    private const int CoreLength = 12;

    public int Width { get; private init; }

    public int Height { get; private init; }

    /// <summary>Whether the first stored row is the top one; as a rule it is the bottom one.</summary>
    public bool TopDown { get; private init; }

    public int BitsPerPixel { get; private init; }

    public BmpCompression Compression { get; private init; }

    /// <summary>Bytes of the picture header.</summary>
    public int Length { get; private init; }

    /// <summary>Where the pixels begin in the file.</summary>
    public int PixelOffset { get; private init; }

    /// <summary>Palette entries that the header states; 0 for as many as the depth allows.</summary>
    public uint StatedColors { get; private init; }

    public bool IsCore => Length == CoreLength;

    /// <summary>Bytes of a stored row: a multiple of four.</summary>
    public long Stride => (((long)Width * BitsPerPixel) + 31) / 32 * 4;

    public static BmpHeader Read(ReadOnlySpan<byte> bytes, string name, PictureLimits limits)
    {
        const int Start = FileHeaderLength;
        int length = bytes.Length < Start + 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes[Start..]);
        if (length is not (12 or 40 or 52 or 56 or 64 or 108 or 124))
        {
            throw InvalidData.At(name, Start, "a BMP header of 12, 40, 52, 56, 64, 108 or 124 bytes", $"{length}");
        }

        if (bytes.Length < Start + length)
        {
            throw InvalidData.At(name, Start, $"a header of {length} bytes", $"the end of the file after {bytes.Length - Start}");
        }

        BmpHeader header = length == CoreLength ? ReadCore(bytes[Start..]) : ReadInfo(bytes[Start..], length);
        PictureBounds.CheckSize(name, Start + 4, header.Width, Math.Abs((long)header.Height), limits);
        header = header with
        {
            Height = Math.Abs(header.Height),
            TopDown = header.Height < 0,
            PixelOffset = BinaryPrimitives.ReadInt32LittleEndian(bytes[10..]),
        };
        header.CheckStorage(name, bytes.Length);
        return header;
    }

    private static BmpHeader ReadCore(ReadOnlySpan<byte> header) => new()
    {
        Length = CoreLength,
        Width = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]),
        Height = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]),
        BitsPerPixel = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
    };

    private static BmpHeader ReadInfo(ReadOnlySpan<byte> header, int length) => new()
    {
        Length = length,
        Width = BinaryPrimitives.ReadInt32LittleEndian(header[4..]),
        Height = BinaryPrimitives.ReadInt32LittleEndian(header[8..]),
        BitsPerPixel = BinaryPrimitives.ReadUInt16LittleEndian(header[14..]),
        Compression = (BmpCompression)BinaryPrimitives.ReadInt32LittleEndian(header[16..]),
        StatedColors = BinaryPrimitives.ReadUInt32LittleEndian(header[32..]),
    };

    private void CheckStorage(string name, int fileLength)
    {
        if (BitsPerPixel is not (1 or 4 or 8 or 16 or 24 or 32))
        {
            throw InvalidData.At(name, FileHeaderLength + (IsCore ? 10 : 14), "1, 4, 8, 16, 24 or 32 bits a pixel", $"{BitsPerPixel}");
        }

        bool fits = Compression switch
        {
            BmpCompression.None => true,
            BmpCompression.RunLength8 => BitsPerPixel == 8 && !TopDown,
            BmpCompression.RunLength4 => BitsPerPixel == 4 && !TopDown,
            BmpCompression.BitFields or BmpCompression.AlphaBitFields => BitsPerPixel is 16 or 32 && Length != 64,
            _ => false,
        };
        if (!fits)
        {
            string rows = TopDown ? ", top row first" : "";
            throw InvalidData.At(
                name, FileHeaderLength + 16, "a supported compression", $"{NameOf(Compression)} with {BitsPerPixel} bits a pixel{rows}");
        }

        if (PixelOffset < FileHeaderLength + Length || PixelOffset > fileLength)
        {
            throw InvalidData.At(name, 10, $"pixels from byte {FileHeaderLength + Length} to {fileLength}", $"offset {(uint)PixelOffset}");
        }
    }

    private string NameOf(BmpCompression compression) => ((int)compression, Length) switch
    {
        (0, _) => "none",
        (1, _) => "RLE8",
        (2, _) => "RLE4",
        (3, 64) => "OS/2 Huffman",
        (4, 64) => "OS/2 RLE24",
        (3, _) => "bit fields",
        (4, _) => "JPEG",
        (5, _) => "PNG",
        (6, _) => "bit fields with alpha",
        _ => $"method {(uint)compression}",
    };
}
