using Cifra.Network;
using Cifra.Tests.Network;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class WeightAverageTests
{
    [Fact]
    public void Update_ThreeSteps_FollowsByHand()
    {
        NeuralNetwork source = ModelBytes.Network();
        Fill(source, 1);
        var average = new WeightAverage(source, decay: 0.25);

        // The memory is min(0.25, (1 + step)/(10 + step)): 2/11, then 0.25 (3/12), then 0.25.
        Fill(source, 12);
        average.Update(1);
        Expect(average, 1 + (11 * 9.0 / 11)); // 10
        Fill(source, 2);
        average.Update(2);
        Expect(average, 10 + (-8 * 0.75)); // 4
        Fill(source, 8);
        average.Update(3);
        Expect(average, 4 + (4 * 0.75)); // 7
    }

    [Fact]
    public void Constructor_NewAverage_IsTheNetworkAndNotItsMemory()
    {
        NeuralNetwork source = ModelBytes.Network();
        var average = new WeightAverage(source, decay: 0.9);
        float[] weight = source.Parameters[0].Parameter.Values.ToArray();

        Fill(source, 5);

        Bits.AssertSame(weight, average.Network.Parameters[0].Parameter.Values);
    }

    private static void Fill(NeuralNetwork network, float value)
    {
        foreach ((_, Parameter parameter) in network.Parameters)
        {
            parameter.Values.Fill(value);
        }
    }

    // Every parameter, the norm's mean and variance among them.
    private static void Expect(WeightAverage average, double value)
    {
        Assert.Contains(average.Network.Parameters, p => p.Parameter.Role == ParameterRole.Statistic);
        foreach ((string name, Parameter parameter) in average.Network.Parameters)
        {
            foreach (float found in parameter.Values)
            {
                Assert.True(Math.Abs(found - value) < 1e-5, $"{name}: expected {value}, found {found}");
            }
        }
    }
}
