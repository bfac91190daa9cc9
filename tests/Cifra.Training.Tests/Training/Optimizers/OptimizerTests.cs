using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training.Optimizers;

/// <summary>Two steps of each rule, computed in Python in double precision from the papers' formulas (PyTorch's conventions).</summary>
/// <remarks>A weight starts at 1 and an offset at 0.5; the gradients are 0.5 and then -0.25; the weight decay is 0.01 and spares offsets.</remarks>
public sealed class OptimizerTests
{
    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Dictionary<string, (OptimizerSettings Settings, double Rate, double[] Weight, double[] Offset)> Cases { get; } = new()
    {
        ["sgd with momentum"] = (new OptimizerSettings.Sgd(0.9, Nesterov: false), 0.1, [0.949, 0.927151], [0.45, 0.43]),
        ["sgd with Nesterov's"] = (new OptimizerSettings.Sgd(0.9), 0.1, [0.9031, 0.90757411], [0.405, 0.412]),
        ["adam"] = (new OptimizerSettings.Adam(), 0.1, [0.9000000019607843, 0.8712293476231743], [0.400000002, 0.3733662987078464]),
        ["adamW"] = (new OptimizerSettings.AdamW(), 0.1, [0.899000002, 0.8714672987058463], [0.400000002, 0.3733662987078464]),
        ["adadelta"] = (new OptimizerSettings.Adadelta(), 1, [0.9968377831277301, 0.9988252494100784], [0.4968377855834875, 0.4989228726112789]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_TwoSteps_IsAsComputedByHand(string name)
    {
        (OptimizerSettings settings, double rate, double[] weights, double[] offsets) = Cases[name];
        NeuralNetwork network = Network();
        Optimizer optimizer = Optimizer.Create(settings, network, weightDecay: 0.01);
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            parameter.Values.Fill(parameter.Role == ParameterRole.Weight ? 1 : 0.5f);
        }

        float[] gradients = [0.5f, -0.25f];
        for (int step = 0; step < gradients.Length; step++)
        {
            foreach ((_, Parameter parameter) in network.Parameters)
            {
                parameter.Gradient.Fill(gradients[step]);
            }

            optimizer.Step(rate, step + 1, new Workers(2));

            foreach ((string parameterName, Parameter parameter) in network.Parameters)
            {
                double expected = parameter.Role switch
                {
                    ParameterRole.Weight => weights[step],
                    ParameterRole.Offset => offsets[step], // biases, and the norm's scale and shift, do not decay
                    _ => 0.5, // running statistics are not learned
                };
                foreach (float value in parameter.Values)
                {
                    Assert.True(Math.Abs(expected - value) < 2e-7, $"step {step + 1}, {parameterName}: expected {expected}, found {value}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_StateOfAnother_ContinuesTheSame(string name)
    {
        (OptimizerSettings settings, double rate, _, _) = Cases[name];
        NeuralNetwork first = Network();
        NeuralNetwork second = Network();
        Optimizer optimizer = Optimizer.Create(settings, first, 0.01);
        Optimizer resumed = Optimizer.Create(settings, second, 0.01);
        Take(optimizer, first, rate, 1);
        second.CopyParametersFrom(first);

        resumed.Restore(optimizer.State.ToDictionary(t => t.Name, t => t with { Values = [.. t.Values] }), "a file");
        Take(optimizer, first, rate, 2);
        Take(resumed, second, rate, 2);

        foreach (((string parameter, Parameter expected), (_, Parameter actual)) in first.Parameters.Zip(second.Parameters))
        {
            Bits.AssertSame(expected.Values, actual.Values, parameter);
        }
    }

    [Fact]
    public void Create_ConstantOutOfRange_IsRefused()
    {
        OptimizerSettings[] wrong =
        [
            new OptimizerSettings.Sgd(Momentum: 1), new OptimizerSettings.Sgd(Momentum: -0.1), new OptimizerSettings.Adam(Beta1: 1),
            new OptimizerSettings.Adam(Beta2: double.NaN), new OptimizerSettings.AdamW(Epsilon: 0),
            new OptimizerSettings.Adadelta(Rho: 1), new OptimizerSettings.Adadelta(Epsilon: 0),
        ];

        Assert.All(wrong, settings => Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Create(settings, Network(), 0)));
    }

    private static void Take(Optimizer optimizer, NeuralNetwork network, double rate, int step)
    {
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            Samples.Uniform(parameter.Gradient.Length, new SeededRandom(step, parameter.Length)).CopyTo(parameter.Gradient);
        }

        optimizer.Step(rate, step, new Workers(1));
    }

    private static NeuralNetwork Network()
    {
        var random = new SeededRandom(1);
        return new NeuralNetwork(new Shape(1, 1, 2, 2), 0, 1,
            [new Convolution(1, 3, Window.Square(1), random), new BatchNorm(3), new Flatten(), new Dense(12, 2, random)]);
    }
}
