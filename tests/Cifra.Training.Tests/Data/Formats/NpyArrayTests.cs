using Cifra.Data;
using Cifra.Data.Formats;
using static Cifra.Tests.Data.Formats.FileBytes;

namespace Cifra.Tests.Data.Formats;

public sealed class NpyArrayTests
{
    [Theory]
    [InlineData("|u1", "0309")]
    [InlineData("<u1", "0309")]
    [InlineData("|i1", "0309")]
    [InlineData("<u2", "03000900")]
    [InlineData(">u2", "00030009")]
    [InlineData("<i4", "0300000009000000")]
    [InlineData(">i4", "0000000300000009")]
    [InlineData("<i8", "03000000000000000900000000000000")]
    [InlineData(">u8", "00000000000000030000000000000009")]
    public void ReadLabels_EveryIntegerType_GivesTheValues(string type, string hex) =>
        Assert.Equal([3, 9], Labels(Npy(NpyHeader(type, "(2,)"), Convert.FromHexString(hex))));

    [Theory]
    [InlineData("|b1", "00")]
    [InlineData("<f4", "00000000")]
    [InlineData("<f8", "0000000000000000")]
    [InlineData("|S1", "00")]
    [InlineData("|O", "00")]
    [InlineData("|i2", "0000")]
    [InlineData("<i3", "000000")]
    [InlineData("u1", "00")]
    [InlineData("", "")]
    public void ReadLabels_OtherType_IsRefusedByName(string type, string hex) =>
        AssertRefused("descr", $"'{type}'", () => Labels(Npy(NpyHeader(type, "(1,)"), Convert.FromHexString(hex))));

    [Theory]
    [InlineData("|u1", "0A")]
    [InlineData("|i1", "FF")]
    [InlineData("<i2", "0001")]
    [InlineData(">i2", "0100")]
    [InlineData("<i8", "01000000000000FF")]
    public void ReadLabels_ValueAboveNine_IsRefused(string type, string hex)
    {
        byte[] file = Npy(NpyHeader(type, "(1,)"), Convert.FromHexString(hex));
        AssertRefused($"byte {file.Length - (hex.Length / 2)}", $"0 to 9, found {type} 0x{hex}", () => Labels(file));
    }

