using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Tests.Network;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training;

/// <summary>A network, a layer and an optimizer of the program's own, trained by the recipe as the built-in ones are.</summary>
public sealed class OwnPartsTests
{
    private static readonly Recipe Own = TinyTraining.Recipe with
    {
        Architecture = "own",
        Network = new NetworkDescription(1, 28, 28, 0.1307, 0.3081,
        [
            new LayerDescription("convolution", new Dictionary<string, double>
            {
                ["inputs"] = 1, ["outputs"] = 4, ["height"] = 3, ["width"] = 3, ["stride"] = 1, ["paddingHeight"] = 1, ["paddingWidth"] = 1, ["bias"] = 1,
            }),
            new LayerDescription(ChannelScale.Kind.Name, new Dictionary<string, double> { ["channels"] = 4 }),
            new LayerDescription("relu"),
            new LayerDescription("globalAveragePool"),
            new LayerDescription("flatten"),
            new LayerDescription("dense", new Dictionary<string, double> { ["inputs"] = 4, ["outputs"] = 10 }),
        ]),
        Optimizer = new SignOptimizerSettings(0.9),
    };

    private static readonly TrainingOptions Options = new() { Threads = 2, Layers = LayerCatalog.BuiltIn.With(ChannelScale.Kind) };

    [Fact]
    public void Run_OwnLayerAndOptimizer_TrainsTheLayerAndRoundTripsThroughAFile()
    {
        using var folder = new TempFolder();

        TrainingResult result = Run(Options);
        ModelFile.Save(folder.At("own.safetensors"), result.Network, result.Card);
        NeuralNetwork loaded = ModelFile.Load(folder.At("own.safetensors"), new ModelOptions { Layers = Options.Layers }).Network;

        float[] factors = result.Network.Layers[1].Parameters[0].Values.ToArray();
        Assert.All(factors, factor => Assert.True(float.IsFinite(factor) && factor != 1, $"{factor} was not trained"));
        Assert.Equal(factors, loaded.Layers[1].Parameters[0].Values.ToArray());
    }

    [Fact]
    public void Run_MoreThreads_GivesTheSameNetwork() => Assert.Equal(TinyTraining.Hash(Run(Options with { Threads = 1 })), TinyTraining.Hash(Run(Options)));

    [Fact]
    public void Run_StoppedAndResumed_GivesTheSameNetwork()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        TrainingOptions options = Options with { CheckpointPath = folder.At("own.checkpoint") };

        Assert.Throws<OperationCanceledException>(() => Run(options with { Progress = _ => stop.Cancel() }, Own, stop.Token));
        string resumed = TinyTraining.Hash(Run(options));

        Assert.Equal(TinyTraining.Hash(Run(Options)), resumed);
    }

    [Fact]
    public void Run_CheckpointOfOtherConstants_IsRefused()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        TrainingOptions options = Options with { CheckpointPath = folder.At("own.checkpoint") };
        Assert.Throws<OperationCanceledException>(() => Run(options with { Progress = _ => stop.Cancel() }, Own, stop.Token));

        Assert.Throws<ForeignCheckpointException>(() => Run(options, Own with { Optimizer = new SignOptimizerSettings(0.8) }));
        Assert.Throws<ForeignCheckpointException>(() => Run(options, Own with { Optimizer = new OptimizerSettings.Sgd() }));
    }

    [Fact]
    public void Trainer_LayerThatIsNotNamed_IsRefusedByItsName()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new Trainer(Own, TinyTraining.Digits, null, new TrainingOptions()));

        Assert.Contains("found \"channel-scale\"", error.Message, StringComparison.Ordinal);
    }

    private static TrainingResult Run(TrainingOptions options, Recipe? recipe = null, CancellationToken cancellation = default) =>
        new Trainer(recipe ?? Own, TinyTraining.Digits, validation: null, options).Run(cancellation);

    // Signed momentum: v = β·v + (1 - β)·g, w -= rate·sign(v) - rate·decay·w.
    private sealed record SignOptimizerSettings(double Beta) : CustomOptimizerSettings
    {
        public override string Name => "sign";

        public override IReadOnlyDictionary<string, double> Constants => new Dictionary<string, double> { ["beta"] = Beta };

        public override Optimizer Create(NeuralNetwork network, double weightDecay) => new SignOptimizer(network, weightDecay, Beta);
    }

    private sealed class SignOptimizer : Optimizer
    {
        private readonly double _beta;
        private readonly IReadOnlyList<float[]> _mean;

        public SignOptimizer(NeuralNetwork network, double weightDecay, double beta)
            : base(network, weightDecay)
        {
            _beta = beta;
            _mean = AddState("mean");
        }

        protected override void Update(int parameter, Range range, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerStep current)
        {
            Span<float> mean = _mean[parameter].AsSpan()[range];
            for (int i = 0; i < weights.Length; i++)
            {
                mean[i] = (float)((_beta * mean[i]) + ((1 - _beta) * gradients[i]));
                weights[i] -= (float)(current.Rate * (MathF.Sign(mean[i]) + (current.WeightDecay * weights[i])));
            }
        }
    }
}
