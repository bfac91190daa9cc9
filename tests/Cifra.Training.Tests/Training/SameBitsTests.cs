namespace Cifra.Tests.Training;

/// <summary>One training, one result: whatever the threads, the tiers of the JIT, or the width of the machine's vectors.</summary>
/// <remarks>Without any vector instructions the training takes too long here; the kernels alone are held to that in MachineTests.</remarks>
public sealed class SameBitsTests
{
    private const string FileVariable = "CIFRA_TEST_HASH_FILE";

    private static readonly Lazy<string> Here = new(() => TinyTraining.Hash(TinyTraining.Run(threads: 1)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_MoreThreads_SameWeights(int threads) => Assert.Equal(Here.Value, TinyTraining.Hash(TinyTraining.Run(threads)));

    [Theory]
    [InlineData("DOTNET_TieredCompilation")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task Run_RuntimeSettingTurnedOff_SameWeights(string setting)
    {
        using var folder = new TempFolder();
        string path = folder.At("hash.txt");

        ChildRun.Outcome run = await ChildRun.Start(
            new Dictionary<string, string> { [setting] = "0", [FileVariable] = path },
            "-explicit", "only", "-method", $"{typeof(SameBitsTests).FullName}.{nameof(Run_InAChild_WritesItsHash)}");

        Assert.True(run.ExitCode == 0 && run.Total == 1, run.Output);
        Assert.Equal(Here.Value, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    /// <summary>The child's part of the test above.</summary>
    [Fact(Explicit = true)]
    public void Run_InAChild_WritesItsHash() =>
        File.WriteAllText(Environment.GetEnvironmentVariable(FileVariable)!, TinyTraining.Hash(TinyTraining.Run(threads: 2)));
}
