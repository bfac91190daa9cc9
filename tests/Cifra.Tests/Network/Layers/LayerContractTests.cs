using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Tests.Network.Layers;

/// <summary>What every layer owes: its shape, its gradient, the same bits every time, any number of callers, save and load, refusal by name.</summary>
public sealed class LayerContractTests
{
    // Inputs are not square, the batch is not a multiple of the lanes.
    private static readonly Dictionary<string, (Func<Layer> Make, Shape Input, Shape Output)> Cases = new()
    {
        ["convolution"] = (() => new Convolution(2, 5, new Window(3, 2), new SeededRandom(1)), new Shape(3, 2, 5, 4), new Shape(3, 5, 3, 3)),
        ["convolution padded"] = (() => new Convolution(2, 3, new Window(3, 5, 1, 1, 2), new SeededRandom(1)), new Shape(2, 2, 4, 5), new Shape(2, 3, 4, 5)),
        ["convolution strided"] = (
            () => new Convolution(1, 4, new Window(2, 3, 2, 1, 0), new SeededRandom(1), bias: false), new Shape(2, 1, 5, 7), new Shape(2, 4, 3, 3)),
        ["convolution over-padded"] = (
            () => new Convolution(1, 2, new Window(2, 2, 1, 2, 3), new SeededRandom(1)), new Shape(1, 1, 2, 3), new Shape(1, 2, 5, 8)),
        ["convolution 1x1"] = (() => new Convolution(3, 6, Window.Square(1), new SeededRandom(1)), new Shape(2, 3, 2, 3), new Shape(2, 6, 2, 3)),
        ["dense"] = (() => new Dense(6, 5, new SeededRandom(7)), new Shape(19, 6, 1, 1), new Shape(19, 5, 1, 1)),
        ["dense of a picture"] = (() => new Dense(12, 3, new SeededRandom(7)), new Shape(2, 2, 2, 3), new Shape(2, 3, 1, 1)),
        ["maxPool"] = (() => new MaxPool(new Window(2, 3, 2)), new Shape(2, 2, 5, 7), new Shape(2, 2, 2, 3)),
        ["maxPool overlapping, padded"] = (() => new MaxPool(new Window(3, 3, 2, 1, 1)), new Shape(2, 1, 4, 7), new Shape(2, 1, 2, 4)),
        ["globalAveragePool"] = (() => new GlobalAveragePool(), new Shape(3, 2, 3, 4), new Shape(3, 2, 1, 1)),
        ["batchNorm"] = (() => new BatchNorm(2), new Shape(3, 2, 2, 3), new Shape(3, 2, 2, 3)),
        ["batchNorm of two blocks"] = (() => new BatchNorm(1), new Shape(19, 1, 1, 2), new Shape(19, 1, 1, 2)),
        ["relu"] = (() => new Relu(), new Shape(3, 2, 3, 2), new Shape(3, 2, 3, 2)),
        ["dropout"] = (() => new Dropout(0.4), new Shape(3, 2, 3, 2), new Shape(3, 2, 3, 2)),
        ["flatten"] = (() => new Flatten(), new Shape(3, 2, 3, 4), new Shape(3, 24, 1, 1)),
    };

