using System.Text;
using Cifra.Data;
using Cifra.Data.Formats;
using static Cifra.Tests.Data.Formats.FileBytes;

namespace Cifra.Tests.Data.Formats;

public sealed class KaggleCsvTests
{
    private const string Labelled = "label,pixel0,pixel1,pixel2,pixel3\n7,0,1,22,255\n0,9,8,7,6\n";

    [Fact]
    public void Read_WithLabels_GivesBoth()
    {
        PictureStack stack = Read(Labelled);

        Assert.Equal((2, 2, 2), (stack.Count, stack.Width, stack.Height));
        Assert.Equal([7, 0], stack.Labels);
        Assert.Equal([0, 1, 22, 255, 9, 8, 7, 6], stack.Pixels);
    }

    [Fact]
    public void Read_WithoutLabels_GivesPicturesAlone()
    {
        PictureStack stack = Read("pixel0,pixel1,pixel2,pixel3\n0,1,22,255\n");

        Assert.Null(stack.Labels);
        Assert.Equal([0, 1, 22, 255], stack.Pixels);
    }

    [Theory]
    [InlineData("label,pixel0,pixel1,pixel2,pixel3\r\n7,0,1,22,255\r\n0,9,8,7,6\r\n")]
    [InlineData("\uFEFFlabel,pixel0,pixel1,pixel2,pixel3\n7,0,1,22,255\n0,9,8,7,6")]
    [InlineData("\"label\",\"pixel0\",\"pixel1\",\"pixel2\",\"pixel3\"\n7,0,1,22,255\n0,9,8,7,6\n")]
    [InlineData("label,pixel0,pixel1,pixel2,pixel3\n7,000,01,022,255\n0,9,8,7,6\r\n")]
    public void Read_OtherSpelling_GivesTheSame(string text)
    {
        PictureStack expected = Read(Labelled);
        PictureStack actual = Read(text);

        Assert.Equal(expected.Pixels, actual.Pixels);
        Assert.Equal(expected.Labels, actual.Labels);
    }

    [Fact]
    public void Read_HeaderOnly_GivesAnEmptySet() => Assert.Equal(0, Read("label,pixel0\n").Count);

