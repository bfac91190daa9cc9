using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Tests.Network.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void Load_AfterSave_HasTheSameBitsAndCard()
    {
        using var folder = new TempFolder();
        NeuralNetwork network = ModelBytes.Network();
        string path = folder.At("sub/m.safetensors");

        string hash = ModelFile.Save(path, network, ModelBytes.Card);
        DigitClassifier loaded = ModelFile.Load(path);

        Assert.Equal(hash, loaded.Hash);
        Assert.Matches("^sha256:[0-9a-f]{64}$", hash);
        Assert.Equal(NetworkJson.Write(network.Description), NetworkJson.Write(loaded.Network.Description));
        foreach (((string name, Parameter from), (string loadedName, Parameter to)) in network.Parameters.Zip(loaded.Network.Parameters))
        {
            Assert.Equal(name, loadedName);
            Bits.AssertSame(from.Values, to.Values, name);
        }

        Assert.Equal(ModelBytes.Card.History, loaded.Card.History);
        Assert.Equal(ModelBytes.Card with { History = [] }, loaded.Card with { History = [] });
    }

    [Fact]
    public void Load_WeightsThatSixteenBitsHold_AreStoredSoAndComeBackWhole()
    {
        using var stream = new MemoryStream();
        using var whole = new MemoryStream();
        NeuralNetwork network = ModelBytes.Network();
        ModelFile.Write(whole, [network], ModelBytes.Card);

        HalfPrecision.Round(network);
        ModelFile.Write(stream, [network], ModelBytes.Card);

        // The convolution's 18 weights and the dense layer's 180 take half the room; the header, which names their offsets, differs by a digit or two.
        Assert.InRange(whole.Length - stream.Length, 2 * 198, (2 * 198) + 16);
        DigitClassifier loaded = ModelFile.Parse(stream.ToArray(), ModelBytes.Name);
        foreach (((string name, Parameter from), (_, Parameter to)) in network.Parameters.Zip(loaded.Network.Parameters))
        {
            Bits.AssertSame(from.Values, to.Values, name);
        }

        using var again = new MemoryStream();
        ModelFile.Write(again, [loaded.Network], loaded.Card);
        Assert.Equal(stream.ToArray(), again.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("65a50cbb")]
    public void Load_AfterSave_HasTheDataDigestOrNone(string? digest)
    {
        using var stream = new MemoryStream();

        ModelFile.Write(stream, [ModelBytes.Network()], ModelBytes.Card with { DataDigest = digest });

        Assert.Equal(digest, ModelFile.Parse(stream.ToArray(), ModelBytes.Name).Card.DataDigest);
    }

    [Fact]
    public void Load_AfterSave_HasTheWeightsOfConfidence()
    {
        Dictionary<string, double> weights = new() { ["constant"] = -1.25, ["odds"] = 0.5 };
        using var stream = new MemoryStream();

        ModelFile.Write(stream, [ModelBytes.Network()], ModelBytes.Card with { Confidence = weights });

        Assert.Equal(weights, ModelFile.Parse(stream.ToArray(), ModelBytes.Name).Card.Confidence);
    }

    [Fact]
    public void Load_Ensemble_HasItsNetworksInOrderAndTheMeanOfWhatTheySay()
    {
        NeuralNetwork[] networks =
        [
            ModelBytes.Network(3), NeuralNetwork.Build(Architectures.WithNonDigits(Architectures.All["small"]), seed: 4), ModelBytes.Network(5),
        ];
        DigitSet digits = DrawnDigits.Create(37, seed: 5);
        using var stream = new MemoryStream();

        ModelFile.Write(stream, networks, ModelBytes.Card);
        DigitClassifier loaded = ModelFile.Parse(stream.ToArray(), "e");

        Assert.Equal(
            networks.Select(network => NetworkJson.Write(network.Description)), loaded.Networks.Select(network => NetworkJson.Write(network.Description)));
        Assert.True(loaded.KnowsNonDigits);
        float[] mean = new float[370];
        float[] none = new float[37];
        foreach (NeuralNetwork network in networks)
        {
            float[] one = new float[370];
            float[] noneOfOne = new float[37];
            new DigitClassifier(network).Probabilities(digits.AllPixels, one, noneOfOne, TestContext.Current.CancellationToken);
            mean = [.. mean.Zip(one, (sum, p) => sum + (p / 3))];
            none = [.. none.Zip(noneOfOne, (sum, p) => sum + (p / 3))];
        }

        float[] found = new float[370];
        float[] noneFound = new float[37];
        loaded.Probabilities(digits.AllPixels, found, noneFound, TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, 370), i => Assert.Equal(mean[i], found[i], 1e-6));
        Assert.All(Enumerable.Range(0, 37), i => Assert.Equal(none[i], noneFound[i], 1e-6));
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("field")]
    public void Shipped_Digest_FitsItsNumbers(string name)
    {
        using Stream stream = typeof(Pretrained).Assembly.GetManifestResourceStream($"Cifra.Models.{name}.safetensors")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        // Pretrained believes the digest; this parser does not.
        Assert.Equal(Pretrained.Load(name).Hash, ModelFile.Parse(bytes, "shipped").Hash);
    }

    [Fact]
    public void Load_AfterSave_ClassifiesTheSame()
    {
        DigitSet digits = DrawnDigits.Create(70, seed: 5);

        float[] before = Probabilities(new DigitClassifier(ModelBytes.Network()), digits);
        float[] after = Probabilities(ModelFile.Parse(ModelBytes.Sound(), ModelBytes.Name, threads: 2), digits);

        Bits.AssertSame(before, after);
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("example")]
    [InlineData("standard")]
    [InlineData("best")]
    [InlineData("small")]
    public void Load_AfterSave_WorksForEveryArchitecture(string name)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 4);
        using var stream = new MemoryStream();

        ModelFile.Write(stream, [network], new ModelCard());
        NeuralNetwork loaded = ModelFile.Parse(stream.ToArray(), name).Network;

        foreach (((string tensor, Parameter from), (_, Parameter to)) in network.Parameters.Zip(loaded.Parameters))
        {
            Bits.AssertSame(from.Values, to.Values, tensor);
        }
    }

    [Fact]
    public void Write_SameNetwork_SameBytes()
    {
        using var stream = new MemoryStream();

        ModelFile.Write(stream, [ModelBytes.Network()], ModelBytes.Card);

        Assert.Equal(ModelBytes.Sound(), stream.ToArray());
    }

    [Fact]
    public void Parse_NumbersStartAtAMultipleOfEight() => Assert.Equal(0, ModelBytes.Split(ModelBytes.Sound()).Header.Length % 8);

    [Fact]
    public void Save_OverAnOlderFile_ReplacesItAndLeavesNothingElse()
    {
        using var folder = new TempFolder();
        string path = folder.Write("m.safetensors", [1, 2, 3]);

        ModelFile.Save(path, ModelBytes.Network(), ModelBytes.Card);

        Assert.Equal(ModelBytes.Sound(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Parse_NoThreads_IsTheCallersMistakeAndNotTheFiles(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelFile.Parse(ModelBytes.Sound(), ModelBytes.Name, threads));

    [Fact]
    public void Load_NoFile_SaysSo() =>
        Assert.Throws<FileNotFoundException>(() => ModelFile.Load(Path.Combine(Path.GetTempPath(), "cifra-no-such-file.safetensors")));

    internal static float[] Probabilities(DigitClassifier classifier, DigitSet digits)
    {
        float[] probabilities = new float[digits.Count * DigitClassifier.Classes];
        classifier.Probabilities(digits.AllPixels, probabilities);
        return probabilities;
    }
}
