using System.Text.Json;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

public sealed class ModelCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Info_Json_HasCardLayersAndIdentity()
    {
        string model = TestModels.Always(_folder.At("m.safetensors"), 7);

        JsonElement json = TestShell.Expect(0, "model", "info", model, "--json").Json();

        Assert.Equal(
            ["schemaVersion", "model", "recipe", "data", "command", "seed", "trainImages", "validationImages", "networks", "knowsNonDigits", "flops",
            "layers"], json.Names());
        Assert.Equal(TestModels.HashOf(model), json.Text("model"));
        Assert.Equal("by-hand", json.Text("recipe"));
        Assert.Equal(5, json.Int("seed"));
        Assert.Equal(["layer", "setting", "output", "parameters", "megaFlops"], json.GetProperty("layers").At(0).Names());
        // conv5x5-24, conv3x3-32, dense 32*5*5 (28 -> 24 -> 12 -> 10 -> 5) to 256, dense 10
        Assert.Equal(
            (24 * 26) + (32 * ((24 * 9) + 1)) + (256 * ((32 * 5 * 5) + 1)) + (10 * 257),
            json.GetProperty("layers").EnumerateArray().Sum(layer => layer.Int("parameters")));
    }

    [Fact]
    public void Info_Text_NamesFileIdentityAndOrigin()
    {
        string model = TestModels.Always(_folder.At("m.safetensors"), 7);

        string text = TestShell.Expect(0, "model", "info", model).Output;

        Assert.StartsWith($"{model}\n{TestModels.HashOf(model)}\nrecipe by-hand, data nothing", text, StringComparison.Ordinal);
        Assert.Contains("convolution", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Info_NetworksThatReadLines_SaysWhatTheyReadAndHowManyTheyAre()
    {
        string text = TestShell.Expect(0, "model", "info", "lines").Output;

        Assert.StartsWith($"lines\n{Pretrained.Lines.Hash}\nrecipe lines, data mnist", text, StringComparison.Ordinal);
        Assert.Contains($"reads lines of {Pretrained.Lines.Symbols}\n", text, StringComparison.Ordinal);
        Assert.Contains("an ensemble of 2; the first of them:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_FileOfPlates_HasTheirSymbols()
    {
        string file = _folder.At("p.safetensors");
        ModelFile.Save(file, Pretrained.Plates.Networks, Pretrained.Plates.Card);

        JsonElement json = TestShell.Expect(0, "model", "info", file, "--json").Json();

        Assert.Equal(Pretrained.Plates.Hash, json.Text("model"));
        Assert.Equal(Pretrained.Plates.Symbols, json.Text("symbols"));
        Assert.Equal(1, json.Int("networks"));
    }

    [Fact]
    public void Card_Plates_MeasuresDrawnPlatesAndWritesBothFiles()
    {
        string[] command = ["model", "card", "plates", "--out", _folder.At("plates.md"), "--lines", "40", "--no-speed"];

        TestShell.Expect(0, command);
        string text = File.ReadAllText(_folder.At("plates.md"));
        TestShell.Expect(0, command);

        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("plates.json")));
        Assert.Equal("plates", json.RootElement.Text("kind"));
        Assert.Equal(Pretrained.Plates.Hash, json.RootElement.GetProperty("network").Text("hash"));
        Assert.Equal(40, json.RootElement.GetProperty("evaluation").Int("lines"));
        Assert.InRange(json.RootElement.GetProperty("evaluation").Int("correct"), 20, 40);
        Assert.Equal(text, File.ReadAllText(_folder.At("plates.md"))); // the same each time
    }

    [Fact]
    public void Card_LinesOfADataSet_HasConfidenceAndPromises()
    {
        TestShell.Expect(0, "model", "card", "lines", "--data", "drawn", "--out", _folder.At("lines.md"), "--lines", "10", "--no-speed");

        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder.At("lines.json")));
        Assert.Equal(10, json.RootElement.GetProperty("evaluation").Int("lines"));
        Assert.Equal(Pretrained.Lines.Card.Confidence!.Count, json.RootElement.GetProperty("confidence").EnumerateObject().Count());
        Assert.True(json.RootElement.GetProperty("promises").GetArrayLength() > 0);
        Assert.Contains("## Confidence", File.ReadAllText(_folder.At("lines.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Info_FileOfSomethingElse_ExitsWith4()
    {
        File.WriteAllText(_folder.At("letter"), "Dear Sir, this is a letter.");

        Assert.Contains("letter", TestShell.Expect(4, "model", "info", _folder.At("letter")).Error, StringComparison.Ordinal);
    }
}
