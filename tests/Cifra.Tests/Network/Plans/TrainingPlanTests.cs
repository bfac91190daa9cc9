using Cifra.Network;
using Cifra.Network.Plans;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Network.Plans;

/// <summary>A network compiled to train computes what its layers compute one by one, forward and back, but for rounding.</summary>
public sealed class TrainingPlanTests
{
    public static TheoryData<string> Names => [.. SampleNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_SampleNetwork_GivesWhatItsLayersGive(string name)
    {
        const int Count = 37; // two blocks and a part
        NeuralNetwork spec = SampleNetworks.All[name]();
        NeuralNetwork fast = SampleNetworks.All[name]();
        Tensor x = Batch(spec.Input.WithCount(Count), key: 1);
        Tensor dy = Batch(spec.Output.WithCount(Count), key: 2);
        var pass = new Pass(new Workers(1)) { Training = true, Seed = 3 };

        float[] expected = spec.Forward(x, pass).Values.ToArray();
        spec.Backward(x, dy, pass);
        var plan = new TrainingPlan(fast, new Pass(new Workers(2)) { Training = true, Seed = 3 });
        float[] actual = plan.Forward(x).Values.ToArray();
        foreach ((_, Parameter parameter) in fast.Parameters)
        {
            parameter.Gradient.Fill(float.NaN); // gradients are set, not added to
        }

        plan.Backward(dy);

        AssertClose(expected, actual, "scores");
        for (int i = 0; i < spec.Parameters.Count; i++)
        {
            AssertClose(spec.Parameters[i].Parameter.Gradient, fast.Parameters[i].Parameter.Gradient, spec.Parameters[i].Name);
            AssertClose(spec.Parameters[i].Parameter.Values, fast.Parameters[i].Parameter.Values, spec.Parameters[i].Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_AnyThreads_SameBits(string name)
    {
        float[] one = Gradients(name, threads: 1);

        Bits.AssertSame(one, Gradients(name, threads: 2));
        Bits.AssertSame(one, Gradients(name, threads: 3));
    }

    [Theory]
    [InlineData("quick", 1)]
    [InlineData("example", 2)]
    [InlineData("standard", 2)]
    public void Step_AgainAndAgain_AllocatesNothing(string name, int threads)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 1);
        Tensor x = Batch(network.Input.WithCount(33), key: 1);
        Tensor dy = Batch(network.Output.WithCount(33), key: 2);
        var plan = new TrainingPlan(network, new Pass(new Workers(threads)) { Training = true });
        for (int i = 0; i < 10; i++)
        {
            Step(); // until every thread has had every kind of task, and the memory for it
        }

        Allocation.AssertNone(Step);

        void Step()
        {
            plan.Forward(x);
            plan.Backward(dy);
        }
    }

    private static float[] Gradients(string name, int threads)
    {
        NeuralNetwork network = SampleNetworks.All[name]();
        Tensor x = Batch(network.Input.WithCount(50), key: 4);
        Tensor dy = Batch(network.Output.WithCount(50), key: 5);
        var plan = new TrainingPlan(network, new Pass(new Workers(threads)) { Training = true, Seed = 6 });
        plan.Forward(x);
        plan.Backward(dy);
        return [.. network.Parameters.SelectMany(p => p.Parameter.Gradient.ToArray())];
    }

    private static Tensor Batch(Shape shape, long key)
    {
        var batch = new Tensor(shape);
        Samples.Uniform(batch.Values.Length, new SeededRandom(81, key)).CopyTo(batch.Values);
        Kernels.ClearLanes(batch.Block(batch.Blocks - 1), from: batch.ImagesIn(batch.Blocks - 1));
        return batch;
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = 1e-2; // what is zero but for rounding, as a bias before a norm, has no scale of its own
        foreach (float value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 2e-4 * scale, $"{what}[{i}]: expected {expected[i]}, found {actual[i]}, of {scale}");
        }
    }
}
