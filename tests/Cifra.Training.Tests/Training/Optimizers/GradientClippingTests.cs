using Cifra.Network;
using Cifra.Tests.Network;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training.Optimizers;

public sealed class GradientClippingTests
{
    [Fact]
    public void Apply_LongGradient_IsShortenedToTheLimit()
    {
        NeuralNetwork network = ModelBytes.Network();
        network.ClearGradients();
        Parameter first = network.Parameters[0].Parameter;
        Parameter last = network.Parameters[^1].Parameter;
        first.Gradient[2] = 3;
        last.Gradient[5] = -4;

        Assert.Equal(5, GradientClipping.Apply(network, 10), 1e-9);
        Assert.Equal((3, -4), (first.Gradient[2], last.Gradient[5])); // within the limit: as it was

        Assert.Equal(5, GradientClipping.Apply(network, 2), 1e-9);
        Assert.Equal(1.2f, first.Gradient[2], 1e-6f);
        Assert.Equal(-1.6f, last.Gradient[5], 1e-6f);
    }
}
