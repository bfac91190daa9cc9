using System.Text.Json;
using Cifra.Cli.Commands;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

public sealed class TrainSeedsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _data;

    public TrainSeedsTests()
    {
        _data = TestData.WriteIdx(_folder.At("data"), "train", DrawnDigits.Create(320, seed: 2));
        TestData.WriteIdx(_data, "t10k", DrawnDigits.Create(100, seed: 8));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_TwoSeeds_TrainsMeasuresAndSumsUp()
    {
        JsonElement json = TestShell.Expect(0, Command("--seed", "3", "--json")).Json();

        string[] files = [_folder.At("m-seed3.safetensors"), _folder.At("m-seed4.safetensors")];
        double[] accuracy = [.. files.Select(file => TestShell.Expect(0, "evaluate", file, "--data", _data, "--json").Json().Number("accuracy"))];
        JsonElement seeds = json.GetProperty("seeds");
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(3 + i, seeds.At(i).Int("seed"));
            Assert.Equal(files[i], seeds.At(i).Text("file"));
            Assert.Equal(TestModels.HashOf(files[i]), seeds.At(i).Text("model"));
            Assert.Equal(accuracy[i], seeds.At(i).Number("accuracy"));
        }

        Assert.Equal(100, json.Int("images"));
        Assert.Equal(2, json.Int("epochs"));
        Assert.Equal(accuracy.Average(), json.GetProperty("lastEpoch").Number("mean"), 12);
        Assert.Equal(Math.Abs(accuracy[0] - accuracy[1]) / Math.Sqrt(2), json.GetProperty("lastEpoch").Number("deviation"), 12);
        Assert.Equal(accuracy.Max(), json.GetProperty("selectedOnTest").GetProperty("bestSeed").Number("accuracy"));
        Assert.Equal(3.0 * json.Int("flops") * 288 * 2 / 1e12, json.Number("teraFlops"), 12); // a tenth of the 320 is held out
        Assert.False(json.TryGetProperty("corrected", out _));
    }

    [Fact]
    public void Run_TwoSeeds_WatchesTheTestPartEachEpoch()
    {
        JsonElement json = TestShell.Expect(0, Command("--json")).Json();

        foreach (JsonElement seed in json.GetProperty("seeds").EnumerateArray())
        {
            IReadOnlyList<EpochRecord> history = ModelFile.Load(seed.Text("file")).Card.History;
            Assert.Equal(seed.Number("accuracy"), history[^1].WatchedAccuracy!.Value, 6);
            Assert.Equal(history.Max(epoch => epoch.WatchedAccuracy!.Value), seed.GetProperty("bestEpoch").Number("accuracy"));
        }
    }

    // Watching decides nothing: the network is the one that is trained without.
    [Fact]
    public void Run_Watched_HasTheBitsOfASingleTraining()
    {
        TestShell.Expect(0, Command());
        TestShell.Expect(0, "train", "--recipe", "quick", "--data", _data, "--seed", "2", "--out", _folder.At("single"));

        Assert.Equal(TestModels.HashOf(_folder.At("single")), TestModels.HashOf(_folder.At("m-seed2.safetensors")));
    }

    [Fact]
    public void Run_AgainWithMoreSeeds_KeepsTheFinishedOnes()
    {
        TestShell.Expect(0, Command());
        DateTime written = File.GetLastWriteTimeUtc(_folder.At("m-seed1.safetensors"));

        TestShell shell = TestShell.Expect(0, "train", "--recipe", "quick", "--data", _data, "--out", _folder.At("m.safetensors"), "--seeds", "3");

        Assert.Contains("m-seed1.safetensors is trained already", shell.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.At("m-seed1.safetensors")));
        Assert.True(File.Exists(_folder.At("m-seed3.safetensors")));
    }

    [Fact]
    public void Run_Text_SaysWhatToReportAndWhatWasChosenOnTheTestPictures()
    {
        string text = TestShell.Expect(0, Command()).Output;

        Assert.Matches(@"last epoch   \d+\.\d{3} ± \d+\.\d{3} %: mean and standard deviation of 2 seeds on 100 test pictures\. The figure to report\.", text);
        int chosen = text.IndexOf("Chosen on the test pictures", StringComparison.Ordinal);
        Assert.True(chosen > 0 && text.IndexOf("\nbest epoch", StringComparison.Ordinal) > chosen && text.IndexOf("\nbest seed",
            StringComparison.Ordinal) > chosen);
        Assert.EndsWith("The test pictures were watched and chose nothing: every network is that of its last epoch.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DataWithoutTestPart_ExitsWith2BeforeTheWork()
    {
        string only = TestData.WriteIdx(_folder.At("only"), "mine", DrawnDigits.Create(40, seed: 2));

        TestShell shell = TestShell.Expect(2, "train", "--recipe", "quick", "--data", only, "--out", _folder.At("m"), "--seeds", "2");

        Assert.Contains("--seeds measures each network on the test part", shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/quick.safetensors", 2, "a/quick-seed2.safetensors")]
    [InlineData("a/quick", 10, "a/quick-seed10.safetensors")]
    [InlineData("v1.2", 1, "v1.2-seed1.safetensors")]
    public void FileOf_AnOutput_HasTheSeedInItsName(string output, long seed, string expected) => Assert.Equal(expected, TrainSeeds.FileOf(output, seed));

    private string[] Command(params string[] more) =>
        ["train", "--recipe", "quick", "--data", _data, "--out", _folder.At("m.safetensors"), "--seeds", "2", .. more];
}
