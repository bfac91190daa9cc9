using System.Text;
using System.Text.Json.Nodes;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Tests.Network;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training;

/// <summary>A checkpoint serves its own training only, and a damaged one serves none.</summary>
public sealed class CheckpointTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly Recipe Recipe = TinyTraining.Recipe with { Epochs = 1, BatchSize = 32 };
    private static readonly byte[] Sound = MakeSound();

    [Fact]
    public void Run_AnotherRecipe_IsRefusedByName() =>
        ExpectRefusal<ForeignCheckpointException>(Sound, "recipe tiny of 1 epochs, or with other settings", Recipe with { WeightDecay = 0.06 });

    [Fact]
    public void Run_AnotherSeed_IsRefusedByName() => ExpectRefusal<ForeignCheckpointException>(Sound, "seed 1", seed: 2);

    [Fact]
    public void Run_OtherData_IsRefusedByName() => ExpectRefusal<ForeignCheckpointException>(Sound, "other data", data: DrawnDigits.Create(64, seed: 77));

    [Fact]
    public void Run_ModelInsteadOfCheckpoint_IsRefused() =>
        ExpectRefusal(ModelBytes.Sound(), "metadata format: expected \"cifra-checkpoint\", found \"cifra\"");

    [Fact]
    public void Run_EmptyFile_IsRefused() => ExpectRefusal([], "byte 0");

    [Fact]
    public void Run_CutFile_IsRefused() => ExpectRefusal(Sound[..^100], "the numbers");

    [Fact]
    public void Run_OneBitOfAWeight_IsRefused()
    {
        byte[] bytes = [.. Sound];
        bytes[^1000] ^= 1;

        ExpectRefusal(bytes, "SHA-256");
    }

    [Theory]
    [InlineData("step", -1)]
    [InlineData("step", 99)]
    [InlineData("step", 2)] // the epoch would be over, and it has no record
    [InlineData("epochSeen", 31)]
    [InlineData("epochCorrect", -1)]
    [InlineData("epochCorrect", 33)]
    [InlineData("history", null)]
    [InlineData("step", null)]
    public void Run_StateThatCannotBe_IsRefused(string key, int? value) =>
        ExpectRefusal(WithState(state => state[key] = value), "metadata state");

    [Fact]
    public void Run_NullEpochs_IsRefused() => ExpectRefusal(WithState(state => state["history"] = new JsonArray(null, null)), "metadata state");

    [Fact]
    public void Run_NoState_IsRefused() => ExpectRefusal(WithMetadata(metadata => metadata.Remove("state")), "metadata state");

    [Fact]
    public void Run_NoIdentity_IsRefused() => ExpectRefusal(WithMetadata(metadata => metadata.Remove("identity")), "metadata identity");

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"recipe\":null,\"seed\":1,\"data\":\"\"}")]
    [InlineData("{\"recipe\":{\"name\":\"x\"},\"seed\":1,\"data\":\"\"}")]
    public void Run_IdentityThatIsNone_IsRefused(string identity) =>
        ExpectRefusal(WithMetadata(metadata => metadata["identity"] = identity), "metadata identity");

    [Theory]
    [InlineData("\"kind\":\"adamW\"", "\"kind\":\"system\"")]
    [InlineData("\"kind\":\"adamW\",", "")]
    public void Run_OptimizerOfNoKnownKind_IsRefused(string old, string replacement) => ExpectRefusal(
        WithMetadata(metadata => metadata["identity"] = metadata["identity"]!.GetValue<string>().Replace(old, replacement, StringComparison.Ordinal)),
        "metadata identity");

    [Fact]
    public void Run_TensorRenamed_IsRefused()
    {
        foreach (string prefix in (string[])["network/", "average/", "mean/", "square/"])
        {
            (byte[] header, byte[] numbers) = ModelBytes.Split(Sound);
            string text = Encoding.UTF8.GetString(header);
            int at = text.IndexOf($"\"{prefix}", StringComparison.Ordinal);
            byte[] renamed = Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at + 1), "X", text.AsSpan(at + 2)));

            ExpectRefusal(ModelBytes.Of(renamed, numbers), "tensor");
        }
    }

    [Fact]
    public void Restore_DamagedBytes_IsRefusedOrRestores()
    {
        (byte[] file, Action<byte[]> restore) = Tiny();

        Mutation.Fuzz([file], 10_000, 51, restore);
    }

    [Fact]
    public void Restore_DamagedHeaderOfRightLength_IsRefusedOrRestores()
    {
        (byte[] file, Action<byte[]> restore) = Tiny();
        (byte[] header, byte[] numbers) = ModelBytes.Split(file);

        Mutation.Fuzz([header], 10_000, 52, damaged => restore(ModelBytes.Of(damaged, numbers)));
    }

    // A checkpoint of a tiny network, and what restores one.
    private static (byte[] File, Action<byte[]> Restore) Tiny()
    {
        using var folder = new TempFolder();
        string path = folder.At("c.safetensors");
        NeuralNetwork network = ModelBytes.Network();
        var average = new WeightAverage(network, 0.9);
        var optimizer = Optimizer.Create(new OptimizerSettings.Sgd(), network, 0);
        var checkpoint = new Checkpoint(path, new TrainingIdentity(Recipe, 1, "data", null));
        checkpoint.Save(new TrainingState { Step = 3 }, network, average, optimizer);
        return (File.ReadAllBytes(path), Restore);

        void Restore(byte[] bytes)
        {
            try
            {
                checkpoint.Restore(SafeTensors.Parse(bytes, path), network, average, optimizer);
            }
            catch (ForeignCheckpointException e)
            {
                throw new InvalidDataException(e.Message, e); // damage can make another training's checkpoint of it, too
            }
        }
    }

    // After the first of two steps.
    private static byte[] MakeSound()
    {
        using var folder = new TempFolder();
        string path = folder.At("c.safetensors");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => New(path, Recipe, 1, TinyTraining.Digits).Run(cancellation.Token));
        return File.ReadAllBytes(path);
    }

    private static Trainer New(string path, Recipe recipe, long seed, DigitSet data) =>
        new(recipe, data, null, new TrainingOptions { Seed = seed, CheckpointPath = path, Threads = 1 });

    private static byte[] WithMetadata(Action<JsonObject> edit)
    {
        (byte[] header, byte[] numbers) = ModelBytes.Split(Sound);
        JsonObject json = JsonNode.Parse(header)!.AsObject();
        edit(json["__metadata__"]!.AsObject());
        return ModelBytes.Of(Encoding.UTF8.GetBytes(json.ToJsonString()), numbers);
    }

    private static byte[] WithState(Action<JsonObject> edit) => WithMetadata(metadata =>
    {
        JsonObject state = JsonNode.Parse(metadata["state"]!.GetValue<string>())!.AsObject();
        edit(state);
        metadata["state"] = state.ToJsonString();
    });

    private static void ExpectRefusal(byte[] file, string says) => ExpectRefusal<InvalidDataException>(file, says);

    private static void ExpectRefusal<T>(byte[] file, string says, Recipe? recipe = null, long seed = 1, DigitSet? data = null)
        where T : Exception
    {
        using var folder = new TempFolder();
        string path = folder.Write("c.safetensors", file);

        T error = Assert.Throws<T>(
            () => New(path, recipe ?? Recipe, seed, data ?? TinyTraining.Digits).Run(Stop));

        Assert.StartsWith($"{path}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(file, File.ReadAllBytes(path)); // and it is still there
    }
}
