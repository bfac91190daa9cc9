using System.Text.Json;
using Cifra.Data;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests.Commands;

// The network says 7 with a probability of 0.9 to everything; of the hundred pictures ten are sevens.
public sealed class EvaluateCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _data;

    public EvaluateCommandTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9);
        _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(100, seed: 4));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_HasTheFieldsOfTheContract()
    {
        TestShell shell = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--json");

        JsonElement json = shell.Json();
        Assert.Single(shell.Lines);
        Assert.Equal(
            ["schemaVersion", "model", "data", "images", "correct", "accuracy", "interval95", "confusion", "loss", "ece", "seconds"],
            json.Names().Take(11));
        Assert.Equal(TestModels.HashOf(_model), json.Text("model"));
        Assert.Equal(_data, json.Text("data"));
        Assert.Equal(100, json.Int("images"));
        Assert.Equal(10, json.Int("correct"));
        Assert.Equal(0.1, json.Number("accuracy"));
        Assert.Equal(0.0552, json.GetProperty("interval95").At(0).GetDouble(), 4); // Wilson's for 10 of 100
        Assert.Equal(0.1744, json.GetProperty("interval95").At(1).GetDouble(), 4);
        Assert.All(json.GetProperty("confusion").EnumerateArray(), row => Assert.Equal([0, 0, 0, 0, 0, 0, 0, 10, 0, 0], row.Ints()));
        Assert.Equal((-0.1 * Math.Log(0.9)) - (0.9 * Math.Log(0.1 / 9)), json.Number("loss"), 1e-4);
        Assert.Equal(0.8, json.Number("ece"), 1e-4); // sure by 0.9, right by 0.1
        Assert.True(json.Number("seconds") >= 0);
    }

    [Fact]
    public void Run_Text_ShowsAccuracyAndConfusionWithoutEscapes()
    {
        TestShell shell = TestShell.Expect(0, "evaluate", _model, "--data", _data);

        Assert.Contains("10 of 100", shell.Output, StringComparison.Ordinal);
        Assert.Contains("confusion: rows true, columns read", shell.Output, StringComparison.Ordinal);
        Assert.Contains("0 read as 7 (10)", shell.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shell.Output + shell.Error);
        Assert.Empty(shell.Error);
    }

    [Fact]
    public void Run_DamagedPictures_AreRepairedUnlessAsIs()
    {
        DigitSet digits = DrawnDigits.Create(40, seed: 12);
        byte[] negative = [.. digits.AllPixels.ToArray().Select(level => (byte)(255 - level))];
        string data = TestData.WriteIdx(_folder.At("negative"), "mine", new DigitSet("mine", negative, digits.Labels.ToArray()));

        TestShell repaired = TestShell.Expect(0, "evaluate", "mnist", "--data", data);
        JsonElement json = TestShell.Expect(0, "evaluate", "mnist", "--data", data, "--json").Json();
        JsonElement asIs = TestShell.Expect(0, "evaluate", "mnist", "--data", data, "--json", "--as-is").Json();

        Assert.Contains("negative turned back", repaired.Output, StringComparison.Ordinal);
        Assert.True(json.GetProperty("repair").Int("repaired") >= 30);
        Assert.True(json.GetProperty("repair").GetProperty("steps").Int("turnBack") >= 30);
        Assert.False(asIs.TryGetProperty("repair", out _));
        Assert.True(json.Int("correct") >= asIs.Int("correct") + 15, $"{asIs.Int("correct")} of 40 as they are, {json.Int("correct")} repaired");
    }

    [Fact]
    public void Run_Terminal_ColoursTheConfusion()
    {
        var shell = new TestShell { Terminal = true };

        Assert.Equal(0, shell.Run("evaluate", _model, "--data", _data));

        Assert.Contains('\u001b', shell.Output);
    }

    [Fact]
    public void Run_MinAccuracyNotMet_ExitsWith7AfterTheResults()
    {
        TestShell shell = TestShell.Expect(7, "evaluate", _model, "--data", _data, "--min-accuracy", "0.11", "--json");

        Assert.Equal(10, shell.Json().Int("correct"));
        Assert.Equal("cifra: the accuracy of 0.1000 is below the 0.11 that was asked for\n", shell.Error);
        TestShell.Expect(0, "evaluate", _model, "--data", _data, "--min-accuracy", "0.1");
    }

    [Fact]
    public void Run_Report_WritesOnePage()
    {
        TestShell shell = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--report", _folder.At("report.html"));

        string page = File.ReadAllText(_folder.At("report.html"));
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.Equal($"report: {_folder.At("report.html")}\n", shell.Error);
    }

    [Fact]
    public void Run_TwoParts_TakesTheTestPart()
    {
        TestData.WriteIdx(_data, "t10k", DrawnDigits.Create(30, seed: 5));

        Assert.Equal(30, TestShell.Expect(0, "evaluate", _model, "--data", _data, "--json").Json().Int("images"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_CsvOrPictures_GivesTheSameCounts(bool pictures)
    {
        DigitSet set = DrawnDigits.Create(20, seed: 6);
        string data = pictures ? TestData.WritePictures(_folder.At("pictures"), set) : TestData.WriteCsv(_folder.At("train.csv"), set, labelled: true);

        JsonElement json = TestShell.Expect(0, "evaluate", _model, "--data", data, "--json").Json();

        Assert.Equal(20, json.Int("images"));
        Assert.Equal(2, json.Int("correct"));
    }

    [Fact]
    public void Run_BadPictureAmongGood_CountsTheGoodAndExitsWith5()
    {
        string data = TestData.WritePictures(_folder.At("pictures"), DrawnDigits.Create(10, seed: 6));
        string bad = _folder.Write("pictures/3/bad.png", "no picture"u8);

        TestShell shell = TestShell.Expect(5, "evaluate", _model, "--data", data, "--json");

        Assert.Equal(10, shell.Json().Int("images"));
        Assert.StartsWith($"cifra: skipped: {bad}", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DataWithoutLabels_ExitsWith2()
    {
        string data = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(5, seed: 6), labelled: false);

        Assert.Contains("no labelled pictures", TestShell.Expect(2, "evaluate", _model, "--data", data).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoSuchData_ExitsWith3AndSaysWhatThereIs() =>
        Assert.Contains("It takes mnist, drawn,", TestShell.Expect(3, "evaluate", _model, "--data", "minst").Error, StringComparison.Ordinal);

    [Fact]
    public void Run_MnistThatIsNotThere_ExitsWith3AndSaysWhatToDo()
    {
        TestShell shell = TestShell.Expect(3, "evaluate", _model, "--data-dir", _folder.At("none"));

        Assert.Contains("cifra data get", shell.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.At("none"), shell.Error, StringComparison.Ordinal);
    }
}
