using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Tests.Network.Plans;

/// <summary>A picture alone gets the bits that it gets in a block of sixteen.</summary>
public sealed class PicturePlanTests
{
    private const int Pictures = 7;

    public static TheoryData<string> Names => [.. SampleNetworks.All.Keys.Where(name => !WithoutForm.Contains(name))];

    // A pool of 3x3, a norm that follows no convolution, a rectifier that follows another.
    private static string[] WithoutForm => ["strides and paddings", "norms alone", "pools of odd sizes"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_SampleNetwork_GivesTheBitsOfTheBlockPlan(string name)
    {
        NeuralNetwork network = SampleNetworks.All[name]();

        Compare(network);
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(-0.3f)]
    [InlineData(-0.8f)]
    public void Run_FewOrManyZerosBeforeDense_GivesTheBitsOfTheBlockPlan(float bias)
    {
        var random = new SeededRandom(8);
        var convolution = new Convolution(1, 16, Window.Square(3), random);
        var network = new NeuralNetwork(
            new Shape(1, 1, 9, 9), 0, 1, [convolution, new Relu(), new Dense(16 * 49, 64, random), new Relu(), new Dense(64, 128, random)]);
        convolution.Parameters[1].Values.Fill(bias);

        Compare(network);
    }

    [Fact]
    public void From_LayersWithoutAForm_IsNone() =>
        Assert.All(WithoutForm, name => Assert.Null(PicturePlan.From(new InferencePlan(SampleNetworks.All[name]()))));

    private static void Compare(NeuralNetwork network)
    {
        var blocks = new InferencePlan(network);
        var plan = PicturePlan.From(blocks);
        Assert.NotNull(plan);
        float[] x = Samples.Uniform(network.Input.Features * Tensor.Lanes, new SeededRandom(5)); // [C][H][W][16]
        float[] expected = blocks.Run(x, 1, new Scratch()).ToArray();
        float[] pictures = [.. Enumerable.Range(0, Pictures).SelectMany(lane => Picture(x, lane, network.Input))];
        var scratch = new Scratch();

        float[] together = plan.Run(pictures, Pictures, scratch).ToArray();

        int size = PicturePlan.InputSize(network.Input);
        for (int n = 0; n < Pictures; n++)
        {
            float[] ofBlock = [.. Enumerable.Range(0, network.Output.Features).Select(k => expected[(k * Tensor.Lanes) + n])];
            ReadOnlySpan<float> alone = plan.Run(pictures.AsSpan(n * size, size), 1, scratch);
            Bits.AssertSame(ofBlock, alone[..ofBlock.Length], $"picture {n} alone:");
            Bits.AssertSame(ofBlock, together.AsSpan(n * plan.OutputSize, ofBlock.Length), $"picture {n} of {Pictures}:");
        }
    }

    // [H][W][C], the channels filled up with zeros.
    private static float[] Picture(float[] block, int lane, Shape input)
    {
        int step = PicturePlan.ChannelStep(input);
        float[] picture = new float[PicturePlan.InputSize(input)];
        for (int i = 0; i < input.Features; i++)
        {
            picture[(i % input.Positions * step) + (i / input.Positions)] = block[(i * Tensor.Lanes) + lane];
        }

        return picture;
    }
}