    [Theory]
    [InlineData("", "line 1", "an empty file")]
    [InlineData("\n", "line 1, column 1", "label or pixel0")]
    [InlineData("7,0,0\n", "line 1, column 1", "\"7\"")]
    [InlineData("label\n", "line 1", "a square number of pixels")]
    [InlineData("label,pixel0,pixel1\n", "line 1", "found 2")]
    [InlineData("label,pixel0,pixel2\n", "line 1, column 3", "expected pixel1, found \"pixel2\"")]
    [InlineData("label,pixel00\n", "line 1, column 2", "pixel00")]
    [InlineData("pixel0,label\n", "line 1, column 2", "label")]
    [InlineData("label, pixel0\n", "line 1, column 2", "\" pixel0\"")]
    [InlineData("\"label,pixel0\n", "line 1, column 1", "\"\"label\"")]
    [InlineData("label,pixel0\n1,2\n10,2\n", "line 3, column 1", "0 to 9, found \"10\"")]
    [InlineData("label,pixel0\n1,256\n", "line 2, column 2", "0 to 255, found \"256\"")]
    [InlineData("label,pixel0\n1,-1\n", "line 2, column 2", "\"-1\"")]
    [InlineData("label,pixel0\n1,1.0\n", "line 2, column 2", "\"1.0\"")]
    [InlineData("label,pixel0\n1, 1\n", "line 2, column 2", "\" 1\"")]
    [InlineData("label,pixel0\n1,0001\n", "line 2, column 2", "\"0001\"")]
    [InlineData("label,pixel0\n1,\"1\"\n", "line 2, column 2", "found")]
    [InlineData("label,pixel0\n1,99999999999999999999\n", "line 2, column 2", "found")]
    [InlineData("label,pixel0\n1,2,3\n", "line 2", "2 columns as in the header, found more")]
    [InlineData("label,pixel0\n1,2,\n", "line 2", "found more")]
    [InlineData("label,pixel0\n1\n", "line 2", "1 pixels, found 0 bytes")]
    [InlineData("label,pixel0,pixel1,pixel2,pixel3\n1,200,100\n", "line 2, column 4", "the end of the line")]
    [InlineData("label,pixel0\n1,2\n\n3,4\n", "line 3, column 1", "\"\"")]
    [InlineData("label,pixel0\n1,2\n\n", "line 3, column 1", "\"\"")]
    [InlineData("label,pixel0\n1,2\r\r\n", "line 2, column 2", "\"2?\"")]
    public void Read_Malformed_NamesLineAndColumn(string text, string place, string words) => AssertRefused(place, words, () => Read(text));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 2)]
    [InlineData(9, 3)]
    [InlineData(256, 16)]
    [InlineData(784, 28)]
    public void Read_SquareNumberOfPixels_GivesTheSide(int pixels, int side)
    {
        PictureStack stack = Read(Header(pixels) + string.Join(',', Enumerable.Range(0, pixels).Select(i => i % 256)) + "\n");

        Assert.Equal((1, side, side), (stack.Count, stack.Width, stack.Height));
        Assert.Equal(Enumerable.Range(0, pixels).Select(i => (byte)i), stack.Pixels);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(783)]
    [InlineData(785)]
    public void Read_NoSquareNumberOfPixels_SaysHowMany(int pixels) =>
        AssertRefused("line 1", $"a square number of pixels such as 784, found {pixels}", () => Read(Header(pixels)));

    [Fact]
    public void Read_LimitsReached_AreNotExceeded()
    {
        var limits = new DataLimits { MaxPictures = 2, MaxSide = 2 };

        Assert.Equal((2, 2), (Read(Labelled, limits).Count, Read(Labelled, limits).Width));
        AssertRefused("line 1", "at most 2x2, found 3x3", () => Read(Header(9), limits));
    }

    // More rows than memory is taken for at first, twice over.
    [Fact]
    public void Read_ManyRows_KeepsEachInItsPlace()
    {
        PictureStack stack = Read("label,pixel0\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"{i % 10},{i % 251}\n")));

        Assert.Equal(Enumerable.Range(0, 600).Select(i => (byte)(i % 10)), stack.Labels);
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (byte)(i % 251)), stack.Pixels);
    }

    [Theory]
    [InlineData("abc", "\"abc\"")]
    [InlineData("a\tb\u007f", "\"a?b?\"")]
    [InlineData("123456789012345678901234", "\"123456789012345678901234\"")]
    [InlineData("1234567890123456789012345", "\"123456789012345678901234…\"")]
    public void Quote_Field_IsPrintableAndShort(string field, string expected) => Assert.Equal(expected, KaggleCsv.Quote(Encoding.Latin1.GetBytes(field)));

    [Fact]
    public void Read_LongLines_AreTakenWhole()
    {
        var text = new StringBuilder("label");
        for (int i = 0; i < 100 * 100; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $",pixel{i}");
        }

        text.Append('\n').Append('5').Insert(text.Length, ",255", 100 * 100).Append('\n');

        PictureStack stack = Read(text.ToString());

        Assert.Equal((1, 100), (stack.Count, stack.Width));
        Assert.Equal(-1, stack.Pixels.AsSpan().IndexOfAnyExcept((byte)255));
    }

    [Fact]
    public void Read_LineWithoutEnd_IsRefusedAtTheLimit()
    {
        byte[] file = new byte[TextLineReader.MaxLineBytes + 1];
        file.AsSpan().Fill((byte)'a');

        AssertRefused("line 1", "a line of at most", () => Read(file));
    }

    [Fact]
    public void Read_Limits_AreObeyed()
    {
        AssertRefused("line 3", "at most 1 pictures", () => Read(Labelled, new DataLimits { MaxPictures = 1 }));
        AssertRefused("line 1", "at most 1x1", () => Read(Labelled, new DataLimits { MaxSide = 1 }));
    }

    [Fact]
    public void Read_Gzip_IsTaken() => Assert.Equal(2, Read(Gzip(Encoding.UTF8.GetBytes(Labelled))).Count);

    [Fact]
    public void Fuzz_EndsInAResultOrARefusal()
    {
        string many = "pixel0\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i % 256}\n"));
        byte[][] seeds = [.. new[] { Labelled, Labelled.Replace("\n", "\r\n", StringComparison.Ordinal), "\uFEFF\"pixel0\"\n5\n6\n", many }
            .Select(Encoding.UTF8.GetBytes)];
        Mutation.Fuzz([.. seeds, Gzip(seeds[0])], 30_000, key: 2, bytes => Assert.InRange(Read(bytes).Pixels.Length, 0, bytes.Length));
    }

    private static string Header(int pixels) => string.Join(',', Enumerable.Range(0, pixels).Select(i => $"pixel{i}")) + "\n";

    private static PictureStack Read(string text, DataLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    private static PictureStack Read(byte[] bytes, DataLimits? limits = null)
    {
        using ContentReader reader = Reader(bytes, limits);
        return KaggleCsv.Read(reader, limits ?? DataLimits.Default);
    }
}
