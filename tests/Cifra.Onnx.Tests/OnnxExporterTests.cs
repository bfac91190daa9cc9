using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Onnx.Format;
using Cifra.Training;

namespace Cifra.Onnx.Tests;

public sealed class OnnxExporterTests : IDisposable
{
    private const int Pictures = 3;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, bool> Cases => [.. OnnxNetworks.All.Keys.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Export_EveryKindOfLayer_ComputesWhatTheNetworkDoes(string name, bool keepNorms)
    {
        var random = new Random(3);
        ExpectSame(OnnxNetworks.All[name](random), new OnnxOptions { KeepNorms = keepNorms }, random);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Export_ManyRandomNetworks_ComputesWhatTheyDo(bool keepNorms)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            ExpectSame(OnnxNetworks.Any(random), new OnnxOptions { KeepNorms = keepNorms }, random);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Export_WithoutGreyLevels_TakesWhatForwardTakes(string name, bool keepNorms)
    {
        var random = new Random(4);
        NeuralNetwork network = OnnxNetworks.All[name](random);
        float[] x = [.. Enumerable.Range(0, Pictures * network.Input.Features).Select(_ => random.NextSingle() - 0.3f)];

        using var model = new OnnxModel(Export(network, new OnnxOptions { KeepNorms = keepNorms, TakesGreyLevels = false }));

        Agreement.Expect(Forward(network, x), model.Run(x, network.Input.WithCount(Pictures)).Scores);
    }

    [Fact]
    public void Networks_OfTheseTests_HoldEveryKindOfLayer()
    {
        IEnumerable<Type> tested = OnnxNetworks.All.Values.SelectMany(make => make(new Random(1)).Layers).Select(layer => layer.GetType()).Distinct();

        IEnumerable<Type> all = typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract);

        Assert.Equal(all.Select(type => type.Name).Order(StringComparer.Ordinal), tested.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Export_NormBehindConvolution_FoldsOrKeepsIt()
    {
        // y = 2·(3·x + 1 - 7)/√(0.25) + 5 = 12·x - 19, but for ε.
        var convolution = new Convolution(1, 1, Window.Square(1), new Random(1));
        convolution.Parameters[0].Values[0] = 3;
        convolution.Parameters[1].Values[0] = 1;
        var norm = new BatchNorm(1);
        float[] constants = [2, 5, 7, 0.25f];
        for (int i = 0; i < constants.Length; i++)
        {
            norm.Parameters[i].Values[0] = constants[i];
        }

        var network = new NeuralNetwork(new Shape(1, 1, 1, 1), 0, 1, [convolution, norm]);

        ModelProto folded = Parse(Export(network, new OnnxOptions { TakesGreyLevels = false }));
        ModelProto kept = Parse(Export(network, new OnnxOptions { TakesGreyLevels = false, KeepNorms = true }));

        Assert.Equal(["Conv", "Flatten", "Softmax"], folded.Graph.Node.Select(node => node.OpType));
        Assert.Equal(["Conv", "BatchNormalization", "Flatten", "Softmax"], kept.Graph.Node.Select(node => node.OpType));
        Assert.Equal(["0.convolution.weight", "0.convolution.bias"], folded.Graph.Initializer.Select(tensor => tensor.Name));
        Assert.Equal([12, -19], folded.Graph.Initializer.Select(tensor => BitConverter.ToSingle(tensor.RawData.Span)), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(3, BitConverter.ToSingle(kept.Graph.Initializer[0].RawData.Span));
        Assert.Equal(
            ["0.convolution", "1.batchNorm.scale", "1.batchNorm.shift", "1.batchNorm.mean", "1.batchNorm.variance"], kept.Graph.Node[1].Input);
    }

    [Fact]
    public void Export_Quick_SaysWhatItIsAndWhereItComesFrom()
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 1);

        using var stream = new MemoryStream();
        OnnxExporter.Export(new DigitClassifier(network, card: new ModelCard { Recipe = "quick", Data = "mnist", Seed = 4 }, hash: "sha256:12"), stream);

        ModelProto model = Parse(stream.ToArray());
        string version = typeof(NeuralNetwork).Assembly.GetName().Version!.ToString(3); // all packages have the same
        Assert.Equal((8, "cifra", version), (model.IrVersion, model.ProducerName, model.ProducerVersion));
        using var session = new OnnxModel(stream.ToArray());
        Assert.Equal(["pictures [-1, 1, 28, 28]"], session.Inputs);
        Assert.Equal(["scores [-1, 10]", "probabilities [-1, 10]"], session.Outputs);
        OperatorSetIdProto operators = Assert.Single(model.OpsetImport);
        Assert.Equal(("", 17), (operators.Domain, operators.Version));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["model"] = "sha256:12",
                ["recipe"] = "quick",
                ["data"] = "mnist",
                ["seed"] = "4",
                ["mean"] = "0.1307",
                ["deviation"] = "0.3081",
                ["input"] = "grey levels 0..255",
                ["norms"] = "folded",
                ["classes"] = "0,1,2,3,4,5,6,7,8,9",
            },
            session.Metadata);
        Assert.Equal(
            ["Mul", "Add", "Conv", "Relu", "MaxPool", "Conv", "Relu", "MaxPool", "Flatten", "Gemm", "Relu", "Gemm", "Softmax"],
            model.Graph.Node.Select(node => node.OpType));
        Assert.Equal(
            [[], [], [24, 1, 5, 5], [24], [32, 24, 3, 3], [32], [256, 800], [256], [10, 256], [10]],
            model.Graph.Initializer.Select(tensor => tensor.Dims.ToArray()));
        foreach ((string name, Parameter parameter) in network.Parameters)
        {
            byte[] raw = model.Graph.Initializer.Single(tensor => tensor.Name == name).RawData.ToByteArray();
            Assert.Equal(parameter.Values.ToArray(), raw.Chunk(4).Select(four => BitConverter.ToSingle(four)));
        }
    }

