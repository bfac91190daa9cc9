using System.Buffers.Binary;

namespace Cifra.Imaging.Formats.Bmp;

/// <summary>Decodes BMP of Windows and OS/2: 1 to 32 bits a pixel, bit fields, RLE4 and RLE8, either row order.</summary>
/// <remarks>
/// Alpha counts only where the header has a mask for it; the fourth byte of plain 32-bit pixels is padding. Embedded JPEG or PNG,
/// and OS/2's RLE24 and Huffman, are refused by name.
/// </remarks>
internal static class BmpDecoder
{
    public static bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.StartsWith("BM"u8);

    public static ColorImage Decode(ReadOnlySpan<byte> bytes, string name, PictureLimits limits, CancellationCheck? check = null)
    {
        BmpHeader header = BmpHeader.Read(bytes, name, limits);
        byte[] palette = header.BitsPerPixel <= 8 ? BmpPalette.Read(bytes, header, name) : [];
        if (header.Compression is BmpCompression.RunLength8 or BmpCompression.RunLength4)
        {
            byte[] indices = BmpRunLength.Unpack(bytes, header, name, check);
            return Assemble(header, indices, header.Width, check, (row, pixels) => WriteIndexed(row, 8, palette, pixels, name));
        }

        // The padding of the last row may be missing.
        long needed = ((header.Height - 1) * header.Stride) + ((((long)header.Width * header.BitsPerPixel) + 7) / 8);
        if (bytes.Length - header.PixelOffset < needed)
        {
            throw InvalidData.At(name, header.PixelOffset, $"{needed} bytes of pixels", $"{bytes.Length - header.PixelOffset}");
        }

        BmpBitField[] fields = header.BitsPerPixel is 16 or 32 ? BmpBitField.Read(bytes, header, name) : [];
        RowWriter write = header.BitsPerPixel switch
        {
            16 or 32 => (row, pixels) => WriteFields(row, header.BitsPerPixel / 8, fields, pixels),
            24 => WriteBgr,
            _ => (row, pixels) => WriteIndexed(row, header.BitsPerPixel, palette, pixels, name),
        };
        return Assemble(header, bytes[header.PixelOffset..], (int)header.Stride, check, write);
    }

    private delegate void RowWriter(ReadOnlySpan<byte> row, Span<byte> rgba);

    private static ColorImage Assemble(BmpHeader header, ReadOnlySpan<byte> stored, int stride, CancellationCheck? check, RowWriter write)
    {
        int rowBytes = 4 * header.Width;
        byte[] rgba = new byte[rowBytes * header.Height];
        for (int i = 0; i < header.Height; i++)
        {
            check?.ThrowIfCancelled();
            int y = header.TopDown ? i : header.Height - 1 - i;
            ReadOnlySpan<byte> rest = stored[(i * stride)..];
            write(rest[..Math.Min(stride, rest.Length)], rgba.AsSpan(y * rowBytes, rowBytes));
        }

        return new ColorImage(header.Width, header.Height, rgba);
    }

    private static void WriteIndexed(ReadOnlySpan<byte> row, int bits, ReadOnlySpan<byte> palette, Span<byte> rgba, string name)
    {
        int mask = (1 << bits) - 1;
        for (int x = 0; x < rgba.Length / 4; x++)
        {
            int index = (row[x * bits / 8] >> (8 - bits - (x * bits % 8))) & mask;
            if (index >= palette.Length / 4)
            {
                throw InvalidData.At(name, $"column {x} of a row", $"one of the {palette.Length / 4} palette entries", $"entry {index}");
            }

            palette.Slice(4 * index, 4).CopyTo(rgba[(4 * x)..]);
        }
    }

    private static void WriteBgr(ReadOnlySpan<byte> row, Span<byte> rgba)
    {
        for (int x = 0; x < rgba.Length / 4; x++)
        {
            ReadOnlySpan<byte> pixel = row.Slice(3 * x, 3);
            (rgba[4 * x], rgba[(4 * x) + 1], rgba[(4 * x) + 2], rgba[(4 * x) + 3]) = (pixel[2], pixel[1], pixel[0], 255);
        }
    }

    private static void WriteFields(ReadOnlySpan<byte> row, int pixelBytes, ReadOnlySpan<BmpBitField> fields, Span<byte> rgba)
    {
        for (int x = 0; x < rgba.Length / 4; x++)
        {
            ReadOnlySpan<byte> stored = row.Slice(x * pixelBytes, pixelBytes);
            uint pixel = pixelBytes == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(stored) : BinaryPrimitives.ReadUInt32LittleEndian(stored);
            for (int channel = 0; channel < 4; channel++)
            {
                rgba[(4 * x) + channel] = fields[channel].Level(pixel, absent: channel == 3 ? (byte)255 : (byte)0);
            }
        }
    }
}
