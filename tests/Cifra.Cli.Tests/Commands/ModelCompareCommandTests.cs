using System.Text.Json;
using System.Xml.Linq;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;

namespace Cifra.Cli.Tests.Commands;

// One network says 7 to everything, the other 3; of the hundred pictures ten are sevens and ten are threes.
public sealed class ModelCompareCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _seven;
    private readonly string _three;
    private readonly string _data;

    public ModelCompareCommandTests()
    {
        _seven = TestModels.Always(_folder.At("seven.safetensors"), 7);
        _three = TestModels.Always(_folder.At("three.safetensors"), 3);
        _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(100, seed: 4));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_CountsTheFlipsBothWays()
    {
        JsonElement json = TestShell.Expect(0, "model", "compare", _seven, _three, "--data", _data, "--json").Json();

        Assert.Equal(
            ["schemaVersion", "data", "images", "first", "second", "bothRight", "bothWrong", "difference", "differenceInterval95", "pValue",
            "verdict", "onlyFirst", "onlySecond"],
            json.Names());
        Assert.Equal((100, 0, 80), (json.Int("images"), json.Int("bothRight"), json.Int("bothWrong")));
        Assert.Equal((0.0, 1.0), (json.Number("difference"), json.Number("pValue")));
        Assert.Equal("no difference beyond chance", json.Text("verdict"));
        Assert.Equal((10, 10), (json.GetProperty("onlyFirst").GetArrayLength(), json.GetProperty("onlySecond").GetArrayLength()));
        Assert.All(json.GetProperty("onlyFirst").EnumerateArray(), flip => Assert.Equal((7, 7, 3), (flip.Int("true"), flip.Int("first"), flip.Int("second"))));
        JsonElement first = json.GetProperty("first");
        Assert.Equal((_seven, TestModels.HashOf(_seven)), (first.Text("name"), first.Text("model")));
        Assert.Equal(new FileInfo(_seven).Length, first.GetProperty("bytes").GetInt64());
        Assert.Equal(215_194, first.Int("parameters"));
        Assert.True(first.Number("imagesPerSecond") > 0);
    }

    [Fact]
    public void Run_OneIsBetter_SaysWhichAndHowSure()
    {
        byte[] labels = [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 3];
        string data = TestData.WriteIdx(_folder.At("sevens"), "mine", new DigitSet("sevens", new byte[labels.Length * DigitInput.Size], labels));

        TestShell shell = TestShell.Expect(0, "model", "compare", _seven, _three, "--data", data);

        // 2·(1 + 11) / 2¹¹
        Assert.Contains("McNemar's exact test: p = 0.0117, the first is better", shell.Output, StringComparison.Ordinal);
        Assert.Contains("both right 0, only the first 10, only the second 1, both wrong 0", shell.Output, StringComparison.Ordinal);
        Assert.Contains("#10  shows 3, first 7, second 3", shell.Output, StringComparison.Ordinal);
        Assert.Empty(shell.Error);
    }

    [Fact]
    public void Run_Report_IsAPageWithAPictureForEachFlip()
    {
        TestShell shell = TestShell.Expect(0, "model", "compare", _seven, _three, "--data", _data, "--report", _folder.At("c.html"));

        XElement page = XDocument.Parse(File.ReadAllText(_folder.At("c.html"))).Root!;
        Assert.Equal(20, page.Descendants("img").Count());
        Assert.Equal($"report: {_folder.At("c.html")}\n", shell.Error);
    }

    [Fact]
    public void Run_WrongInputs_HaveTheirExitCodes()
    {
        TestShell.Expect(2, "model", "compare", _seven);
        TestShell.Expect(2, "model", "compare", _seven, "--nonsense");
        TestShell.Expect(3, "model", "compare", _seven, _three, "--data", _folder.At("nothing"));
        TestShell.Expect(4, "model", "compare", _seven, _folder.Write("bad.safetensors", "no network"u8), "--data", _data);
        string csv = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(5, seed: 6), labelled: false);
        TestShell.Expect(2, "model", "compare", _seven, _three, "--data", csv);
    }
}
