using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cifra.Cli.Batch;
using Cifra.Network;
using Cifra.Reading;

namespace Cifra.Cli.Tests.Batch;

public sealed class ReadBatchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;
    private readonly string _scans;

    public ReadBatchTests()
    {
        _model = TestModels.Always(_folder.At("seven.safetensors"), 7, 0.9, new HeldOutScores { Pictures = 400 });
        _scans = _folder.At("scans");
        TestData.WriteNumber(_folder.At("scans/a.png"), "1");
        TestData.WriteNumber(_folder.At("scans/deep/er/b.PNG"), "23");
        TestData.WriteNumber(_folder.At("scans/c, \"x\".png"), "456");
        _folder.Write("scans/notes.txt", "no picture"u8);
    }

    public void Dispose() => _folder.Dispose();

    private string Out => _folder.At("out/results.jsonl");

    [Fact]
    public void Run_Folder_WritesALineAPictureAsReadDoes()
    {
        TestShell shell = TestShell.Expect(0, Command(Out));

        Assert.Empty(shell.Output);
        Assert.Contains("3 of 3 pictures: 3 read, 0 there already, 0 failed", shell.Error, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(Out);
        Assert.Equal(3, lines.Length);
        foreach (string line in lines)
        {
            using var document = JsonDocument.Parse(line);
            string file = document.RootElement.Text("file");
            string plain = TestShell.Expect(0, "read", file, "--model", _model, "--json").Output;
            Assert.Equal($"{plain.TrimEnd()[..^1]},\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}\"}}", line);
        }
    }

    [Fact]
    public void Run_FolderWithoutOut_PrintsItsPicturesInOrder() => Assert.Equal(
        [Path.Combine(_scans, "a.png"), Path.Combine(_scans, "c, \"x\".png"), Path.Combine(_scans, "deep/er/b.PNG")],
        TestShell.Expect(0, "read", _scans, "--model", _model).Lines.Select(line => line[..line.IndexOf(": 7", StringComparison.Ordinal)]));

    [Fact]
    public void Run_FolderWithoutPictures_ExitsWith3()
    {
        Directory.CreateDirectory(_folder.At("empty"));

        Assert.Contains("expected pictures", TestShell.Expect(3, "read", _folder.At("empty")).Error, StringComparison.Ordinal);
    }

    // A kill leaves the file cut at any byte; the same command then makes it what it is when nobody kills it.
    [Theory]
    [InlineData("results.jsonl")]
    [InlineData("results.csv")]
    public void Run_CutAnywhere_EndsAsUntouched(string name)
    {
        string path = _folder.At(name);
        TestShell.Expect(0, Command(path));
        byte[] whole = File.ReadAllBytes(path);
        string[] lines = [.. File.ReadAllLines(path).Order(StringComparer.Ordinal)];
        int[] ends = [.. Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n')];
        int[] cuts = [0, 1, .. ends.SelectMany(end => (int[])[end - 1, end, end + 1]), .. Enumerable.Range(1, 12).Select(i => i * whole.Length / 13)];
        foreach (int cut in cuts)
        {
            File.WriteAllBytes(path, whole[..cut]);

            TestShell shell = TestShell.Expect(0, Command(path, "--json"));

            Assert.Equal(lines, File.ReadAllLines(path).Order(StringComparer.Ordinal));
            int finished = ends.Count(end => end < cut) - (name.EndsWith(".csv", StringComparison.Ordinal) && cut > ends[0] ? 1 : 0);
            Assert.Equal(finished, shell.Json().Int("skipped"));
            // what was finished stands where it stood
            Assert.Equal(whole[..ends.LastOrDefault(end => end < cut)], File.ReadAllBytes(path)[..ends.LastOrDefault(end => end < cut)]);
        }
    }

    [Fact]
    public void Run_ZerosAtTheEnd_AreCutOff()
    {
        TestShell.Expect(0, Command(Out));
        string[] lines = File.ReadAllLines(Out);
        using (FileStream stream = File.OpenWrite(Out))
        {
            stream.Seek(-100, SeekOrigin.End);
            stream.Write(new byte[300]); // over the last line's end
        }

        TestShell.Expect(0, Command(Out));

        Assert.Equal(lines.Order(StringComparer.Ordinal), File.ReadAllLines(Out).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("results.jsonl")]
    [InlineData("results.csv")]
    public void Run_BadPicture_IsALineAndTriedAgain(string name)
    {
        string path = _folder.At(name);
        string bad = _folder.Write("scans/a-bad.png", TestData.Number("4").AsSpan(0, 200));

        TestShell first = TestShell.Expect(5, Command(path, "--threads", "1"));
        string[] before = File.ReadAllLines(path);
        TestShell.Expect(5, Command(path));
        string[] again = File.ReadAllLines(path);
        File.WriteAllBytes(bad, TestData.Number("4"));
        TestShell last = TestShell.Expect(0, Command(path));
        string[] after = File.ReadAllLines(path);

        Assert.Contains($"cifra: {bad}: ", first.Error, StringComparison.Ordinal);
        Assert.Single(before, line => line.Contains("a-bad.png", StringComparison.Ordinal) && line.Contains("error", StringComparison.Ordinal));
        Assert.Equal(before.Order(StringComparer.Ordinal), again.Order(StringComparer.Ordinal)); // one line, not one more a run
        Assert.Contains("1 read, 3 there already, 0 failed", last.Error, StringComparison.Ordinal);
        Assert.Equal(before.Length, after.Length);
        Assert.DoesNotContain(after, line => line.Contains("expected", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Error_IsALineOfTwoFields()
    {
        string none = _folder.At("none.png");

        TestShell.Expect(5, "read", Path.Combine(_scans, "a.png"), none, "--model", _model, "--out", Out);

        using var document = JsonDocument.Parse(File.ReadAllLines(Out).Single(line => line.Contains("none.png", StringComparison.Ordinal)));
        Assert.Equal(["schemaVersion", "file", "error"], document.RootElement.Names());
        Assert.Equal(none, document.RootElement.Text("file"));
    }

    [Fact]
    public void Run_AllBad_ExitsWith3() => TestShell.Expect(3, "read", _folder.At("none.png"), "--model", _model, "--out", Out);

    [Fact]
    public void Run_EqualPictures_EachHaveALineAlsoAfterACut()
    {
        File.Copy(Path.Combine(_scans, "a.png"), Path.Combine(_scans, "same.png"));
        TestShell.Expect(0, Command(Out, "--threads", "1"));
        string[] lines = File.ReadAllLines(Out);
        File.WriteAllLines(Out, lines.Where(line => !line.Contains("same.png", StringComparison.Ordinal)));

        TestShell.Expect(0, Command(Out));

        Assert.Equal(lines.Order(StringComparer.Ordinal), File.ReadAllLines(Out).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_FolderRenamed_ReadsNothingAgain()
    {
        TestShell.Expect(0, Command(Out));
        Directory.Move(_scans, _folder.At("archive"));

        TestShell shell = TestShell.Expect(0, "read", _folder.At("archive"), "--model", _model, "--out", Out);

        Assert.Contains("0 read, 3 there already", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PictureChanged_IsReadAgain()
    {
        TestShell.Expect(0, Command(Out));
        TestData.WriteNumber(Path.Combine(_scans, "a.png"), "8");

        Assert.Contains("1 read, 2 there already", TestShell.Expect(0, Command(Out)).Error, StringComparison.Ordinal);
    }

    // The first picture of two digits is told about at once; whoever hears it presses Ctrl-C.
    [Fact]
    public void Run_Interrupted_LeavesAFileToGoOnWith()
    {
        using var source = new CancellationTokenSource();
        string[] command = ["read", Path.Combine(_scans, "deep"), _scans, "--model", _model, "--out", Out, "--threads", "1", "--max-error", "0.01"];
        var shell = new TestShell { Heard = line => Cancel(source, line.Contains("are all unsure", StringComparison.Ordinal)) };

        Assert.Equal(130, shell.RunUntil(source.Token, command));

        Assert.Single(File.ReadAllLines(Out));
        Assert.Contains("1 of 3 pictures", shell.Error, StringComparison.Ordinal);
        Assert.Contains("2 read, 1 there already", TestShell.Expect(0, command).Error, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(Out).Length);
    }

    [Fact]
    public void Run_FailOnUnsure_CountsWhatWasThereAlready()
    {
        string[] command = [.. Command(Out), "--max-error", "0.01", "--fail-on-unsure", "--json"];

        Assert.Equal(2, TestShell.Expect(6, command).Json().Int("unsure"));
        TestShell again = TestShell.Expect(6, command);

        Assert.Equal(["schemaVersion", "out", "read", "skipped", "failed", "unsure", "seconds"], again.Json().Names());
        Assert.Equal((0, 3, 2), (again.Json().Int("read"), again.Json().Int("skipped"), again.Json().Int("unsure")));
    }

    [Fact]
    public void Run_Csv_QuotesAndCountsAsTruth()
    {
        string path = _folder.At("results.csv");
        TestShell.Expect(0, Command(path));

        string[] lines = File.ReadAllLines(path);
        Assert.Equal("file,text,confidence,decision,sha256,model,lines,error", lines[0]);
        // 0.9 by itself three times
        Assert.Contains(lines, line => line.StartsWith($"\"{_scans}/c, \"\"x\"\".png\",777,0.729,accept,", StringComparison.Ordinal));
        Assert.Equal(3, TestShell.Expect(0, "evaluate", _model, "--strings", path, "--images", _scans, "--json").Json().Int("exact"));
    }

    [Theory]
    [InlineData("results.jsonl", "my notes")]
    [InlineData("results.jsonl", "{\"a\":1}\n")]
    [InlineData("results.jsonl", "[]\n")]
    [InlineData("results.jsonl", "my notes\nline 2\n")]
    [InlineData("results.csv", "file,text\na,1\n")]
    [InlineData("results.csv", "my notes")]
    [InlineData("results.csv", "file,text,confidence,decision,sha256,model,lines,error\na,b\n")]
    public void Run_FileOfAnotherKind_ExitsWith3AndStaysAsItIs(string name, string content)
    {
        string path = _folder.Write(name, Encoding.UTF8.GetBytes(content));

        Assert.Contains($"{path}: line ", TestShell.Expect(3, Command(path)).Error, StringComparison.Ordinal);

        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Run_FileOfAnotherNetwork_ExitsWith2AndStaysAsItIs()
    {
        TestShell.Expect(0, Command(Out));
        string before = File.ReadAllText(Out);

        Assert.Contains("other networks", TestShell.Expect(
            2, "read", _scans, "--model", TestModels.Always(_folder.At("other"), 5), "--out", Out).Error, StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllText(Out));
    }

    [Theory]
    [InlineData("--out", "-")]
    [InlineData("--out", "x.jsonl", "--annotate", "y.png")]
    [InlineData("--out", "x.jsonl", "-")]
    [InlineData("--out", "x.jsonl", "--threads", "0")]
    public void Run_OptionsThatDoNotGoTogether_ExitWith2(params string[] options) => TestShell.Expect(2, ["read", _scans, .. options]);

    [Fact]
    public void Open_Twice_IsRefused()
    {
        using BatchFile first = BatchFile.Open(Out, BatchFormat.Of(Out), new ReadingNetworks("sha256:00", null), new HashSet<string>());

        Assert.ThrowsAny<IOException>(() => BatchFile.Open(Out, BatchFormat.Of(Out), new ReadingNetworks("sha256:00", null), new HashSet<string>()));
    }

    private static void Cancel(CancellationTokenSource source, bool now)
    {
        if (now)
        {
            source.Cancel();
        }
    }

    private string[] Command(string path, params string[] more) => ["read", _scans, "--model", _model, "--out", path, .. more];
}
