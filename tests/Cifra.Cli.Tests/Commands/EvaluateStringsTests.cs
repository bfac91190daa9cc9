using System.Text;
using System.Text.Json;
using Cifra.Network;

namespace Cifra.Cli.Tests.Commands;

// The network says 7 with 0.9 to everything: of 77, 71 and 4 it reads the first right.
public sealed class EvaluateStringsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _truth;

    public EvaluateStringsTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9, new HeldOutScores { Pictures = 400 });
        TestData.WriteNumber(_folder.At("scans/a.png"), "77");
        TestData.WriteNumber(_folder.At("scans/b.png"), "71");
        TestData.WriteNumber(_folder.At("scans/c.png"), "4");
        _truth = Truth("file,text\na.png,77\nb.png,71\nc.png,4\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_HasTheFieldsOfTheContract()
    {
        TestShell shell = TestShell.Expect(0, Command("--json"));

        JsonElement json = shell.Json();
        Assert.Equal(
            ["schemaVersion", "images", "exact", "exactRate", "characterErrorRate", "unsure", "readRateAtError", "failed", "seconds", "model"],
            json.Names().Take(10));
        Assert.Equal((3, 1, 0, 0), (json.Int("images"), json.Int("exact"), json.Int("unsure"), json.Int("failed")));
        Assert.Equal(2 / 5.0, json.Number("characterErrorRate"));
        Assert.Equal(TestModels.HashOf(_model), json.Text("model"));
        Assert.Equal(2, json.GetProperty("kinds").Int("substituted"));
        Assert.Empty(shell.Error);
    }

    [Fact]
    public void Run_Text_SaysWhatIsRight()
    {
        TestShell shell = TestShell.Expect(0, Command());

        Assert.StartsWith("exact 33.33%  (1 of 3 pictures", shell.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shell.Output + shell.Error);
    }

    [Fact]
    public void Run_PictureMissing_IsAFailedOneAndExitsWith5()
    {
        string truth = Truth("file,text\na.png,77\nnone.png,12\n");

        TestShell shell = TestShell.Expect(5, "evaluate", _model, "--strings", truth, "--images", _folder.At("scans"), "--json");

        Assert.Equal((2, 1, 1), (shell.Json().Int("images"), shell.Json().Int("exact"), shell.Json().Int("failed")));
        Assert.Contains("none.png", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AllMissing_ExitsWith3() =>
        TestShell.Expect(3, "evaluate", _model, "--strings", Truth("file,text\nnone.png,1\n"), "--images", _folder.At("scans"));

    [Fact]
    public void Run_NoFolderOrNoTruth_ExitsWith3AndNamesIt()
    {
        Assert.Contains("nowhere", TestShell.Expect(3, "evaluate", "--strings", _truth, "--images", _folder.At("nowhere")).Error, StringComparison.Ordinal);
        Assert.Contains(
            "none.csv",
            TestShell.Expect(3, "evaluate", "--strings", _folder.At("none.csv"), "--images", _folder.Path).Error,
            StringComparison.Ordinal);
        Assert.Contains("line 1", TestShell.Expect(3, "evaluate", "--strings", Truth("a,b\n1,2\n"), "--images", _folder.Path).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MinAccuracy_IsHeldAgainstTheExactRate()
    {
        Assert.Contains("exact rate of 0.3333", TestShell.Expect(7, Command("--min-accuracy", "0.5")).Error, StringComparison.Ordinal);
        TestShell.Expect(0, Command("--min-accuracy", "0.3"));
    }

    [Fact]
    public void Run_MaxError_TellsWhatWasRefused()
    {
        TestShell shell = TestShell.Expect(6, Command("--max-error", "0.01", "--fail-on-unsure", "--json"));

        // At 1 % one digit is accepted and two are not: 400 held-out pictures do not promise half of that rate.
        JsonElement json = shell.Json();
        Assert.Equal((1, 2), (json.Int("accepted"), json.Int("unsure")));
        Assert.Equal((0.01, 1), (json.GetProperty("refusal").Number("maxError"), json.GetProperty("refusal").Int("errors")));
        TestShell.Expect(2, Command("--max-error", "0.01", "--max-error", "0.1"));
    }

    [Fact]
    public void Run_AsDigit_ReadsOneDigit()
    {
        JsonElement json = TestShell.Expect(0, Command("--as", "digit", "--json")).Json();

        Assert.Equal(["7", "7", "7"], json.GetProperty("results").EnumerateArray().Select(result => result.Text("read")));
    }

    [Fact]
    public void Run_TruthColumn_IsTaken() => Assert.Equal(1, TestShell.Expect(
        0, "evaluate", _model, "--strings", Truth("file,text,amount\na.png,1,77\n"), "--images", _folder.At("scans"), "--truth-column", "amount",
        "--json").Json().Int("exact"));

    [Fact]
    public void Run_Report_WritesThePage()
    {
        TestShell.Expect(0, Command("--report", _folder.At("page.html")));
        Assert.Contains("71: read 77", File.ReadAllText(_folder.At("page.html")), StringComparison.Ordinal);

        var shell = new TestShell();
        Assert.Equal(0, shell.Run(Command("--report", "-")));
        Assert.StartsWith("<!DOCTYPE html>", Encoding.UTF8.GetString(shell.OutputBytes), StringComparison.Ordinal);
        Assert.Empty(shell.Output);
    }

    [Fact]
    public void Run_ReportOfTheShippedReaders_ShowsTheLatticeAndBothOpinions()
    {
        string truth = Truth("file,text\nb.png,72\n");

        TestShell.Expect(0, "evaluate", "--strings", truth, "--images", _folder.At("scans"), "--report", _folder.At("page.html"));

        string page = File.ReadAllText(_folder.At("page.html"));
        Assert.Contains("class=\"chart lattice\"", page, StringComparison.Ordinal);
        Assert.Contains("What may stand there", page, StringComparison.Ordinal);
        Assert.Contains("piece taken", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Expect_KeepsToTheList()
    {
        string list = _folder.Write("list.txt", Encoding.UTF8.GetBytes("71\n99\n"));

        JsonElement json = TestShell.Expect(
            0, "evaluate", "--strings", Truth("file,text\nb.png,71\n"), "--images", _folder.At("scans"), "--expect", list, "--json").Json();

        Assert.Equal(1, json.Int("exact"));
        Assert.Equal(0, json.GetProperty("refusedByKind").Int("none"));
    }

    [Theory]
    [InlineData("--strings needs --images", "--strings", "t.csv")]
    [InlineData("--images belongs to --strings", "--images", ".")]
    [InlineData("--as belongs to --strings", "--as", "digit")]
    [InlineData("--expect belongs to --strings", "--expect", "list.txt")]
    [InlineData("--tta measures single digits", "--strings", "t.csv", "--images", ".", "--tta")]
    [InlineData("--data measures single digits", "--strings", "t.csv", "--images", ".", "--data", "mnist")]
    public void Run_OptionsThatDoNotGoTogether_ExitWith2(string part, params string[] options) =>
        Assert.Contains(part, TestShell.Expect(2, ["evaluate", .. options]).Error, StringComparison.Ordinal);

    private string Truth(string csv) => _folder.Write("truth.csv", Encoding.UTF8.GetBytes(csv));

    private string[] Command(params string[] more) => ["evaluate", _model, "--strings", _truth, "--images", _folder.At("scans"), .. more];
}
