using System.Buffers.Binary;
using Cifra.Data;
using Cifra.Data.Formats;
using static Cifra.Tests.Data.Formats.FileBytes;

namespace Cifra.Tests.Data.Formats;

public sealed class IdxFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_PlainOrGzip_GivesSizesAndPixels(bool packed)
    {
        byte[] file = Idx(8, [2, 1, 3], 10, 20, 30, 40, 50, 255);

        PictureStack stack = ReadImages(packed ? Gzip(file) : file);

        Assert.Equal((2, 3, 1), (stack.Count, stack.Width, stack.Height));
        Assert.Equal([10, 20, 30, 40, 50, 255], stack.Pixels);
        Assert.Null(stack.Labels);
    }

    [Fact]
    public void ReadLabels_TenLabels_GivesThem() => Assert.Equal([3, 1, 4, 1, 5, 9, 2, 6, 5, 0], ReadLabels(IdxLabels(3, 1, 4, 1, 5, 9, 2, 6, 5, 0)));

    [Fact]
    public void Read_NoItems_GivesAnEmptySet()
    {
        Assert.Equal(0, ReadImages(Idx(8, [0, 28, 28])).Count);
        Assert.Empty(ReadLabels(IdxLabels()));
    }

    [Theory]
    [InlineData(0x09, "signed byte")]
    [InlineData(0x0B, "16-bit integer")]
    [InlineData(0x0C, "32-bit integer")]
    [InlineData(0x0D, "32-bit float")]
    [InlineData(0x0E, "64-bit float")]
    [InlineData(0x0A, "no IDX type")]
    public void Read_OtherElementType_IsRefusedByName(byte type, string name)
    {
        AssertRefused("byte 2", name, () => ReadLabels(Idx(type, [1], 1)));
        AssertRefused("byte 2", name, () => ReadImages(Idx(type, [1, 1, 1], 1)));
    }

    [Fact]
    public void Read_TheOtherKind_SaysHowManyDimensions()
    {
        AssertRefused("byte 3", "expected 1 dimensions", () => ReadLabels(Idx(8, [1, 1, 1], 1)));
        AssertRefused("byte 3", "expected 3 dimensions", () => ReadImages(IdxLabels(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("000008")]
    [InlineData("00000801")]
    [InlineData("000008010000")]
    public void ReadLabels_HeaderCutShort_SaysWhere(string hex) =>
        AssertRefused($"byte {hex.Length / 2 / 4 * 4}", "until the end", () => ReadLabels(Convert.FromHexString(hex)));

    [Fact]
    public void Read_NoIdx_ShowsTheFirstBytes() => AssertRefused("byte 0", "0x8950", () => ReadLabels([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]));

    [Theory]
    [InlineData("00010801", "0x0001")]
    [InlineData("01000801", "0x0100")]
    [InlineData("FFFF0801", "0xFFFF")]
    public void ReadLabels_EitherZeroByteMissing_IsRefused(string magic, string found) =>
        AssertRefused("byte 0", $"begins with two zero bytes, found {found}", () => ReadLabels([.. Convert.FromHexString(magic), 0, 0, 0, 1, 7]));

    [Fact]
    public void Read_HeaderOfAnotherKind_NamesTheKindWanted()
    {
        AssertRefused("byte 3", "as labels (idx1) have, found 3", () => ReadLabels(Idx(8, [1, 1, 1], 1)));
        AssertRefused("byte 3", "as pictures (idx3) have, found 1", () => ReadImages(IdxLabels(1)));
    }

    [Theory]
    [InlineData(new[] { 0x8000_0000u, 28u, 28u }, 4)]
    [InlineData(new[] { 1u, 0x8000_0000u, 28u }, 8)]
    [InlineData(new[] { 1u, 28u, 0xFFFF_FFFFu }, 12)]
    public void ReadImages_SizeWithItsHighestBitSet_IsRefusedAtItsPlace(uint[] sizes, int place) =>
        AssertRefused($"byte {place}", $"a size below 2147483648, found {sizes.Max()}", () => ReadImages(Idx(8, sizes)));

    [Fact]
    public void Read_LargestSizeThatFits_IsTooManyAndNoOverflow()
    {
        AssertRefused("byte 4", "at most 1000000 items, found 2147483647", () => ReadLabels(Idx(8, [int.MaxValue])));
        AssertRefused("byte 8", "1 to 1024 rows, found 2147483647", () => ReadImages(Idx(8, [1, int.MaxValue, 1])));
        AssertRefused("byte 12", "1 to 1024 columns, found 2147483647", () => ReadImages(Idx(8, [1, 1, int.MaxValue])));
    }

    [Fact]
    public void Limits_Reached_AreNotExceeded()
    {
        var limits = new DataLimits { MaxPictures = 3, MaxSide = 4 };

        PictureStack stack = ReadImages(IdxImages(3, 4, 4, i => (byte)i), limits);

        Assert.Equal((3, 4, 4), (stack.Count, stack.Width, stack.Height));
        using ContentReader labels = Reader(IdxLabels(1, 2, 3), limits);
        Assert.Equal([1, 2, 3], IdxFile.ReadLabels(labels, limits));
        using ContentReader more = Reader(IdxLabels(1, 2, 3, 4), limits);
        AssertRefused("byte 4", "at most 3 items, found 4", () => IdxFile.ReadLabels(more, limits));
    }

    [Fact]
    public void ReadLabels_EveryDigit_IsTakenAndTenIsNot()
    {
        Assert.Equal([0, 9], ReadLabels(IdxLabels(0, 9)));
        AssertRefused("byte 8", "a label from 0 to 9, found 255", () => ReadLabels(IdxLabels(255, 1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LoadPair_AsManyLabels_GivesBothAndClosesTheFiles(bool packed)
    {
        using var folder = new TempFolder();
        byte[] pixels = IdxImages(2, 1, 3, i => (byte)(10 * i));
        string images = folder.Write("images", packed ? Gzip(pixels) : pixels);
        string labels = folder.Write("labels", IdxLabels(4, 7));

        PictureStack stack = IdxFile.LoadPair(images, labels, DataLimits.Default);

        Assert.Equal([0, 10, 20, 30, 40, 50], stack.Pixels);
        Assert.Equal([4, 7], stack.Labels);
        using FileStream alone = new(images, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using FileStream other = new(labels, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void Read_BytesMissing_IsRefused()
    {
        AssertRefused("byte 8", "3 bytes for 3 labels, found 2", () => ReadLabels(IdxLabels(1, 2, 3)[..^1]));
        AssertRefused("byte 16", "4 bytes for 1 pictures of 2x2, found 3", () => ReadImages(Gzip(Idx(8, [1, 2, 2], 1, 2, 3))));
    }

    [Fact]
    public void Read_BytesLeftOver_IsRefused()
    {
        AssertRefused("byte 8", "3 bytes for 3 labels, found 4", () => ReadLabels([.. IdxLabels(1, 2, 3), 0]));
        AssertRefused("byte 16", "found 5", () => ReadImages(Gzip(Idx(8, [1, 2, 2], 1, 2, 3, 4, 5))));
    }

    [Fact]
    public void ReadLabels_LabelAboveNine_SaysWhichByte() => AssertRefused("byte 10", "found 10", () => ReadLabels(IdxLabels(1, 2, 10)));

    [Theory]
    [InlineData(0u, 28u, "byte 8")]
    [InlineData(1_025u, 28u, "byte 8")]
    [InlineData(28u, 0u, "byte 12")]
    [InlineData(28u, 1_025u, "byte 12")]
    [InlineData(28u, uint.MaxValue, "byte 12")]
    public void ReadImages_SideOutOfRange_IsRefused(uint rows, uint columns, string place) =>
        AssertRefused(place, "expected", () => ReadImages(Idx(8, [0, rows, columns])));

    [Theory]
    [InlineData(1_000_001u)]
    [InlineData(0x8000_0000u)]
    public void Read_TooMany_IsRefusedBeforeMemoryIsTaken(uint count)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("byte 4", "expected", () => ReadImages(Idx(8, [count, 1_024, 1_024])));
        AssertRefused("byte 4", "expected", () => ReadLabels(Idx(8, [count])));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void LoadPair_DifferentCounts_NamesBoth()
    {
        using var folder = new TempFolder();
        string images = folder.Write("images", IdxImages(2, 1, 1, _ => 1));
        string labels = folder.Write("labels", IdxLabels(1, 2, 3));

        AssertRefused("byte 4", "2 labels, one for each picture of images, found 3", () => IdxFile.LoadPair(images, labels, DataLimits.Default));
    }

    // What the platform's gzip reader lets pass.
    [Fact]
    public void Gzip_Damaged_IsRefused()
    {
        byte[] sound = Gzip(IdxLabels([.. Enumerable.Range(0, 100).Select(i => (byte)(i * 7 % 10))]));
        Assert.Equal(100, ReadLabels(sound).Length);

        Assert.Throws<InvalidDataException>(() => ReadLabels(sound[..^1]));
        Assert.Throws<InvalidDataException>(() => ReadLabels(sound[..^8]));
        Assert.Throws<InvalidDataException>(() => ReadLabels(sound[..(sound.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => ReadLabels([.. sound, 0]));
        Assert.Throws<InvalidDataException>(() => ReadLabels([.. sound, .. sound]));
        Assert.Throws<InvalidDataException>(() => ReadLabels(sound[..10]));
        for (int i = 0; i < 8; i++)
        {
            byte[] wrongTrailer = [.. sound];
            wrongTrailer[^(i + 1)] ^= 1;
            Assert.Throws<InvalidDataException>(() => ReadLabels(wrongTrailer));
        }
    }

    [Fact]
    public void Gzip_ClaimsMoreThanDeflateCanHold_IsRefusedBeforeMemoryIsTaken()
    {
        byte[] bomb = Gzip(Idx(8, [900_000, 28, 28]));
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(bomb.Length - 4), 16 + (900_000u * 784));

        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("length", "compressed ones can hold", () => ReadImages(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Limits_Lowered_AreObeyed()
    {
        byte[] file = IdxImages(3, 4, 4, _ => 0);

        AssertRefused("byte 4", "at most 2", () => ReadImages(file, new DataLimits { MaxPictures = 2 }));
        AssertRefused("byte 8", "1 to 3", () => ReadImages(file, new DataLimits { MaxSide = 3 }));
        AssertRefused("length", "at most 63", () => ReadImages(file, new DataLimits { MaxContentBytes = 63 }));
    }

    [Fact]
    public void Fuzz_EndsInAResultOrARefusal()
    {
        byte[] images = IdxImages(3, 2, 3, i => (byte)i);
        byte[] labels = IdxLabels(1, 2, 3, 9);
        Mutation.Fuzz([images, Gzip(images), labels, Gzip(labels), Gzip(new byte[5_000])], 30_000, key: 1, bytes =>
        {
            if (bytes.Length % 2 == 0)
            {
                Assert.InRange(ReadImages(bytes).Pixels.Length, 0, bytes.Length * 1_032);
            }
            else
            {
                Assert.InRange(ReadLabels(bytes).Length, 0, bytes.Length * 1_032);
            }
        });
    }

    private static PictureStack ReadImages(byte[] bytes, DataLimits? limits = null)
    {
        using ContentReader reader = Reader(bytes, limits);
        return IdxFile.ReadImages(reader, limits ?? DataLimits.Default);
    }

    private static byte[] ReadLabels(byte[] bytes)
    {
        using ContentReader reader = Reader(bytes);
        return IdxFile.ReadLabels(reader, DataLimits.Default);
    }
}
