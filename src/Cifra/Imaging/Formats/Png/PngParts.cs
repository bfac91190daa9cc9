namespace Cifra.Imaging.Formats.Png;

/// <summary>The parts of a PNG file that define its pixels, collected from its chunks; checks the order of the chunks.</summary>
internal sealed class PngParts
{
    // A match of 258 bytes takes at least two bits, so no deflate stream expands further than this.
    private const int MostInflation = 1032;

    /// <summary>The IHDR chunk.</summary>
    public required PngHeader Header { get; init; }

    /// <summary>RGB of each palette entry; empty if there is none.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The tRNS chunk: alpha of palette entries, or the one transparent colour; null if there is none.</summary>
    public byte[]? Transparency { get; private set; }

    /// <summary>The IDAT chunks, joined: a zlib stream.</summary>
    public byte[] ImageData { get; private set; } = [];

    /// <summary>Reads all chunks up to IEND. What follows is ignored.</summary>
    public static PngParts Read(ReadOnlySpan<byte> bytes, string name, PictureLimits limits)
    {
        var chunk = new PngChunkReader(bytes, name);
        chunk.Read();
        Expect(chunk.Type == "IHDR", chunk, name, "IHDR as the first chunk");
        chunk.CheckCrc();

        var parts = new PngParts { Header = PngHeader.Read(chunk.Data, chunk.DataOffset, name, limits) };
        var dataParts = new List<Range>();
        bool dataEnded = false;
        for (chunk.Read(); chunk.Type != "IEND"; chunk.Read())
        {
            dataEnded |= dataParts.Count > 0 && chunk.Type != "IDAT";
            switch (chunk.Type)
            {
                case "PLTE":
                    Expect(dataParts.Count == 0 && parts.Transparency is null, chunk, name, "PLTE before tRNS and IDAT");
                    chunk.CheckCrc();
                    parts.TakePalette(chunk, name);
                    break;
                case "tRNS":
                    Expect(dataParts.Count == 0, chunk, name, "tRNS before IDAT");
                    chunk.CheckCrc();
                    parts.TakeTransparency(chunk, name);
                    break;
                case "IDAT":
                    Expect(!dataEnded, chunk, name, "all IDAT chunks in one sequence");
                    Expect(parts.Header.Color != PngColor.Palette || parts.Palette.Length > 0, chunk, name, "PLTE before IDAT");
                    chunk.CheckCrc();
                    dataParts.Add(chunk.DataOffset..(chunk.DataOffset + chunk.Data.Length));
                    break;
                default:
                    Expect(!chunk.IsCritical, chunk, name, "a critical chunk that PNG defines");
                    break;
            }
        }

        chunk.CheckCrc();
        parts.ImageData = Join(bytes, dataParts);
        long needed = parts.Header.ImageDataLength;
        if (needed > MostInflation * (long)parts.ImageData.Length)
        {
            throw InvalidData.At(name, chunk.Offset, $"IDAT chunks with {needed} bytes of image data", $"{parts.ImageData.Length} compressed bytes");
        }

        return parts;
    }

    private static byte[] Join(ReadOnlySpan<byte> bytes, List<Range> ranges)
    {
        byte[] joined = new byte[ranges.Sum(range => range.End.Value - range.Start.Value)];
        Span<byte> rest = joined;
        foreach (Range range in ranges)
        {
            ReadOnlySpan<byte> part = bytes[range];
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }

        return joined;
    }

    private static void Expect(bool holds, PngChunkReader chunk, string name, string expected)
    {
        if (!holds)
        {
            throw InvalidData.At(name, chunk.Offset, expected, $"{chunk.Type} here");
        }
    }

    private void TakePalette(PngChunkReader chunk, string name)
    {
        Expect(Palette.Length == 0, chunk, name, "one PLTE chunk");
        Expect(Header.Color is not (PngColor.Gray or PngColor.GrayAlpha), chunk, name, "no palette in a grey picture");
        int length = chunk.Data.Length;
        if (length is 0 or > 3 * 256 || length % 3 != 0)
        {
            throw InvalidData.At(name, chunk.Offset, "1 to 256 palette entries of 3 bytes", $"{length} bytes");
        }

        Palette = chunk.Data.ToArray();
    }

    private void TakeTransparency(PngChunkReader chunk, string name)
    {
        Expect(Transparency is null, chunk, name, "one tRNS chunk");
        Expect(Header.Color is not (PngColor.GrayAlpha or PngColor.Rgba), chunk, name, "no tRNS beside an alpha channel");
        Expect(Header.Color != PngColor.Palette || Palette.Length > 0, chunk, name, "PLTE before tRNS");
        int length = chunk.Data.Length;
        (bool fits, string expected) = Header.Color switch
        {
            PngColor.Gray => (length == 2, "2 bytes of tRNS"),
            PngColor.Rgb => (length == 6, "6 bytes of tRNS"),
            _ => (length <= Palette.Length / 3, $"at most {Palette.Length / 3} bytes of tRNS, one a palette entry"),
        };
        if (!fits)
        {
            throw InvalidData.At(name, chunk.Offset, expected, $"{length}");
        }

        Transparency = chunk.Data.ToArray();
    }
}
