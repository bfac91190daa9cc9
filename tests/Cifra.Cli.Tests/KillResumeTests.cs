using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;
using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Cli.Tests;

/// <summary>A training that is killed again and again ends with the bits of one that nobody touched.</summary>
[Collection(RunAlone.Name)]
public sealed class KillResumeTests(KillResumeTests.Untouched untouched) : IClassFixture<KillResumeTests.Untouched>, IDisposable
{
    private const int Kills = 20;

    private readonly TempFolder _folder = new();

    private string Model => _folder.At("m");

    private string Checkpoint => _folder.At("m.checkpoint");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_KilledTwentyTimes_EndsWithTheSameBits()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var random = new SeededRandom(20);
        int kills = 0;
        int resumed = 0;
        int advanced = 0;
        while (true)
        {
            long before = StepOf(Checkpoint);
            using ChildProcess child = untouched.Start(Model, threads: 2);
            if (kills < Kills && await KillAsync(child, random, cancellation))
            {
                kills++;
                resumed += before > 0 && child.Error.Contains(", resuming", StringComparison.Ordinal) ? 1 : 0;
                advanced += StepOf(Checkpoint) > before ? 1 : 0;
                continue;
            }

            Assert.True(await child.EndAsync(cancellation) == 0, child.Error);
            Assert.Equal(untouched.Hash, TestModels.HashOf(Model));
            Assert.Equal([Model], Directory.GetFiles(_folder.Path)); // neither a checkpoint nor anything half-written
            if (kills == Kills)
            {
                break;
            }

            File.Delete(Model); // it was done before the twentieth kill: once more from the start
        }

        TestContext.Current.SendDiagnosticMessage($"{kills} kills: {advanced} after progress, {resumed} of a resumed training");
        Assert.True(advanced >= Kills / 2, $"only {advanced} kills came after progress");
        Assert.True(resumed >= Kills / 4, $"only {resumed} kills hit a resumed training");
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "0")]
    public async Task Train_OtherThreadsOrCompilation_EndsWithTheSameBits(int threads, string tieredCompilation)
    {
        using ChildProcess child = untouched.Start(Model, threads, ("DOTNET_TieredCompilation", tieredCompilation));

        Assert.True(await child.EndAsync(TestContext.Current.CancellationToken) == 0, child.Error);

        Assert.Equal(untouched.Hash, TestModels.HashOf(Model));
    }

    // Sometimes while it starts; mostly at some moment after it has come further than the one before.
    private async Task<bool> KillAsync(ChildProcess child, SeededRandom random, CancellationToken cancellation)
    {
        bool starts = random.Next(5) == 0;
        double moment = random.NextDouble();
        if (!starts)
        {
            DateTime before = File.GetLastWriteTimeUtc(Checkpoint);
            Task end = child.EndAsync(cancellation);
            while (File.GetLastWriteTimeUtc(Checkpoint) == before && !end.IsCompleted)
            {
                await Task.Delay(5, cancellation);
            }
        }

        await Task.Delay(untouched.Time * (starts ? 0.2 : 0.08) * moment, cancellation);
        return await child.KillAsync(cancellation);
    }

    // As the checkpoint's header has it, without our own reader: {"__metadata__":{"state":"{\"Step\":12,…
    private static long StepOf(string checkpoint)
    {
        if (!File.Exists(checkpoint))
        {
            return 0;
        }

        byte[] bytes = File.ReadAllBytes(checkpoint);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using var document = JsonDocument.Parse(bytes.AsMemory(8, header));
        using var state = JsonDocument.Parse(document.RootElement.GetProperty("__metadata__").Text("state"));
        return state.RootElement.EnumerateObject().Single(field => field.Name.Equals("step", StringComparison.OrdinalIgnoreCase)).Value.GetInt64();
    }

    /// <summary>The training that nobody touches: two threads, tiered compilation.</summary>
    public sealed class Untouched : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        /// <summary>The network's identity.</summary>
        public string Hash { get; private set; } = "";

        /// <summary>How long it took.</summary>
        public TimeSpan Time { get; private set; }

        public async ValueTask InitializeAsync()
        {
            TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(640 + 64, seed: 3));
            var watch = Stopwatch.StartNew();
            using ChildProcess child = Start(_folder.At("m"), threads: 2);
            Assert.True(await child.EndAsync(TestContext.Current.CancellationToken) == 0, child.Error);
            Time = watch.Elapsed;
            Hash = TestModels.HashOf(_folder.At("m"));
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>Starts it: augmented pictures, BatchNorm, averaged weights, a checkpoint ten times a second.</summary>
        internal ChildProcess Start(string model, int threads, params (string Name, string Value)[] variables) => ChildProcess.Cifra(
            variables.ToDictionary(pair => pair.Name, pair => pair.Value),
            "train", "--recipe", "standard", "--epochs", "12", "--data", _folder.At("data"), "--validation", "64",
            "--threads", $"{threads}", "--checkpoint-seconds", "0.1", "--out", model);
    }
}
