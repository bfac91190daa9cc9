namespace Cifra.Tests;

/// <summary>Kernels and layers pass their tests on lesser machines too, which the runtime plays when it is told to.</summary>
public sealed class MachineTests
{
    internal const string ExpectedVariable = "CIFRA_TEST_EXPECTED";

    private const int AtLeast = 250; // so many tests of kernels and layers there are, and more

    public static TheoryData<string> Settings => ["DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic", "DOTNET_TieredCompilation"];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task KernelsAndLayers_SettingTurnedOff_PassTheirTests(string setting)
    {
        ChildRun.Outcome run = await ChildRun.Start(
            new Dictionary<string, string> { [setting] = "0", [ExpectedVariable] = setting },
            "-class", "Cifra.Tests.Numerics.*", "-class", "Cifra.Tests.Network.Layers.*", "-class", "Cifra.Tests.Training.OptimizerTwinTests",
            "-class", "Cifra.Tests.LesserMachineTests");

        Assert.True(run.ExitCode == 0 && run.Total > AtLeast && run.Skipped == 0, $"exit code {run.ExitCode}, {run.Total} tests\n{run.Output}");
    }

    [Fact]
    public async Task Start_TestsThatDoNotExist_HasNoTests()
    {
        ChildRun.Outcome run = await ChildRun.Start(new Dictionary<string, string>(), "-class", "Cifra.Tests.NoSuchTests");

        Assert.Equal(0, run.Total);
    }
}
