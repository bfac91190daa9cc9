using System.Text.Json;
using System.Xml.Linq;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests.Commands;

public sealed class DataIssuesCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _data;

    public DataIssuesCommandTests() => _data = TestData.WriteIdx(_folder.At("data"), "train", DrawnDigits.Create(200, seed: 4));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Json_HasTheFieldsOfTheContract()
    {
        TestShell shell = TestShell.Expect(0, Issues("--json", "--out", _folder.At("issues.json"), "--report", _folder.At("issues.html")));

        JsonElement json = shell.Json();
        Assert.Equal(
            ["schemaVersion", "data", "recipe", "folds", "images", "accuracy", "estimatedErrors", "thresholds", "confidentJoint", "issues"], json.Names());
        Assert.Equal((_data, "quick", 2, 200), (json.Text("data"), json.Text("recipe"), json.Int("folds"), json.Int("images")));
        Assert.Equal(shell.Lines[0], File.ReadAllText(_folder.At("issues.json")).TrimEnd('\n'));
        foreach (JsonElement issue in json.GetProperty("issues").EnumerateArray())
        {
            Assert.Equal(["index", "given", "suggested", "margin", "probabilities"], issue.Names());
            Assert.NotEqual(issue.Int("given"), issue.Int("suggested"));
        }

        XElement page = XDocument.Parse(File.ReadAllText(_folder.At("issues.html"))).Root!;
        Assert.Equal(json.GetProperty("issues").GetArrayLength(), page.Descendants("img").Count());
        Assert.Contains("fold 1 of 2: quick\n", shell.Error, StringComparison.Ordinal);
        Assert.Contains("fold 2 of 2: quick\n", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StoppedAndAgain_ResumesToTheSameDocument()
    {
        string whole = TestShell.Expect(0, Issues("--json", "--folder", _folder.At("other"))).Output;
        using var stop = new CancellationTokenSource();
        var stopped = new TestShell { Heard = line => CancelAt(line, "fold 2 of 2", stop) };

        Assert.Equal(130, stopped.RunUntil(stop.Token, Issues("--json")));

        Assert.Contains($"stopped; the same command resumes from {_folder.At("folds")}", stopped.Error, StringComparison.Ordinal);
        Assert.Empty(stopped.Output);
        TestShell resumed = TestShell.Expect(0, Issues("--json"));
        Assert.Equal(whole, resumed.Output);
        Assert.DoesNotContain("epoch 1/2", resumed.Error.Split("fold 2 of 2")[0], StringComparison.Ordinal); // the first fold was not trained again
    }

    [Fact]
    public void Run_FolderOfOtherData_ExitsWith3AndSaysWhatToDo()
    {
        TestShell.Expect(0, Issues());
        TestData.WriteIdx(_data, "train", DrawnDigits.Create(200, seed: 5));

        Assert.Contains("name another with --folder", TestShell.Expect(3, Issues()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WrongInputs_HaveTheirExitCodes()
    {
        TestShell.Expect(2, Issues("--folds", "1"));
        TestShell.Expect(2, Issues("--folds", "21"));
        TestShell.Expect(2, Issues("--recipe", "none"));
        TestShell.Expect(3, "data", "issues", "--data", _folder.At("nothing"));
        string csv = TestData.WriteCsv(_folder.At("test.csv"), DrawnDigits.Create(5, seed: 6), labelled: false);
        TestShell.Expect(2, "data", "issues", "--data", csv);
    }

    private static void CancelAt(string line, string begin, CancellationTokenSource stop)
    {
        if (line.StartsWith(begin, StringComparison.Ordinal))
        {
            stop.Cancel();
        }
    }

    // A later option of the same name would be a second value, so each is given once.
    private string[] Issues(params string[] options) =>
    [
        "data", "issues", "--data", _data,
        .. options.Contains("--folds") ? Array.Empty<string>() : ["--folds", "2"],
        .. options.Contains("--folder") ? Array.Empty<string>() : ["--folder", _folder.At("folds")],
        .. options,
    ];
}
