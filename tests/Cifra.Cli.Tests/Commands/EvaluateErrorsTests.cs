using System.Text.Json;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests.Commands;

// The network says 7 to everything, so no small move changes what it reads: each error is firm.
public sealed class EvaluateErrorsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _data;

    public EvaluateErrorsTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7);
        _data = TestData.WriteIdx(_folder.At("data"), "t10k", DrawnDigits.Create(20, seed: 4));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_ListsEachErrorAsFirm()
    {
        JsonElement errors = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--json").Json().GetProperty("errors");

        Assert.Equal(18, errors.GetArrayLength());
        Assert.All(errors.EnumerateArray(), error => Assert.Equal(("firm", 0, 7), (error.Text("kind"), error.Int("rightMoves"), error.Int("read"))));
        Assert.Equal(0.9, errors.At(0).Number("confidence"), 1e-4);
    }

    [Fact]
    public void Run_Report_ShowsNeighboursOfTheSetsOwnTrainingPart()
    {
        string page = Report();
        Assert.Contains("No training pictures were at hand", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"near\"", page, StringComparison.Ordinal);

        TestData.WriteIdx(_data, "train", DrawnDigits.Create(30, seed: 5));
        Assert.Contains("class=\"near\"", Report(), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"near\"", Report("--neighbours", "none"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NeighboursNamed_AreTakenOrRefused()
    {
        string csv = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(5, seed: 6), labelled: false);

        Assert.Contains("of “drawn", Report("--neighbours", "drawn"), StringComparison.Ordinal);
        string[] evaluate = ["evaluate", _model, "--data", _data, "--report", _folder.At("r.html"), "--neighbours"];
        Assert.Contains("--neighbours takes", TestShell.Expect(2, [.. evaluate, csv]).Error, StringComparison.Ordinal);
        TestShell.Expect(3, [.. evaluate, _folder.At("nothing")]);
    }

    [Fact]
    public void Run_Tta_SaysSoEverywhereAndGivesTheAccuracyWithout()
    {
        TestShell text = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--tta");
        Assert.Contains("tta       average of 9 views; without it 10.00% (2 of 20)", text.Output, StringComparison.Ordinal);

        JsonElement json = TestShell.Expect(0, "evaluate", _model, "--data", _data, "--tta", "--json").Json();
        Assert.True(json.GetProperty("tta").GetBoolean());
        Assert.Equal(9, json.Int("views"));
        Assert.Equal(2, json.GetProperty("withoutTta").Int("correct"));
        Assert.Contains("average of 9 views", Report("--tta"), StringComparison.Ordinal);
        Assert.False(TestShell.Expect(0, "evaluate", _model, "--data", _data, "--json").Json().TryGetProperty("tta", out _));
    }

    private string Report(params string[] options)
    {
        string file = _folder.At("report.html");
        TestShell.Expect(0, ["evaluate", _model, "--data", _data, "--report", file, .. options]);
        return File.ReadAllText(file);
    }
}
