using System.Text.Json;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests.Commands;

// The network says 7 to everything; of forty pictures four are sevens.
public sealed class RobustnessCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _data;

    public RobustnessCommandTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9);
        _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(40, seed: 4));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_HasACurveForEachCorruption()
    {
        JsonElement json = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--robustness", "--robustness-images", "20", "--json").Json();

        JsonElement[] curves = [.. json.GetProperty("robustness").EnumerateArray()];
        Assert.Equal(16, curves.Length);
        Assert.All(curves, curve => Assert.Equal([2, 2, 2, 2, 2], curve.GetProperty("points").EnumerateArray().Select(point => point.Int("correct"))));
        Assert.Equal(20, json.GetProperty("robustnessSummary").GetProperty("clean").Int("images"));
        Assert.Equal(0.1, json.GetProperty("robustnessSummary").GetProperty("all").Number("accuracy"), 9);
    }

    [Fact]
    public void Run_CardThenEvaluateAgainstIt_ShowsNoDifference()
    {
        TestShell.Expect(0, "model", "card", _model, "--data", _data, "--out", _folder.At("seven.md"), "--robustness-images", "20", "--no-speed");
        TestShell shell = TestShell.Expect(
            0, "evaluate", _model, "--data", _data, "--robustness", "--robustness-images", "20", "--card", _folder.At("seven.json"), "--report",
            _folder.At("r.html"));

        Assert.Contains("0.00 against the card", shell.Output, StringComparison.Ordinal);
        Assert.Contains("id=\"robustness\"", File.ReadAllText(_folder.At("r.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("not to be compared", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CardTwice_GivesTheSameFiles()
    {
        string[] command = ["model", "card", _model, "--data", _data, "--out", _folder.At("seven.md"), "--robustness-images", "10", "--no-speed"];
        TestShell.Expect(0, command);
        string first = File.ReadAllText(_folder.At("seven.md"));
        TestShell.Expect(0, command);

        Assert.Equal(first, File.ReadAllText(_folder.At("seven.md")));
        Assert.StartsWith("# seven\n", first, StringComparison.Ordinal);
        Assert.Contains("![Pictures read wrong](seven-errors.png)", first, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At("seven-errors.png")));
    }

    [Fact]
    public void Run_CardOfAnotherSize_WarnsOnStandardError()
    {
        TestShell.Expect(0, "model", "card", _model, "--data", _data, "--out", _folder.At("seven.md"), "--robustness-images", "10", "--no-speed");

        TestShell shell = TestShell.Expect(
            0, "evaluate", _model, "--data", _data, "--robustness", "--robustness-images", "20", "--card", _folder.At("seven.json"), "--json");

        Assert.Contains("not to be compared with this: it was measured on 10 pictures, this on 20", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "evaluate", "--card", "x.json")]
    [InlineData(2, "evaluate", "--robustness-images", "5")]
    [InlineData(2, "evaluate", "--robustness", "--robustness-images", "0")]
    [InlineData(2, "model", "card", "--out", "x.txt")]
    [InlineData(2, "model", "card")]
    public void Run_OptionsThatDoNotFit_ExitsWith2(int code, params string[] args) => TestShell.Expect(code, args);

    [Fact]
    public void Run_CardThatIsNone_ExitsWith3()
    {
        string card = _folder.Write("card.json", "{}"u8);

        Assert.Contains("found none", TestShell.Expect(3, "evaluate", _model, "--data", _data, "--robustness", "--card", card).Error, StringComparison.Ordinal);
    }
}
