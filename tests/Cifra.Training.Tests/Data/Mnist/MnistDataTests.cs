using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Tests.Data.Formats;

namespace Cifra.Tests.Data.Mnist;

public sealed class MnistDataTests
{
    // Class counts as published with the set; so are the first labels.
    private static readonly int[] TrainCounts = [5_923, 6_742, 5_958, 6_131, 5_842, 5_421, 5_918, 6_265, 5_851, 5_949];
    private static readonly int[] TestCounts = [980, 1_135, 1_032, 1_010, 982, 892, 958, 1_028, 974, 1_009];

    [Fact]
    public void LoadTrain_RealFiles_HasThePublishedCountsMeanAndDeviation()
    {
        DigitSet set = MnistData.LoadTrain(Real);
        var statistics = DigitStatistics.Of(set);

        Assert.Equal("mnist train", set.Name);
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], set.Labels[..10].ToArray());
        Assert.Equal(TrainCounts, statistics.ClassCounts);
        Assert.Equal(0.1307, statistics.Mean, 4); // the two constants of every MNIST tutorial
        Assert.Equal(0.3081, statistics.Deviation, 4);
    }

    [Fact]
    public void LoadTest_RealFiles_HasThePublishedCounts()
    {
        DigitSet set = MnistData.LoadTest(Real);

        Assert.Equal([7, 2, 1, 0, 4], set.Labels[..5].ToArray());
        Assert.Equal(TestCounts, DigitStatistics.Of(set).ClassCounts);
    }

    [Fact]
    public void Verify_RealFiles_AreGood() => Assert.All(MnistData.Verify(Real), check => Assert.True(check.IsGood, check.Fault));

    [Fact]
    public void Verify_OneWrongOneThereNot_SaysSoOfEach()
    {
        using var folder = new TempFolder();
        folder.Write("t10k-labels-idx1-ubyte", FileBytes.IdxLabels(new byte[10_000]));
        folder.Write("train-labels-idx1-ubyte.gz", FileBytes.Gzip(FileBytes.IdxLabels(1, 2)));

        Dictionary<string, MnistFileCheck> checks = MnistData.Verify(new MnistLocation { DataDir = folder.Path }).ToDictionary(check => check.Name);

        Assert.Contains("SHA-256 ff7bcfd4", checks["t10k-labels-idx1-ubyte"].Fault, StringComparison.Ordinal);
        Assert.Contains("expected 60008 bytes", checks["train-labels-idx1-ubyte"].Fault, StringComparison.Ordinal);
        Assert.Equal("missing", checks["train-images-idx3-ubyte"].Fault);
        Assert.Null(checks["train-images-idx3-ubyte"].Path);
    }

    [Fact]
    public void LoadTest_AnotherSetUnderTheSameNames_IsRefused()
    {
        using var folder = new TempFolder();
        folder.Write("t10k-labels-idx1-ubyte", FileBytes.IdxLabels(new byte[10_000]));
        folder.Write("t10k-images-idx3-ubyte", FileBytes.IdxImages(10_000, 28, 28, _ => 0));

        InvalidDataException e = Assert.Throws<InvalidDataException>(() => MnistData.LoadTest(new MnistLocation { DataDir = folder.Path }));

        Assert.Contains("expected MNIST's t10k-images-idx3-ubyte with SHA-256 0fa7898d", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadTest_NowhereThere_SaysWhereItLookedAndWhatToDo()
    {
        using var folder = new TempFolder();
        var location = new MnistLocation { Variable = folder.At("a"), Cache = folder.At("b") };

        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => MnistData.LoadTest(location));

        foreach (string words in (string[])["a (CIFRA_DATA)", "b (the per-user cache)", "t10k-images-idx3-ubyte[.gz]", "cifra data get", "--data-dir"])
        {
            Assert.Contains(words, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_FoldersInOrder_TakesTheFirstThatHasTheFiles()
    {
        using var folder = new TempFolder();
        var location = new MnistLocation { Variable = folder.At("empty"), Cache = SharedData.Mnist };

        Assert.Equal(10_000, MnistData.LoadTest(location).Count);
        Assert.Throws<FileNotFoundException>(() => MnistData.LoadTest(location with { DataDir = folder.Path })); // named outright: no other will do
    }

    [Theory]
    [InlineData("/xdg", "/xdg/cifra/mnist")]
    [InlineData("relative", "/local/cifra/mnist")]
    [InlineData("", "/local/cifra/mnist")]
    [InlineData(null, "/local/cifra/mnist")]
    public void From_CacheVariable_NamesTheCacheWhenAbsolute(string? xdg, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are Unix ones.");

        var location = MnistLocation.From(null, name => name == "XDG_CACHE_HOME" ? xdg : null, "/local");

        Assert.Equal(new MnistLocation { Cache = expected }, location);
        Assert.Equal(expected, location.DownloadFolder);
    }

    [Fact]
    public void DownloadFolder_IsTheFirstNamed()
    {
        var all = MnistLocation.From("dir", name => name == "CIFRA_DATA" ? "variable" : null, "/local");

        Assert.Equal("dir", all.DownloadFolder);
        Assert.Equal("variable", (all with { DataDir = null }).DownloadFolder);
        Assert.Throws<IOException>(() => new MnistLocation().DownloadFolder);
    }

    private static MnistLocation Real => new() { DataDir = SharedData.Mnist };
}