    [Fact]
    public void Export_EveryOverload_WritesTheSameBytes()
    {
        NeuralNetwork network = OnnxNetworks.All["quick"](new Random(5));
        var classifier = new DigitClassifier(network);
        using var stream = new MemoryStream();

        OnnxExporter.Export(network, stream);
        OnnxExporter.Export(network, _folder.At("new/network.onnx"));
        OnnxExporter.Export(classifier, _folder.At("classifier.onnx"));
        byte[] first = stream.ToArray();
        OnnxExporter.Export(classifier, stream); // it is still open

        Assert.NotEmpty(first);
        Assert.Equal(first, File.ReadAllBytes(_folder.At("new/network.onnx")));
        Assert.Equal(first, File.ReadAllBytes(_folder.At("classifier.onnx")));
        Assert.Equal([.. first, .. first], stream.ToArray());
    }

    [Fact]
    public void Export_OverAnOldFile_ReplacesIt()
    {
        string path = _folder.Write("m.onnx", new byte[1_000_000]);

        OnnxExporter.Export(OnnxNetworks.All["nothing to compute"](new Random(5)), path);

        Assert.Equal("cifra", Parse(File.ReadAllBytes(path)).ProducerName); // would fail on what is left of a longer file
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Export_LayerOfAnUnknownKind_NamesItAndWritesNothing()
    {
        var network = new NeuralNetwork(new Shape(1, 1, 2, 2), 0, 1, [new Relu(), new Unheard()]);
        string path = _folder.Write("m.onnx", "old"u8);
        using var stream = new MemoryStream();

        NotSupportedException error = Assert.Throws<NotSupportedException>(() => OnnxExporter.Export(network, path));
        Assert.Throws<NotSupportedException>(() => OnnxExporter.Export(network, stream));

        Assert.Contains("1.unheard", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Export_Ensemble_SaysWhatToDoInstead()
    {
        NeuralNetwork network = OnnxNetworks.All["quick"](new Random(5));

        ArgumentException error = Assert.Throws<ArgumentException>(() => OnnxExporter.Export(new DigitClassifier([network, network]), _folder.At("m.onnx")));

        Assert.Contains("An ensemble of 2 networks has no ONNX form; export each of its networks.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static void ExpectSame(NeuralNetwork network, OnnxOptions options, Random random)
    {
        float[] levels = [.. Enumerable.Range(0, Pictures * network.Input.Features).Select(_ => (float)random.Next(256))];
        byte[] file = Export(network, options);
        ExpectTidy(Parse(file).Graph);

        using var model = new OnnxModel(file);
        (float[] scores, float[] probabilities) = model.Run(levels, network.Input.WithCount(Pictures));

        float[] expected = Forward(network, [.. levels.Select(level => (float)(((level / 255) - network.Mean) / network.Deviation))]);
        Agreement.Expect(expected, scores);
        Agreement.Expect([.. expected.Chunk(network.Output.Features).SelectMany(Probabilities)], probabilities);
    }

    // What ONNX Runtime does not insist on: every node has a name of its own, and every constant is used.
    private static void ExpectTidy(GraphProto graph)
    {
        Assert.Equal(graph.Node.Count, graph.Node.Select(node => node.Name).Distinct().Count());
        Assert.Empty(graph.Initializer.Select(tensor => tensor.Name).Except(graph.Node.SelectMany(node => node.Input)));
    }

    private static byte[] Export(NeuralNetwork network, OnnxOptions options)
    {
        using var stream = new MemoryStream();
        OnnxExporter.Export(network, stream, options);
        return stream.ToArray();
    }

    private static ModelProto Parse(byte[] file) => ModelProto.Parser.ParseFrom(file);

    private static float[] Forward(NeuralNetwork network, float[] numbers)
    {
        Shape shape = network.Input.WithCount(Pictures);
        var x = new Tensor(shape);
        for (int i = 0; i < numbers.Length; i++)
        {
            int position = i % shape.Positions;
            x[i / shape.Features, i / shape.Positions % shape.Channels, position / shape.Width, position % shape.Width] = numbers[i];
        }

        Tensor y = network.Forward(x, new Pass(new Workers(1)));
        return [.. Enumerable.Range(0, Pictures * y.Shape.Features).Select(i =>
        {
            int position = i % y.Shape.Positions;
            return y[i / y.Shape.Features, i / y.Shape.Positions % y.Shape.Channels, position / y.Shape.Width, position % y.Shape.Width];
        })];
    }

    private static float[] Probabilities(float[] scores)
    {
        float[] probabilities = new float[scores.Length];
        Softmax.Apply(scores, probabilities);
        return probabilities;
    }

    private sealed class Unheard : Layer
    {
        public override LayerDescription Description => new("unheard");

        public override Shape OutputShape(Shape input) => input;

        public override void Forward(Tensor x, Tensor y, Pass pass) => throw new NotSupportedException();

        public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass) => throw new NotSupportedException();
    }
}
