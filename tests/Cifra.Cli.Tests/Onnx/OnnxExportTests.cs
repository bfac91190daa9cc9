using Cifra.Cli.Onnx;
using Cifra.Cli.Onnx.Format;
using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Cli.Tests.Onnx;

public sealed class OnnxExportTests
{
    private const int Pictures = 3;

    public static TheoryData<string, bool> Cases => [.. OnnxNetworks.All.Keys.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Model_AnyNetwork_ComputesWhatTheNetworkDoes(string name, bool keepNorms)
    {
        var random = new Random(3);
        ExpectSame(OnnxNetworks.All[name](random), new OnnxOptions { KeepNorms = keepNorms }, random);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Model_ManyRandomNetworks_ComputesWhatTheyDo(bool keepNorms)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            ExpectSame(OnnxNetworks.Any(random), new OnnxOptions { KeepNorms = keepNorms }, random);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Model_WithoutGreyLevels_TakesWhatForwardTakes(string name, bool keepNorms)
    {
        var random = new Random(4);
        NeuralNetwork network = OnnxNetworks.All[name](random);
        float[] x = [.. Enumerable.Range(0, Pictures * network.Input.Features).Select(_ => random.NextSingle() - 0.3f)];

        ModelProto model = Export(network, new OnnxOptions { KeepNorms = keepNorms, TakesGreyLevels = false });

        ExpectClose(Forward(network, x), OnnxRunner.Run(model, Batch(network.Input, x))["scores"]);
    }

    [Fact]
    public void Networks_OfTheseTests_HoldEveryKindOfLayer()
    {
        IEnumerable<Type> tested = OnnxNetworks.All.Values.SelectMany(make => make(new Random(1)).Layers).Select(layer => layer.GetType()).Distinct();

        IEnumerable<Type> all = typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract);

        Assert.Equal(all.Select(type => type.Name).Order(StringComparer.Ordinal), tested.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Model_NormBehindConvolution_FoldsOrKeepsIt()
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

        ModelProto folded = Export(network, new OnnxOptions { TakesGreyLevels = false });
        ModelProto kept = Export(network, new OnnxOptions { TakesGreyLevels = false, KeepNorms = true });

        Assert.Equal(["Conv", "Flatten", "Softmax"], folded.Graph.Node.Select(node => node.OpType));
        Assert.Equal(["Conv", "BatchNormalization", "Flatten", "Softmax"], kept.Graph.Node.Select(node => node.OpType));
        Assert.Equal(["0.convolution.weight", "0.convolution.bias"], folded.Graph.Initializer.Select(tensor => tensor.Name));
        Assert.Equal([12, -19], folded.Graph.Initializer.Select(tensor => BitConverter.ToSingle(tensor.RawData.Span)), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(3, BitConverter.ToSingle(kept.Graph.Initializer[0].RawData.Span));
        Assert.Equal(
            ["0.convolution", "1.batchNorm.scale", "1.batchNorm.shift", "1.batchNorm.mean", "1.batchNorm.variance"], kept.Graph.Node[1].Input);
    }

    [Fact]
    public void Model_Quick_SaysWhatItIsAndWhereItComesFrom()
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["quick"], seed: 1);

        ModelProto model = ModelProto.Parser.ParseFrom(
            OnnxExport.Bytes(network, new ModelCard { Recipe = "quick", Data = "mnist", Seed = 4 }, "sha256:12", new OnnxOptions()));

        Assert.Equal((8, "cifra", "0.1.0"), (model.IrVersion, model.ProducerName, model.ProducerVersion));
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
            model.MetadataProps.ToDictionary(property => property.Key, property => property.Value));
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
    public void Bytes_SameNetworkTwice_AreTheSame()
    {
        NeuralNetwork network = OnnxNetworks.All["quick"](new Random(5));

        byte[] first = OnnxExport.Bytes(network, new ModelCard(), "", new OnnxOptions());

        Assert.Equal(first, OnnxExport.Bytes(network, new ModelCard(), "", new OnnxOptions()));
    }

    [Fact]
    public void Bytes_LayerOfAnUnknownKind_NamesIt()
    {
        var network = new NeuralNetwork(new Shape(1, 1, 2, 2), 0, 1, [new Relu(), new Unheard()]);

        NotSupportedException error = Assert.Throws<NotSupportedException>(() => OnnxExport.Bytes(network, new ModelCard(), "", new OnnxOptions()));

        Assert.Contains("1.unheard", error.Message, StringComparison.Ordinal);
    }

    private static void ExpectSame(NeuralNetwork network, OnnxOptions options, Random random)
    {
        float[] levels = [.. Enumerable.Range(0, Pictures * network.Input.Features).Select(_ => (float)random.Next(256))];

        ModelProto model = Export(network, options);
        Dictionary<string, OnnxValue> values = OnnxRunner.Run(model, Batch(network.Input, levels));

        Assert.Equal(["scores", "probabilities"], model.Graph.Output.Select(output => output.Name));
        float[] scores = Forward(network, [.. levels.Select(level => (float)(((level / 255) - network.Mean) / network.Deviation))]);
        ExpectClose(scores, values["scores"]);
        ExpectClose([.. scores.Chunk(network.Output.Features).SelectMany(Probabilities)], values["probabilities"]);
    }

    private static ModelProto Export(NeuralNetwork network, OnnxOptions options) =>
        ModelProto.Parser.ParseFrom(OnnxExport.Bytes(network, new ModelCard(), "", options));

    private static OnnxValue Batch(Shape input, float[] numbers) =>
        new([Pictures, input.Channels, input.Height, input.Width], [.. numbers.Select(number => (double)number)]);

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

    private static void ExpectClose(float[] expected, OnnxValue actual)
    {
        Assert.Equal(expected.Length, actual.Numbers.Length);
        double size = Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(actual.Numbers), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * size));
    }

    private sealed class Unheard : Layer
    {
        public override LayerDescription Description => new("unheard");

        public override Shape OutputShape(Shape input) => input;

        public override void Forward(Tensor x, Tensor y, Pass pass) => throw new NotSupportedException();

        public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass) => throw new NotSupportedException();
    }
}
