using System.Text.Json;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;

namespace Cifra.Cli.Tests.Commands;

public sealed class TrainEnsembleTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _data;

    public TrainEnsembleTests() => _data = TestData.WriteIdx(_folder.At("data"), "mine", DrawnDigits.Create(70, seed: 2));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Lines_PutsTheNetworksOfTwoSeedsIntoOneFile()
    {
        JsonElement json = TestShell.Expect(0, [.. Command("lines.safetensors"), "--json"]).Json();

        Assert.Equal(2, json.Int("networks"));
        LineClassifier both = ModelFile.LoadLines(_folder.At("lines.safetensors"));
        Assert.Equal(both.Hash, json.Text("model"));
        Assert.Equal("lines", both.Card.Recipe);
        NeuralNetwork[] alone = [.. new[] { "line-seed4.safetensors",
            "line-seed5.safetensors" }.SelectMany(name => ModelFile.LoadLines(_folder.At(name)).Networks)];
        foreach ((NeuralNetwork one, NeuralNetwork other) in alone.Zip(both.Networks))
        {
            Assert.All(
                one.Parameters.Zip(other.Parameters),
                pair => Assert.Equal(pair.First.Parameter.Values.ToArray(), pair.Second.Parameter.Values.ToArray()));
        }
    }

    [Fact]
    public void Run_LinesAgain_FindsThemTrained()
    {
        string model = TestShell.Expect(0, [.. Command("lines.safetensors"), "--json"]).Json().Text("model");

        TestShell again = TestShell.Expect(0, [.. Command("lines.safetensors"), "--json"]);

        Assert.Equal(model, again.Json().Text("model"));
        Assert.Contains("line-seed4.safetensors is trained already", again.Error, StringComparison.Ordinal);
        Assert.Contains("line-seed5.safetensors is trained already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutputThatIsNoNetwork_IsLeftAlone()
    {
        File.WriteAllText(_folder.At("lines.safetensors"), "a letter");

        TestShell shell = TestShell.Expect(2, Command("lines.safetensors"));

        Assert.Contains("is no network", shell.Error, StringComparison.Ordinal);
        Assert.Equal("a letter", File.ReadAllText(_folder.At("lines.safetensors")));
    }

    private string[] Command(string output) =>
        ["train", "--recipe", "lines", "--data", _data, "--out", _folder.At(output), "--seed", "4", "--epochs", "1", "--validation", "0"];
}
