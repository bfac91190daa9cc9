using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Png;

/// <summary>Files that break a rule of PNG, one rule each.</summary>
public sealed class PngRefusalTests
{
    private static readonly byte[] Gray = PngSamples.Header(2, 1, 8, 0);
    private static readonly byte[] Indexed = PngSamples.Header(2, 1, 8, 3);
    private static readonly byte[] Colors = PngSamples.Chunk("PLTE", 1, 2, 3, 4, 5, 6);
    private static readonly byte[] Data = PngSamples.Chunk("IDAT", PngSamples.Deflate(0, 0, 1));
    private static readonly byte[] BadSum = WithBadSum(Data);

    /// <summary>Name of the fault, the file, and what its message must say.</summary>
    public static TheoryData<string, byte[], string> Faults => new()
    {
        { "line ends changed", [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A, 0], "a.png: byte 0: expected the PNG signature 89504E470D0A1A0A" },
        { "signature only", PngSamples.Signature, "byte 8: expected a chunk, found the end of the file after 0 bytes" },
        { "no header", [.. PngSamples.Signature, .. Data], "byte 8: expected IHDR as the first chunk, found IDAT here" },
        { "second header", PngSamples.File(Gray, Gray, Data), "byte 33: expected a critical chunk that PNG defines, found IHDR here" },
        { "no end", PngSamples.File(Gray, Data)[..^12], "expected a chunk, found the end of the file after 0 bytes" },
        { "cut in a chunk", PngSamples.File(Gray, Data)[..40], "byte 33: expected a chunk, found the end of the file after 7 bytes" },
        { "length beyond the file", [.. PngSamples.Signature, 0xFF, 0xFF, 0xFF, 0xFF, .. Gray[4..]], "found a length of 4294967295" },
        { "type of no letters", PngSamples.File(Gray, PngSamples.Chunk("ID4T"), Data), "byte 37: expected the four letters of a chunk, found 49443454" },
        { "unknown critical chunk", PngSamples.File(Gray, PngSamples.Chunk("CgBI"), Data), "found CgBI here" },
        { "checksum of IHDR", PngSamples.File(WithBadSum(Gray), Data), "byte 29: expected checksum" },
        { "checksum of IDAT", PngSamples.File(Gray, BadSum), "of the IDAT chunk" },
        { "checksum of PLTE", PngSamples.File(Indexed, WithBadSum(Colors), Data), "of the PLTE chunk" },
        { "header too long", PngSamples.File(PngSamples.Chunk("IHDR", [.. Gray[8..21], 0]), Data), "expected 13 bytes of IHDR, found 14" },
        { "width 0", PngSamples.File(PngSamples.Header(0, 1, 8, 0), Data), "byte 16: expected a width and a height of at least 1 pixel, found 0x1" },
        { "depth 3", PngSamples.File(PngSamples.Header(2, 1, 3, 0), Data), "byte 24: expected a bit depth and a colour type that go together, found depth 3, type 0" },
        { "palette of 16 bits", PngSamples.File(PngSamples.Header(2, 1, 16, 3), Colors, Data), "found depth 16, type 3" },
        { "colour type 1", PngSamples.File(PngSamples.Header(2, 1, 8, 1), Data), "found depth 8, type 1" },
        { "interlace method 2", PngSamples.File(PngSamples.Header(2, 1, 8, 0, interlace: 2), Data), "byte 28: expected interlace method 0 or 1, found 2" },
        { "no palette", PngSamples.File(Indexed, Data), "byte 33: expected PLTE before IDAT" },
        { "palette in grey", PngSamples.File(Gray, Colors, Data), "expected no palette in a grey picture" },
        { "two palettes", PngSamples.File(Indexed, Colors, Colors, Data), "expected one PLTE chunk" },
        { "palette too late", PngSamples.File(PngSamples.Header(2, 1, 8, 2), Data, Colors), "expected PLTE before tRNS and IDAT" },
        { "palette of 4 bytes", PngSamples.File(Indexed, PngSamples.Chunk("PLTE", 1, 2, 3, 4), Data), "found 4 bytes" },
        { "palette of 257 entries", PngSamples.File(Indexed, PngSamples.Chunk("PLTE", new byte[771]), Data), "found 771 bytes" },
        { "palette index too high", PngSamples.Picture(Indexed, [0, 1, 2], Colors), "row 0, column 1: expected one of the 2 palette entries, found entry 2" },
        { "clear colour too short", PngSamples.File(Gray, PngSamples.Chunk("tRNS", 1), Data), "expected 2 bytes of tRNS, found 1" },
        { "clear colour too late", PngSamples.File(Gray, Data, PngSamples.Chunk("tRNS", 0, 1)), "expected tRNS before IDAT" },
        { "clear colour beside alpha", PngSamples.File(PngSamples.Header(1, 1, 8, 4), PngSamples.Chunk("tRNS", 0, 1), Data), "expected no tRNS beside an alpha channel" },
        { "more alphas than colours", PngSamples.File(Indexed, Colors, PngSamples.Chunk("tRNS", 1, 2, 3), Data), "expected at most 2 bytes of tRNS" },
        { "image data interrupted", PngSamples.File(Gray, Data, PngSamples.Chunk("teXt"), Data), "expected all IDAT chunks in one sequence" },
        { "no image data", PngSamples.File(Gray), "byte 33: expected IDAT chunks with 3 bytes of image data, found 0 compressed bytes" },
        { "image data too short", PngSamples.Picture(Gray, [0, 1]), "image data, row 1 in file order: expected 3 bytes, found the end of the image data after 2" },
        { "filter 5", PngSamples.Picture(Gray, [5, 1, 1]), "image data, row 1 in file order: expected filter 0 to 4, found 5" },
        { "not zlib", PngSamples.File(Gray, PngSamples.Chunk("IDAT", 1, 2, 3, 4)), "image data: expected a zlib header, found 0102" },
        { "preset dictionary", PngSamples.File(Gray, PngSamples.Chunk("IDAT", 0x78, 0xBB, 0, 0, 0, 1)), "expected a zlib header, found 78BB" },
        { "damaged zlib", PngSamples.File(Gray, PngSamples.Chunk("IDAT", 0x78, 0x9C, 0xFF, 0xFF)), "expected a sound zlib stream" },
        { "zlib's own sum", PngSamples.File(Gray, PngSamples.Chunk("IDAT", [.. Data[8..^5], (byte)(Data[^5] ^ 1)])), "expected a sound zlib stream" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Decode_BrokenRule_IsRefusedWithPlaceExpectedAndFound(string fault, byte[] file, string message)
    {
        Assert.NotEmpty(fault);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(file, "a.png"));

        Assert.StartsWith("a.png: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static byte[] WithBadSum(byte[] chunk) => [.. chunk[..^1], (byte)(chunk[^1] ^ 1)];
}
