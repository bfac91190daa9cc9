using System.Text.Json;
using Cifra.Cli.Benchmarking;
using Cifra.Cli.Commands;
using Cifra.Cli.Tests.Benchmarking;

namespace Cifra.Cli.Tests.Commands;

public sealed class BenchCommandTests
{
    private static readonly string[] SpeedNames = ["imagesPerSecond", "gigaFlops", "percentOfPeak"];

    [Fact]
    public void Run_Json_HasEveryFigureAndNoneIsNothing()
    {
        JsonElement json = Json(LeastBench.Settings with { Scaling = true });

        Assert.Equal(
            ["schemaVersion", "machine", "threads", "peak", "kernels", "networks", "latency", "memory", "scaling", "seconds"], json.Names());
        Assert.Equal(1, json.Int("schemaVersion"));
        JsonElement machine = json.GetProperty("machine");
        Assert.Equal(["processor", "cores", "vectorBits", "runtime", "version"], machine.Names());
        Assert.Equal(Environment.ProcessorCount, machine.Int("cores"));
        Assert.NotEmpty(machine.Text("processor"));
        Assert.Equal(["oneThreadGigaFlops", "allThreadsGigaFlops"], json.GetProperty("peak").Names());
        ExpectPositive(json.GetProperty("peak"));

        JsonElement kernel = json.GetProperty("kernels").At(0);
        Assert.Equal(["networks", "layer", "input", "output", "direction", "method", "megaFlops", "gigaFlops", "percentOfPeak"], kernel.Names());
        Assert.All(json.GetProperty("kernels").EnumerateArray(), ExpectPositive);

        JsonElement quick = json.GetProperty("networks").At(0);
        Assert.Equal(
            ["network", "megaFlops", "inferenceBatch", "oneThread", "allThreads", "trainingBatch", "optimizer", "augmented", "training"], quick.Names());
        Assert.Equal("quick", quick.Text("network"));
        Assert.Equal(64, quick.Int("trainingBatch"));
        Assert.Equal("Adam", quick.Text("optimizer"));
        Assert.False(quick.GetProperty("augmented").GetBoolean());
        foreach (string part in (string[])["oneThread", "allThreads", "training"])
        {
            Assert.Equal(SpeedNames, quick.GetProperty(part).Names());
            ExpectPositive(quick.GetProperty(part));
        }

        foreach (JsonElement latency in json.GetProperty("latency").EnumerateArray())
        {
            Assert.Equal(["network", "medianMicroseconds", "percentile99Microseconds"], latency.Names());
            Assert.InRange(latency.Number("medianMicroseconds"), double.Epsilon, latency.Number("percentile99Microseconds"));
        }

        Assert.Equal(
            ["quick inference", "quick training"],
            json.GetProperty("memory").EnumerateArray().Select(one => $"{one.Text("network")} {one.Text("work")}"));
        Assert.All(
            json.GetProperty("memory").EnumerateArray(),
            one => Assert.True(one.Number("peakResidentMegabytes") > 1 && one.Number("allocatedBytes") >= 0));

        JsonElement scaling = json.GetProperty("scaling");
        Assert.Equal(["batch", "threads", "channels", "depth"], scaling.Names());
        Assert.Equal([1, 2, 4], scaling.GetProperty("batch").EnumerateArray().Select(one => one.Int("batch")));
        Assert.Equal([1, 2], scaling.GetProperty("threads").EnumerateArray().Select(one => one.Int("threads")));
        Assert.Equal(["size", "megaFlops", "oneThread"], scaling.GetProperty("channels").At(0).Names());
        Assert.Equal([8], scaling.GetProperty("channels").EnumerateArray().Select(one => one.Int("size")));
        Assert.Equal([1, 2], scaling.GetProperty("depth").EnumerateArray().Select(one => one.Int("size")));
    }

    [Fact]
    public void Run_NotAsked_LeavesScalingOut() =>
        Assert.DoesNotContain("scaling", Json(LeastBench.Settings).Names());

    [Fact]
    public void Run_Tables_NameEveryPart()
    {
        var output = new StringWriter();

        Assert.Equal(0, BenchCommand.Run(LeastBench.Settings with { Scaling = true }, asJson: false, ShellOf(output), Stop));

        string text = output.ToString();
        Assert.All(
            (string[])["peak: ", "kernels, one thread", "networks", "one picture, one thread", "memory", "against batch", "against threads",
                "against channels", "against depth"],
            title => Assert.Contains(title, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CancelledAtAnyStage_StopsThere()
    {
        foreach (string stage in (string[])["memory of training", "kernel 2 ", "inference and training", "one picture", "MFLOP"])
        {
            using var cancellation = new CancellationTokenSource();
            string last = "";

            Assert.Throws<OperationCanceledException>(() => Benchmark.Run(
                LeastBench.Settings with { Scaling = true },
                what =>
                {
                    last = what;
                    if (what.Contains(stage, StringComparison.Ordinal))
                    {
                        cancellation.Cancel();
                    }
                },
                cancellation.Token));

            Assert.Contains(stage, last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_TokenCancelledAlready_ExitsWith130()
    {
        var shell = new TestShell();

        Assert.Equal(130, shell.RunUntil(new CancellationToken(canceled: true), "bench"));

        Assert.Empty(shell.Output);
        Assert.Equal("cifra: interrupted\n", shell.Error);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonElement Json(BenchSettings settings)
    {
        var output = new StringWriter();
        Assert.Equal(0, BenchCommand.Run(settings, asJson: true, ShellOf(output), Stop));
        string line = Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static Shell ShellOf(TextWriter output) =>
        new(() => Stream.Null, output, () => Stream.Null, TextWriter.Null, OutputIsTerminal: false, ErrorIsTerminal: false, "cifra bench");

    private static void ExpectPositive(JsonElement element)
    {
        foreach (JsonProperty field in element.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Number))
        {
            Assert.True(field.Value.GetDouble() is > 0 and < double.PositiveInfinity, $"{field.Name} {field.Value}");
        }
    }
}
