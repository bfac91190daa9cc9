using Cifra.Network;
using Cifra.Network.Models;

namespace Cifra.Tests.Network.Models;

public sealed class HalfPrecisionTests
{
    [Fact]
    public void Round_Weights_AreAtMost127MultiplesOfAPowerOfTwoInEachFilter()
    {
        NeuralNetwork network = ModelBytes.Network();
        float[][] before = [.. network.Parameters.Select(one => one.Parameter.Values.ToArray())];

        HalfPrecision.Round(network);

        int filters = 0;
        foreach (((_, Parameter parameter), float[] old) in network.Parameters.Zip(before))
        {
            if (parameter.Dimensions.Count == 1)
            {
                Assert.Equal(old, parameter.Values.ToArray());
                continue;
            }

            Assert.True(HalfPrecision.Holds(parameter.Values));
            foreach ((float[] rounded, float[] exact) in parameter.Values.ToArray().Chunk(old.Length / parameter.Dimensions[0]).Zip(old.Chunk(old.Length / parameter.Dimensions[0])))
            {
                float unit = MathF.ScaleB(1, (int)MathF.Ceiling(MathF.Log2(exact.Max(Math.Abs) / 127)));
                Assert.All(rounded.Zip(exact), pair =>
                {
                    Assert.Equal(0, pair.First / unit % 1);
                    Assert.InRange(Math.Abs(pair.First / unit), 0, 127);
                    Assert.InRange(Math.Abs(pair.First - pair.Second), 0, unit / 2);
                });
                filters++;
            }
        }

        Assert.True(filters > 1);
    }

    [Fact]
    public void Round_FilterOfZerosOrOfTheLeastNumbers_IsHeld()
    {
        NeuralNetwork network = ModelBytes.Network();
        Parameter weights = network.Parameters.First(one => one.Parameter.Dimensions.Count > 1).Parameter;
        weights.Values.Clear();
        weights.Values[^1] = 1e-7f;

        HalfPrecision.Round(network);

        Assert.True(HalfPrecision.Holds(weights.Values));
        Assert.Equal(0, weights.Values[0]);
        Assert.InRange(weights.Values[^1], 0.5e-7f, 1.5e-7f);
    }
}
