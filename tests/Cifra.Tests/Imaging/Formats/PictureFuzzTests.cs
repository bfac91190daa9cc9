using System.Text;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Tests.Imaging.Formats.Bmp;
using Cifra.Tests.Imaging.Formats.Png;

namespace Cifra.Tests.Imaging.Formats;

/// <summary>Damaged files of every kind end in a picture or in <see cref="InvalidDataException"/>.</summary>
public sealed class PictureFuzzTests
{
    private const int Inputs = 24_000;

    // Small, so that a damaged size costs little; the sizes themselves are tested elsewhere.
    private static readonly PictureLimits Limits = new() { MaxPixels = 100_000 };

    [Fact]
    public void Decode_DamagedPng_EndsInAPictureOrARefusal() => Mutation.Fuzz(PngSeeds(), Inputs, key: 101, Decode);

    // Checksums made right again: the damage gets past them, to the rules, the inflater and the filters.
    [Fact]
    public void Decode_DamagedPngWithSoundChecksums_EndsInAPictureOrARefusal() =>
        Mutation.Fuzz(PngSeeds(), Inputs, key: 102, bytes => Decode(PngSamples.MendChecksums(bytes)));

    [Fact]
    public void Decode_DamagedBmp_EndsInAPictureOrARefusal() => Mutation.Fuzz(BmpSeeds(), Inputs, key: 103, Decode);

    [Fact]
    public void Decode_DamagedPnm_EndsInAPictureOrARefusal() => Mutation.Fuzz(PnmSeeds(), Inputs, key: 104, Decode);

    private static void Decode(byte[] bytes)
    {
        ColorImage image = PictureFile.Decode(bytes, "a", Limits);
        Assert.Equal(4 * image.Width * image.Height, image.Pixels.Length);
    }

    private static List<byte[]> PngSeeds()
    {
        byte[] palette = PngSamples.Chunk("PLTE", [.. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        byte[] clear = PngSamples.Chunk("tRNS", 1, 2, 3);
        List<byte[]> seeds = [];
        foreach ((byte color, byte depth, int bits) in new (byte, byte, int)[] { (0, 1, 1), (0, 16, 16), (2, 8, 24), (3, 2, 2), (4, 8, 16), (6, 16, 64) })
        {
            // 5x4 pixels, a filter of each kind
            int rowBytes = ((5 * bits) + 7) / 8;
            byte[] rows = [.. Enumerable.Range(1, 4).SelectMany(filter => Enumerable.Range(0, rowBytes).Select(i => (byte)(7 * i)).Prepend((byte)filter))];
            seeds.Add(PngSamples.Picture(PngSamples.Header(5, 4, depth, color), rows, color == 3 ? [palette, clear] : []));
        }

        byte[] interlaced = [0, 1, 0, 2, 0, 4, 1, 5, 5, 5, 2, 6, 6, 3, 6, 6, 4, 7, 7, 7, 7, 7, 4, 7, 7, 7, 7, 7];
        seeds.Add(PngSamples.Picture(PngSamples.Header(5, 4, 8, 0, interlace: 1), interlaced));
        Assert.All(seeds, Decode);
        return seeds;
    }

    private static List<byte[]> BmpSeeds()
    {
        byte[] colors = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];
        List<byte[]> seeds =
        [
            BmpSamples.File(5, 3, 1, new byte[12], colors[..8]),
            BmpSamples.File(5, 3, 4, new byte[12], colors),
            BmpSamples.File(5, -3, 8, new byte[24], colors),
            BmpSamples.File(3, 3, 24, new byte[36]),
            BmpSamples.File(3, 3, 32, new byte[36], BmpSamples.Numbers(0xFF0000, 0xFF00, 0xFF), compression: 3),
            BmpSamples.File(3, 3, 16, new byte[24], BmpSamples.Numbers(0xF800, 0x7E0, 0x1F, 0), compression: 6),
            BmpSamples.File(6, 3, 8, [3, 1, 0, 3, 2, 3, 4, 0, 0, 0, 0, 2, 1, 1, 5, 5, 0, 1], colors, compression: 1),
            BmpSamples.File(6, 3, 4, [3, 1, 0, 3, 2, 3, 0, 0, 0, 2, 1, 1, 5, 5, 0, 1], colors, compression: 2),
            BmpSamples.Core(5, 2, 4, colors[..48], new byte[8]),
        ];
        Assert.All(seeds, Decode);
        return seeds;
    }

    private static List<byte[]> PnmSeeds()
    {
        List<byte[]> seeds =
        [
            .. new[]
            {
                "P1\n# c\n3 2\n010 1 0 1\n", "P2 3 1 15\n0 7 15\n", "P3 2 1 255\n1 2 3 # c\n4 5 6\n",
                "P4 9 2\nabcd", "P5 3 2 255\nabcdef", "P5 2 2 65535\nabcdefgh", "P6 2 2 200\nabcdefABCDEF",
            }.Select(Encoding.ASCII.GetBytes),
        ];
        Assert.All(seeds, Decode);
        return seeds;
    }
}