    [Fact]
    public void ReadPictures_WideTypeOverManyChunks_GivesEveryPixel()
    {
        // 20,000 pixels as two bytes each: more than are read at once
        byte[] content = [.. Enumerable.Range(0, 20_000).SelectMany(i => new[] { (byte)(i % 251), (byte)0 })];

        PictureStack stack = Pictures(Npy(NpyHeader("<u2", "(2, 100, 100)"), content));

        Assert.Equal((2, 100, 100), (stack.Count, stack.Width, stack.Height));
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (byte)(i % 251)), stack.Pixels);
    }

    [Fact]
    public void ReadPictures_ShapeOrder_IsCountHeightWidth()
    {
        PictureStack stack = Pictures(Npy(NpyHeader("|u1", "(1, 2, 3)"), 1, 2, 3, 4, 5, 6));

        Assert.Equal((1, 3, 2), (stack.Count, stack.Width, stack.Height));
    }

    [Theory]
    [InlineData("{'shape': (1,), 'descr': '|u1', 'fortran_order': False}")]
    [InlineData("{\"descr\":\"|u1\",\"fortran_order\":False,\"shape\":(1,)}")]
    [InlineData("  { 'descr' : '|u1' , 'fortran_order' : False , 'shape' : ( 1 , ) , }      \n")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1)}")]
    public void Header_OtherSpelling_IsTaken(string header) => Assert.Equal([5], Labels(Npy(header, 5)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False}")]
    [InlineData("{'descr': '|u1', 'shape': (1,)}")]
    [InlineData("{'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'more': '1'}")]
    [InlineData("{'descr': '|u1', 'fortran_order': True, 'shape': (1,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': false, 'shape': (1,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1.0,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': [1]}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999999999999,)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1)}")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} x")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}}")]
    [InlineData("{'descr': '|u1, 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '\\u0031', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': [('a', '|u1')], 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{descr: '|u1', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("__import__('os').getcwd()")]
    public void Header_Malformed_IsRefused(string header) => AssertRefused("byte", "found", () => Labels(Npy(header, 5)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Header_LaterVersions_HaveFourBytesOfLength(byte version)
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(NpyHeader("|u1", "(1,)"));
        byte[] file = [0x93, .. "NUMPY"u8, version, 0, (byte)text.Length, 0, 0, 0, .. text, 4];

        Assert.Equal([4], Labels(file));
    }

    [Theory]
    [InlineData("934E554D505A0100", "byte 0")]
    [InlineData("924E554D50590100", "byte 0")]
    [InlineData("934E554D50590000", "byte 6")]
    [InlineData("934E554D50590400", "byte 6")]
    [InlineData("934E554D50590101", "byte 6")]
    [InlineData("934E554D505901", "byte 0")]
    [InlineData("934E554D5059010001", "byte 8")]
    [InlineData("934E554D50590100FFFF", "byte 8")]
    [InlineData("934E554D50590200FFFFFFFF", "byte 8")]
    [InlineData("934E554D505901001000", "byte 10")]
    public void Header_WrongStart_SaysWhere(string hex, string place) => AssertRefused(place, "found", () => Labels(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("(2,)", "byte")]
    [InlineData("(0,)", "byte")]
    [InlineData("(1, 1)", "shape")]
    [InlineData("()", "shape")]
    [InlineData("(1000001,)", "shape")]
    public void ReadLabels_ShapeUnlikeContent_IsRefused(string shape, string place) =>
        AssertRefused(place, "found", () => Labels(Npy(NpyHeader("|u1", shape), 1)));

    [Theory]
    [InlineData("(1, 1, 0)")]
    [InlineData("(1, 0, 1)")]
    [InlineData("(1, 1, 1025)")]
    [InlineData("(1, 1025, 1)")]
    [InlineData("(1000001, 1, 1)")]
    [InlineData("(1, 1)")]
    [InlineData("(1, 1, 1, 1)")]
    public void ReadPictures_ShapeOutOfRange_IsRefused(string shape) =>
        AssertRefused("shape", "found", () => Pictures(Npy(NpyHeader("|u1", shape), 1)));

    [Fact]
    public void ReadPictures_HugeShape_IsRefusedBeforeMemoryIsTaken()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("byte", "1048576000000 bytes", () => Pictures(Npy(NpyHeader("|u1", "(1000000, 1024, 1024)"), 1)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Fuzz_EndsInAResultOrARefusal()
    {
        byte[][] seeds =
        [
            Npy(NpyHeader("|u1", "(2, 1, 3)"), 1, 2, 3, 4, 5, 6),
            Npy(NpyHeader("<i4", "(1, 2, 1)"), 7, 0, 0, 0, 8, 0, 0, 0),
            Npy(NpyHeader("|u1", "(3,)"), 1, 2, 3),
            Npy(NpyHeader("<i8", "(1,)"), 1, 0, 0, 0, 0, 0, 0, 0),
        ];
        Mutation.Fuzz(seeds, 40_000, key: 3, bytes =>
        {
            if (bytes.Length % 2 == 0)
            {
                Assert.InRange(Pictures(bytes).Pixels.Length, 0, bytes.Length);
            }
            else
            {
                Assert.InRange(Labels(bytes).Length, 0, bytes.Length);
            }
        });
    }

    private static byte[] Labels(byte[] bytes)
    {
        using ContentReader reader = Reader(bytes);
        return NpyArray.ReadLabels(reader, DataLimits.Default);
    }

    private static PictureStack Pictures(byte[] bytes)
    {
        using ContentReader reader = Reader(bytes);
        return NpyArray.ReadPictures(reader, DataLimits.Default);
    }
}
