using System.IO.Compression;
using System.Text;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Tests.Data.Formats;

namespace Cifra.Tests.Data;

public sealed class DigitSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DigitPart.Both, true, true)]
    [InlineData(DigitPart.Train, true, false)]
    [InlineData(DigitPart.Test, false, true)]
    public void Open_IdxFolderOfTwoPairs_LoadsTheWantedParts(DigitPart part, bool train, bool test)
    {
        WriteIdx("train", 3, packed: false);
        WriteIdx("t10k", 2, packed: true);

        DigitData data = Open(_folder.Path, new DigitSourceOptions { Part = part });

        Assert.Equal((train ? 3 : null, test ? 2 : null), (data.Train?.Count, data.Test?.Count));
        Assert.Equal(test ? "t10k" : "train", data.ForEvaluation.Name);
        Assert.Empty(data.Failures);
    }

    [Theory]
    [InlineData("usps-train-16x16", false)]
    [InlineData("hwd1000", false)]
    [InlineData("usps-test-16x16", true)]
    [InlineData("contest", false)]
    public void Open_IdxFolderOfOnePair_IsTheTestPartWhereItsNameSaysSo(string name, bool test)
    {
        WriteIdx(name, 3, packed: true);

        DigitData data = Open(_folder.Path, new DigitSourceOptions { Part = DigitPart.Test });

        Assert.Equal(test, data.Test is not null);
        Assert.Equal(3, data.ForEvaluation.Count);
    }

    [Fact]
    public void Open_Cancelled_StopsAtTheNextPicture()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        WriteIdx("train", 3, packed: false);
        var always = new DigitSourceOptions { Normalize = Normalize.Always };

        Assert.Throws<OperationCanceledException>(() => DigitSource.Open(_folder.Path, always, stop.Token));
        Assert.Throws<OperationCanceledException>(() => DigitSource.Open("drawn", new DigitSourceOptions { Part = DigitPart.Test }, stop.Token));
    }

    [Fact]
    public void Open_IdxFolderUnclear_IsRefused()
    {
        WriteIdx("a", 1, packed: false);
        File.Delete(_folder.At("a-labels-idx1-ubyte"));
        FileBytes.AssertRefused("IDX files", "a-labels-idx1-ubyte[.gz] beside a-images-idx3-ubyte", () => Open(_folder.Path));

        WriteIdx("b", 1, packed: false);
        FileBytes.AssertRefused("IDX files", "one pair to learn from, found 2: a, b", () => Open(_folder.Path));
    }

    [Fact]
    public void Open_IdxOf28_IsTakenAsItIsUnlessNormalizedAlways()
    {
        byte[] off = new byte[784];
        off[0] = off[1] = 255; // ink in a corner
        _folder.Write("x-images-idx3-ubyte", FileBytes.Idx(8, [1, 28, 28], off));
        _folder.Write("x-labels-idx1-ubyte", FileBytes.IdxLabels(1));

        Assert.Equal(off, Open(Normalize.Auto).Pixels(0).ToArray());
        Assert.Equal(off, Open(Normalize.Never).Pixels(0).ToArray());
        Assert.Equal(DigitNormalizer.Normalize(new GrayImage(28, 28, off)).Pixels.ToArray(), Open(Normalize.Always).Pixels(0).ToArray());
    }

    [Fact]
    public void Open_IdxOfAnotherSize_IsNormalizedUnlessNever()
    {
        byte[] stroke = new byte[16 * 16];
        for (int y = 0; y < 16; y++)
        {
            stroke[(y * 16) + 7] = stroke[(y * 16) + 8] = 255; // fills the frame from top to bottom
        }

        _folder.Write("x-images-idx3-ubyte", FileBytes.Idx(8, [1, 16, 16], stroke));
        _folder.Write("x-labels-idx1-ubyte", FileBytes.IdxLabels(1));

        // fitted into 20 rows in the middle of 28, by MNIST's recipe
        int[] inked = [.. Enumerable.Range(0, 28).Where(y => Open(Normalize.Auto).Pixels(0).Slice(y * 28, 28).ContainsAnyExcept((byte)0))];
        Assert.Equal(Enumerable.Range(4, 20), inked);
        FileBytes.AssertRefused("picture size", "28x28, as pictures must have that are not normalized, found 16x16", () => Open(Normalize.Never));
    }

    [Fact]
    public void Open_Csv_LabelledIsTrainAndUnlabelledIsTest()
    {
        string header = string.Join(',', Enumerable.Range(0, 784).Select(i => $"pixel{i}"));
        string row = string.Join(',', Enumerable.Range(0, 784).Select(i => $"{i % 256}"));
        byte[] expected = [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 256))];

        DigitData train = Open(_folder.Write("train.csv", Encoding.ASCII.GetBytes($"label,{header}\n5,{row}\n")));
        DigitData test = Open(_folder.Write("test.csv", Encoding.ASCII.GetBytes($"{header}\n{row}\n")));

        Assert.Equal(expected, train.Train!.Pixels(0).ToArray());
        Assert.Equal([5], train.Train.Labels.ToArray());
        Assert.Null(train.Test);
        Assert.Equal(expected, test.Test!.Pixels(0).ToArray());
        Assert.False(test.ForEvaluation.HasLabels);
    }

    [Fact]
    public void Open_NpzUnderAnyName_IsKnownByItsContent()
    {
        string header = FileBytes.NpyHeader("|u1", "(1, 28, 28)");
        byte[] file = FileBytes.Zip(
            CompressionLevel.Optimal,
            ("x_test.npy", FileBytes.Npy(header, new byte[784])), ("y_test.npy", FileBytes.Npy(FileBytes.NpyHeader("|u1", "(1,)"), 6)));

        DigitData data = Open(_folder.Write("anything.csv", file));

        Assert.Equal([6], data.Test!.Labels.ToArray());
        Assert.Null(data.Train);
    }

    [Fact]
    public void Open_Drawn_TestPart_SharesNoPictureWithTheTrainPart()
    {
        DigitData test = Open("drawn", new DigitSourceOptions { Part = DigitPart.Test });
        HashSet<string> known = [.. Pictures(DrawnDigits.Create(500, seed: 1))]; // the beginning of the train part

        Assert.Null(test.Train);
        Assert.Equal(2_000, test.Test!.Count);
        Assert.DoesNotContain(Pictures(test.Test), known.Contains);

        static IEnumerable<string> Pictures(DigitSet set) => Enumerable.Range(0, set.Count).Select(i => Convert.ToHexString(set.Pixels(i)));
    }

    [Fact]
    public void Open_Mnist_LooksWhereItIsTold()
    {
        var options = new DigitSourceOptions { Mnist = new MnistLocation { Variable = SharedData.Mnist }, Part = DigitPart.Test };

        Assert.Equal(10_000, Open("mnist", options).ForEvaluation.Count);
        Assert.Throws<FileNotFoundException>(() => Open("mnist"));
    }

    [Fact]
    public void Open_Nothing_SaysWhatASetCanBe()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => Open(_folder.At("absent")));
        Assert.Contains("mnist, drawn, a folder", e.Message, StringComparison.Ordinal);
        FileBytes.AssertRefused("content", "sub-folders 0 to 9", () => Open(_folder.Path));
        FileBytes.AssertRefused("line 1", "an empty file", () => Open(_folder.Write("empty", [])));
    }

    [Fact]
    public void Open_PictureFolder_ReadsWhatCanBeReadAndReportsTheRest()
    {
        _folder.Write("3/b.png", PngEncoder.Encode(Stroke(paper: 250, ink: 20)));
        _folder.Write("3/a.png", PngEncoder.Encode(Stroke(paper: 10, ink: 240)));
        _folder.Write("7/c.png", "not a picture"u8);
        _folder.Write("7/.hidden", "x"u8);
        _folder.Write("SOURCE.txt", "x"u8);
        _folder.Write("letters/x.png", "x"u8);

        DigitData data = Open(_folder.Path);

        Assert.Equal([3, 3], data.Train!.Labels.ToArray());
        Assert.Equal(_folder.At("3/a.png"), data.Train.Source(0));
        Assert.Equal(_folder.At("3/b.png"), data.Train.Source(1));
        LoadFailure failure = Assert.Single(data.Failures);
        Assert.Equal(_folder.At("7/c.png"), failure.Source);
        Assert.Contains("c.png", failure.Reason, StringComparison.Ordinal);
        for (int i = 0; i < 2; i++)
        {
            AssertStroke(data.Train.Pixels(i)); // bright ink on black, whichever way round it was
        }
    }

    [Fact]
    public void Open_PictureFolderWithoutNormalizing_TakesPicturesOf28Alone()
    {
        byte[] pixels = [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 256))];
        _folder.Write("3/a.png", PngEncoder.Encode(new GrayImage(28, 28, pixels)));
        _folder.Write("3/b.png", PngEncoder.Encode(new GrayImage(29, 28)));

        DigitData data = Open(_folder.Path, new DigitSourceOptions { Normalize = Normalize.Never });

        Assert.Equal(pixels, data.Train!.Pixels(0).ToArray());
        Assert.Contains("found 29x28", Assert.Single(data.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_PictureFolderWithoutPictures_IsRefused()
    {
        Directory.CreateDirectory(_folder.At("0"));

        FileBytes.AssertRefused("folders 0 to 9", "no files", () => Open(_folder.Path));
    }

    [Theory]
    [InlineData("real/photo-digits", 32)]
    [InlineData("real/usps-train", 7_291)]
    [InlineData("real/hwd-1000", 1_000)]
    [InlineData("real/optdigits-train", 1_934)]
    public void Open_RealSets_LoadWhole(string relative, int count)
    {
        DigitData data = Open(SharedData.Folder(relative));

        Assert.Empty(data.Failures);
        Assert.Equal(count, data.Train!.Count);
        Assert.All(Enumerable.Range(0, count), i => Assert.True(data.Train.Pixels(i).ContainsAnyExcept((byte)0), $"picture {i} is blank"));
    }

    private static DigitData Open(string set, DigitSourceOptions? options = null) => DigitSource.Open(set, options, TestContext.Current.CancellationToken);

    private void WriteIdx(string name, int count, bool packed)
    {
        byte[] images = FileBytes.IdxImages(count, 28, 28, i => (byte)i);
        byte[] labels = FileBytes.IdxLabels([.. Enumerable.Range(0, count).Select(i => (byte)i)]);
        string end = packed ? ".gz" : "";
        _folder.Write($"{name}-images-idx3-ubyte{end}", packed ? FileBytes.Gzip(images) : images);
        _folder.Write($"{name}-labels-idx1-ubyte{end}", packed ? FileBytes.Gzip(labels) : labels);
    }

    private DigitSet Open(Normalize normalize) => Open(_folder.Path, new DigitSourceOptions { Normalize = normalize }).Train!;

    // An upright stroke 12 wide and 80 high in 120 x 120.
    private static GrayImage Stroke(byte paper, byte ink)
    {
        var picture = new GrayImage(120, 120);
        picture.Pixels.Fill(paper);
        for (int y = 20; y < 100; y++)
        {
            picture.Row(y).Slice(54, 12).Fill(ink);
        }

        return picture;
    }

    private static void AssertStroke(ReadOnlySpan<byte> pixels)
    {
        Assert.Equal(0, pixels[0]);
        Assert.InRange(pixels[(14 * 28) + 14], 200, 255);
        Assert.InRange(pixels[(6 * 28) + 14], 200, 255);
        Assert.Equal(0, pixels[(14 * 28) + 20]);
        Assert.Equal(0, pixels[(2 * 28) + 14]);
    }
}
