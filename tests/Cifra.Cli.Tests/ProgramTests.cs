using System.Diagnostics;
using Cifra.Data.Drawn;

namespace Cifra.Cli.Tests;

[Collection(RunAlone.Name)]
public sealed class ProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Process_StandardInput_IsReadAndResultsAndTalkAreKeptApart()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var child = ChildProcess.Cifra(null, "read", "-", "none.png", "--model", TestModels.Always(_folder.At("m"), 5));
        await child.WriteAsync(TestData.Number("12"), cancellation);

        Assert.Equal(5, await child.EndAsync(cancellation));

        Assert.Equal("-: 55  confidence 0.810  (5:0.900 5:0.900)", child.Output.TrimEnd());
        Assert.StartsWith("cifra: ", child.Error, StringComparison.Ordinal);
        Assert.Contains("none.png", child.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_AskedToEnd_LeavesACheckpointAndExitsWith130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(320, seed: 2));
        using var child = ChildProcess.Cifra(
            null, "train", "--data", data, "--recipe", "quick", "--validation", "0", "--epochs", "1000", "--out", _folder.At("m"));
        await child.Spoke.WaitAsync(cancellation);

        using Process kill = Process.Start("kill", ["-TERM", $"{child.Id}"]);

        Assert.Equal(130, await child.EndAsync(cancellation));
        Assert.Contains("stopped; the same command resumes", child.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At("m.checkpoint")));
    }
}