    private static readonly Dictionary<string, (Layer Layer, Shape Input, string Says)> Refusals = new()
    {
        ["convolution channels"] = (
            new Convolution(2, 3, Window.Square(3), new SeededRandom(1)), new Shape(1, 1, 8, 8), "Convolution takes 2 channels; 1x1x8x8 has 1"),
        ["convolution size"] = (new Convolution(1, 3, Window.Square(5), new SeededRandom(1)), new Shape(1, 1, 3, 9), "5x5 does not fit a picture of 3x9"),
        ["dense"] = (new Dense(4, 2, new SeededRandom(1)), new Shape(1, 1, 3, 3), "Dense takes 4 features; 1x1x3x3 has 9"),
        ["maxPool"] = (new MaxPool(Window.Square(3)), new Shape(1, 1, 2, 9), "3x3 does not fit a picture of 2x9"),
        ["batchNorm"] = (new BatchNorm(3), new Shape(1, 2, 1, 1), "BatchNorm takes 3 channels; 1x2x1x1 has 2"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> RefusalNames => [.. Refusals.Keys];

    [Fact]
    public void Cases_CoverEveryKindThatAFileMayName() =>
        Assert.Equal(LayerCatalog.BuiltIn.Kinds.Order(), Cases.Values.Select(c => c.Make().Description.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputShape_KnownInput_IsAsComputedByHand(string name) =>
        Assert.Equal(Cases[name].Output, Cases[name].Make().OutputShape(Cases[name].Input));

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_RandomBatch_MatchesFiniteDifferences(string name) =>
        GradientCheck.Run(Cases[name].Make(), Cases[name].Input, tolerance: 4e-3);

    [Theory]
    [MemberData(nameof(Names))]
    public void ForwardAndBackward_OneAndThreeThreads_SameBits(string name)
    {
        (Func<Layer> make, Shape input, _) = Cases[name];
        Assert.Equal(Outcome(make(), input.WithCount(37), threads: 1), Outcome(make(), input.WithCount(37), threads: 3));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_ManyCallersAtOnce_EachGetsTheSame(string name)
    {
        (Func<Layer> make, Shape input, _) = Cases[name];
        Layer layer = make();
        float[] expected = Infer(layer, input);

        Parallel.For(0, 16, _ => Assert.Equal(expected, Infer(layer, input)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_LanesBeyondTheCount_ChangeNothing(string name)
    {
        (Func<Layer> make, Shape input, _) = Cases[name];
        Tensor alone = Samples.Batch(input.WithCount(1), new SeededRandom(4));
        Tensor crowd = Samples.Batch(input.WithCount(16), new SeededRandom(4)); // its first image is the same
        Layer layer = make();

        Assert.Equal(Images(layer, alone)[..layer.OutputShape(input).Features], Images(layer, crowd)[..layer.OutputShape(input).Features]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Build_FromItsDescriptionAndValues_ComputesTheSame(string name)
    {
        (Func<Layer> make, Shape input, _) = Cases[name];
        Layer layer = make();
        foreach (Parameter parameter in layer.Parameters)
        {
            Samples.Uniform(parameter.Length, new SeededRandom(parameter.Length)).Select(Math.Abs).ToArray().CopyTo(parameter.Values);
        }

        Layer copy = LayerCatalog.BuiltIn.Build(layer.Description, new SeededRandom(99));
        foreach ((Parameter from, Parameter to) in layer.Parameters.Zip(copy.Parameters))
        {
            from.Values.CopyTo(to.Values);
        }

        Assert.Equal(layer.Description, copy.Description);
        Assert.Equal(layer.Parameters.Sum(p => p.Length), LayerCatalog.BuiltIn.ParameterCount(layer.Description));
        Assert.Equal(Infer(layer, input), Infer(copy, input));
    }

    [Fact]
    public void Forward_TwoDropouts_DropDifferentValues()
    {
        var x = new Tensor(new Shape(16, 1, 8, 8));
        x.Values.Fill(1);
        (Tensor first, Tensor second) = (new Tensor(x.Shape), new Tensor(x.Shape));
        var pass = new Pass(new Workers(1)) { Training = true, Seed = 1 };

        new Dropout(0.5).Forward(x, first, pass);
        new Dropout(0.5).Forward(x, second, pass);

        Assert.NotEqual(Samples.Images(first), Samples.Images(second));
    }

    [Theory]
    [MemberData(nameof(RefusalNames))]
    public void OutputShape_InputThatDoesNotFit_IsRefusedByName(string name)
    {
        (Layer layer, Shape input, string says) = Refusals[name];

        ArgumentException error = Assert.Throws<ArgumentException>(() => layer.OutputShape(input));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    private static float[] Infer(Layer layer, Shape input) => Images(layer, Samples.Batch(input, new SeededRandom(2)));

    private static float[] Images(Layer layer, Tensor x)
    {
        var y = new Tensor(layer.OutputShape(x.Shape));
        layer.Forward(x, y, new Pass(new Workers(1)));
        return Samples.Images(y);
    }

    private static float[] Outcome(Layer layer, Shape input, int threads)
    {
        var random = new SeededRandom(8);
        Tensor x = Samples.Batch(input, random);
        var y = new Tensor(layer.OutputShape(input));
        Tensor dy = Samples.Batch(y.Shape, random);
        var dx = new Tensor(input);
        var pass = new Pass(new Workers(threads)) { Training = true, Seed = 1 };
        layer.Forward(x, y, pass);
        layer.Backward(x, dy, dx, pass);
        return [.. Samples.Images(y), .. Samples.Images(dx), .. layer.Parameters.SelectMany(p => p.Gradient.ToArray().Concat(p.Values.ToArray()))];
    }
}
