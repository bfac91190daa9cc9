using System.Buffers.Binary;
using System.IO.Compression;
using Cifra.Data;
using Cifra.Data.Formats;
using static Cifra.Tests.Data.Formats.FileBytes;

namespace Cifra.Tests.Data.Formats;

public sealed class NpzFileTests
{
    private static readonly byte[] OnePicture = Npy(NpyHeader("|u1", "(1, 1, 2)"), 8, 9);
    private static readonly byte[] OneLabel = Npy(NpyHeader("|u1", "(1,)"), 3);

    public static TheoryData<bool> Packings => [false, true];

    [Theory]
    [MemberData(nameof(Packings))]
    public void Read_WrittenByNumpy_GivesBothParts(bool deflated)
    {
        (PictureStack? train, PictureStack? test) = Read(deflated ? NumpyGolden.Deflated : NumpyGolden.Stored);

        Assert.Equal((2, 3, 2), (train!.Count, train.Width, train.Height));
        Assert.Equal([1, 2, 3, 4, 5, 6, 250, 251, 252, 253, 254, 255], train.Pixels);
        Assert.Equal([7, 0], train.Labels);
        Assert.Equal([0, 255, 7, 9], test!.Pixels);
        Assert.Equal([9], test.Labels);
    }

    [Fact]
    public void Read_OnePartWanted_GivesItAlone()
    {
        Assert.Null(Read(NumpyGolden.Stored, DigitPart.Train).Test);
        Assert.Null(Read(NumpyGolden.Stored, DigitPart.Test).Train);
        Assert.Equal([9], Read(NumpyGolden.Stored, DigitPart.Test).Test!.Labels);
    }

    [Fact]
    public void Read_OnePartThere_GivesItWhateverIsWanted()
    {
        byte[] file = Zip(CompressionLevel.Optimal, ("x_train.npy", OnePicture), ("y_train.npy", OneLabel), ("notes.txt", [1]));

        Assert.Equal([3], Read(file, DigitPart.Test).Train!.Labels);
    }

    [Fact]
    public void Read_PartsMissing_SaysWhich()
    {
        AssertRefused("entries", "found none", () => Read(Zip(CompressionLevel.Optimal)));
        AssertRefused("entries", "found arr_0.npy", () => Read(Zip(CompressionLevel.Optimal, ("arr_0.npy", OneLabel))));
        AssertRefused("entries", "both x_train.npy and y_train.npy", () => Read(Zip(CompressionLevel.Optimal, ("x_train.npy", OnePicture))));
        AssertRefused("entries", "both x_test.npy and y_test.npy", () => Read(Zip(CompressionLevel.Optimal, ("y_test.npy", OneLabel))));
    }

    [Fact]
    public void Read_SameNameTwice_IsRefused() => AssertRefused("entries", "one x_train.npy, found 2", () => Read(
        Zip(CompressionLevel.Optimal, ("x_train.npy", OnePicture), ("y_train.npy", OneLabel), ("x_train.npy", OnePicture))));

    [Fact]
    public void Read_CountsDiffer_IsRefused() => AssertRefused("y_train.npy", "1 labels, one for each picture, found 2", () => Read(
        Zip(CompressionLevel.Optimal, ("x_train.npy", OnePicture), ("y_train.npy", Npy(NpyHeader("|u1", "(2,)"), 1, 2)))));

    [Theory]
    [MemberData(nameof(Packings))]
    public void Read_ContentDamaged_IsRefusedByItsChecksum(bool deflated)
    {
        byte[] pixels = [.. Enumerable.Range(0, 400).Select(i => (byte)(i * i * 31))];
        byte[] file = Zip(
            deflated ? CompressionLevel.Optimal : CompressionLevel.NoCompression,
            ("x_train.npy", Npy(NpyHeader("|u1", "(1, 20, 20)"), pixels)), ("y_train.npy", OneLabel));
        Assert.Equal(pixels, Read(file).Train!.Pixels);

        file[300] ^= 0x10; // in the middle of the pixels; the platform's zip reader does not check
        Assert.Throws<InvalidDataException>(() => Read(file));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(22)]
    [InlineData(500)]
    public void Read_EndCutOff_IsRefused(int bytes) => AssertRefused("byte", "end record", () => Read(NumpyGolden.Stored[..^bytes]));

    [Fact]
    public void Read_NoZip_IsRefused()
    {
        AssertRefused("byte 0", "22 bytes", () => Read([]));
        AssertRefused("byte 0", "22 bytes", () => Read("PK\u0003\u0004"u8.ToArray()));
        AssertRefused("byte 78", "end record", () => Read(new byte[100]));
    }

    [Fact]
    public void Read_ManyEntries_AreRefusedFromTheEndRecord()
    {
        byte[] file = Zip(CompressionLevel.NoCompression, [.. Enumerable.Range(0, 101).Select(i => ($"{i}", Array.Empty<byte>()))]);

        AssertRefused($"byte {file.Length - 12}", "at most 100 entries, found 101", () => Read(file));
    }

    [Fact]
    public void Read_LargeDirectory_IsRefusedFromTheEndRecord()
    {
        byte[] file = new byte[200_000];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 22), 0x06054B50);

        AssertRefused($"byte {file.Length - 6}", "at most 65536 bytes", () => Read(file));
    }

    [Fact]
    public void Read_BombOfZeros_IsRefusedBeforeItIsInflated()
    {
        // 8 MiB of zeros deflate to some 8 KB
        byte[] file = Zip(CompressionLevel.Optimal, ("x_train.npy", new byte[8 << 20]), ("y_train.npy", OneLabel));

        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("length", "at most 4194304", () => Read(file, limits: new DataLimits { MaxContentBytes = 4 << 20 }));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Fuzz_EndsInAResultOrARefusal()
    {
        byte[][] seeds =
        [
            NumpyGolden.Stored,
            NumpyGolden.Deflated,
            Zip(CompressionLevel.NoCompression, ("x_test.npy", OnePicture), ("y_test.npy", OneLabel)),
        ];
        Mutation.Fuzz(seeds, 30_000, key: 4, bytes => Read(bytes));
    }

    // Sound archives around damaged arrays, so that the damage gets past the checksums.
    [Fact]
    public void Fuzz_ArraysInsideSoundArchives_EndsInAResultOrARefusal() =>
        Mutation.Fuzz([OnePicture], 5_000, key: 5, bytes => Read(
            Zip(CompressionLevel.Fastest, ("x_test.npy", bytes), ("y_test.npy", OneLabel))));

    private static (PictureStack? Train, PictureStack? Test) Read(byte[] bytes, DigitPart part = DigitPart.Both, DataLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return NpzFile.Read(stream, "file", part, limits ?? DataLimits.Default);
    }
}
