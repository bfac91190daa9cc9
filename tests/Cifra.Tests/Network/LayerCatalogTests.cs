using System.Text;
using System.Text.Json.Nodes;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Tests.Network;

/// <summary>A layer that a program adds to the built-in ones: saved, loaded, and run as they are.</summary>
public sealed class LayerCatalogTests
{
    private static readonly ModelOptions WithScale = new() { Layers = LayerCatalog.BuiltIn.With(ChannelScale.Kind) };

    [Fact]
    public void Load_LayerThatTheProgramNames_ComesBackWithItsNumbers()
    {
        using var folder = new TempFolder();
        NeuralNetwork network = Network();
        string path = folder.At("own.safetensors");
        ModelFile.Save(path, network, ModelBytes.Card);

        DigitClassifier loaded = ModelFile.Load(path, WithScale);

        Assert.IsType<ChannelScale>(loaded.Network.Layers[1]);
        Bits.AssertSame(network.Layers[1].Parameters[0].Values, loaded.Network.Layers[1].Parameters[0].Values);
        Assert.Equal(network.Description, loaded.Network.Description);
        Assert.Equal(network.Description, ModelFile.LoadAny(path, WithScale).Networks[0].Description);
        Assert.Equal(loaded.Hash, ModelFile.Parse(File.ReadAllBytes(path), "own", WithScale).Hash);
    }

    [Fact]
    public void Load_LayerThatTheProgramDoesNotName_IsRefusedByItsName()
    {
        using var folder = new TempFolder();
        string path = folder.At("own.safetensors");
        ModelFile.Save(path, Network(), ModelBytes.Card);

        foreach (Action load in (Action[])[() => ModelFile.Load(path), () => ModelFile.LoadAny(path), () => ModelFile.Load(path, new ModelOptions())])
        {
            InvalidDataException error = Assert.Throws<InvalidDataException>(load);
            Assert.Contains("found \"channel-scale\"", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("channels", 3.0, "numbers, as the network needs")] // more numbers than the file has
    [InlineData("channels", 1e9, "expected a number from 1 to 1000")]
    [InlineData("channels", 1.5, "expected a whole number")]
    [InlineData("other", 1.0, "found \"other\"")]
    public void Parse_SettingsThatDoNotFit_AreRefusedBeforeTheLayerIsUsed(string setting, double value, string words)
    {
        NeuralNetwork network = Network();
        byte[] file = FileOf(network, settings => settings[setting] = value);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ModelFile.Parse(file, "own", WithScale));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    // What the classifier computes by its compiled plan is what the layers compute one by one.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(37)]
    public void Probabilities_NetworkWithOwnLayer_AreThoseOfTheLayersOneByOne(int count)
    {
        NeuralNetwork network = Network();
        byte[] pixels = [.. Enumerable.Range(0, count * DigitInput.Size).Select(i => (byte)(i * 31 % 251))];
        float[] actual = new float[count * 10];
        new DigitClassifier(network, threads: 2).Probabilities(pixels, actual);

        var x = new Tensor(network.Input.WithCount(count));
        for (int i = 0; i < pixels.Length; i++)
        {
            (int image, int pixel) = (i / DigitInput.Size, i % DigitInput.Size);
            x[image, 0, pixel / DigitInput.Side, pixel % DigitInput.Side] = (float)(((pixels[i] / 255.0) - network.Mean) / network.Deviation);
        }

        Tensor scores = network.Forward(x, new Pass(new Workers(1)));
        for (int image = 0; image < count; image++)
        {
            double[] exponentials = [.. Enumerable.Range(0, 10).Select(k => Math.Exp(scores[image, k, 0, 0]))];
            for (int k = 0; k < 10; k++)
            {
                Assert.Equal(exponentials[k] / exponentials.Sum(), actual[(image * 10) + k], 1e-5);
            }
        }
    }

    [Fact]
    public void Backward_OwnLayerByHand_SumsOverEachChannel()
    {
        var layer = new ChannelScale(2, ones: false);
        layer.Parameters[0].Values[0] = 0.5f;
        layer.Parameters[0].Values[1] = -1.5f;
        var network = new NeuralNetwork(new Shape(1, 2, 2, 1), 0, 1, [layer]);
        var x = new Tensor(new Shape(1, 2, 2, 1));
        var dy = new Tensor(x.Shape);
        for (int i = 0; i < 4; i++)
        {
            x[0, i / 2, i % 2, 0] = i + 1;
            dy[0, i / 2, i % 2, 0] = 1;
        }

        var pass = new Pass(new Workers(1)) { Training = true };
        network.Forward(x, pass);
        network.Backward(x, dy, pass);

        Assert.Equal([3, 7], layer.Parameters[0].Gradient.ToArray()); // 1 + 2 and 3 + 4
    }

    [Fact]
    public void With_KindThatIsThere_IsRefused()
    {
        LayerCatalog catalog = LayerCatalog.BuiltIn.With(ChannelScale.Kind);

        Assert.Throws<ArgumentException>(() => catalog.With(ChannelScale.Kind));
        Assert.Throws<ArgumentException>(() => LayerCatalog.BuiltIn.With(ChannelScale.Kind with { Name = "dense" }));
        Assert.DoesNotContain(ChannelScale.Kind.Name, LayerCatalog.BuiltIn.Kinds);
    }

    private static NeuralNetwork Network()
    {
        var random = new SeededRandom(8);
        var scale = new ChannelScale(2, ones: true);
        scale.Parameters[0].Values[0] = 0.75f;
        scale.Parameters[0].Values[1] = -1.25f;
        return new NeuralNetwork(new Shape(1, 1, 28, 28), 0.1307, 0.3081,
            [new Convolution(1, 2, new Window(3, 3, 3, 0, 0), random), scale, new Relu(), new Flatten(), new Dense(162, 10, random)]);
    }

    private static byte[] FileOf(NeuralNetwork network, Action<Dictionary<string, double>> edit)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [network], ModelBytes.Card);
        (byte[] header, byte[] numbers) = ModelBytes.Split(stream.ToArray());
        JsonNode json = JsonNode.Parse(header)!;
        NetworkDescription description = network.Description;
        Dictionary<string, double> settings = new(description.Layers[1].Settings);
        edit(settings);
        LayerDescription[] layers = [.. description.Layers];
        layers[1] = layers[1] with { Settings = settings };
        json["__metadata__"]!["network"] = NetworkJson.Write(description with { Layers = layers });
        return ModelBytes.Of(Encoding.UTF8.GetBytes(json.ToJsonString()), numbers);
    }
}
