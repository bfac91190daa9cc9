namespace Cifra.Imaging.Formats.Bmp;

/// <summary>The colours of a BMP picture of 8 bits a pixel or fewer.</summary>
internal static class BmpPalette
{
    /// <summary>[entries x 4] RGBA. As many entries as are stated, possible, and present before the pixels.</summary>
    public static byte[] Read(ReadOnlySpan<byte> bytes, BmpHeader header, string name)
    {
        int start = BmpHeader.FileHeaderLength + header.Length;
        int entryBytes = header.IsCore ? 3 : 4;
        int possible = 1 << header.BitsPerPixel;
        int present = (header.PixelOffset - start) / entryBytes;
        int stated = header.StatedColors == 0 ? possible : (int)Math.Min(header.StatedColors, (uint)possible);
        int count = Math.Min(stated, present);
        if (count == 0)
        {
            throw InvalidData.At(name, start, $"a palette of {stated} entries", $"{header.PixelOffset - start} bytes before the pixels");
        }

        byte[] palette = new byte[4 * count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = bytes.Slice(start + (i * entryBytes), 3); // blue, green, red
            (palette[4 * i], palette[(4 * i) + 1], palette[(4 * i) + 2], palette[(4 * i) + 3]) = (entry[2], entry[1], entry[0], 255);
        }

        return palette;
    }
}
