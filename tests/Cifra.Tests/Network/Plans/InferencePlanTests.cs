using Cifra.Network;
using Cifra.Network.Plans;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Network.Plans;

/// <summary>A compiled network computes what its layers compute one by one, but for rounding.</summary>
public sealed class InferencePlanTests
{
    public static TheoryData<string> Names => [.. SampleNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_SampleNetwork_GivesWhatItsLayersGive(string name)
    {
        NeuralNetwork network = SampleNetworks.All[name]();
        var plan = new InferencePlan(network);
        var x = new Tensor(network.Input.WithCount(plan.MostBlocks * Tensor.Lanes));
        Samples.Uniform(x.Values.Length, new SeededRandom(5)).CopyTo(x.Values);

        float[] expected = network.Forward(x, new Pass(new Workers(1))).Values.ToArray();
        float[] actual = plan.Run(x.Values, plan.MostBlocks, new Scratch()).ToArray();

        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        Assert.All(actual, (value, i) => Assert.InRange(Math.Abs(value - expected[i]), 0, 1e-4 * scale));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_OneBlockAlone_GivesTheSameBitsAsAmongOthers(string name)
    {
        NeuralNetwork network = SampleNetworks.All[name]();
        var plan = new InferencePlan(network);
        int block = network.Input.Features * Tensor.Lanes;
        float[] x = Samples.Uniform(plan.MostBlocks * block, new SeededRandom(6));
        var scratch = new Scratch();
        float[] together = plan.Run(x, plan.MostBlocks, scratch).ToArray();

        for (int i = 0; i < plan.MostBlocks; i++)
        {
            float[] alone = plan.Run(x.AsSpan(i * block, block), 1, scratch).ToArray();
            Bits.AssertSame([.. together.AsSpan(i * alone.Length, alone.Length)], alone);
        }
    }

    [Fact]
    public void Run_AgainAndAgain_AllocatesNothing()
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All["standard"], seed: 1);
        var plan = new InferencePlan(network);
        float[] x = new float[network.Input.Features * Tensor.Lanes];
        var scratch = new Scratch();
        plan.Run(x, 1, scratch);

        Allocation.AssertNone(() => plan.Run(x, 1, scratch));
    }
}
