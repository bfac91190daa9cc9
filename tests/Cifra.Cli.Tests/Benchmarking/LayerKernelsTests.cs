using Cifra.Cli.Benchmarking;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Cli.Tests.Benchmarking;

public sealed class LayerKernelsTests
{
    private static readonly NeuralNetwork Quick = NeuralNetwork.Build(Architectures.All["quick"], seed: 1);

    [Fact]
    public void Of_Quick_HasEachLayerForwardAndBackwardButNotToThePictures()
    {
        IReadOnlyList<Kernel> kernels = LayerKernels.Of([("quick", Quick)], batch: 2);

        Assert.Equal(
            [
                "convolution 5x5 1x28x28 24x24x24 forward", "convolution 5x5 1x28x28 24x24x24 to weights",
                "convolution 3x3 24x12x12 32x10x10 forward", "convolution 3x3 24x12x12 32x10x10 to weights", "convolution 3x3 24x12x12 32x10x10 to input",
                "dense 800 256 forward", "dense 800 256 to weights", "dense 800 256 to input",
                "dense 256 10 forward", "dense 256 10 to weights", "dense 256 10 to input",
            ],
            kernels.Select(kernel => $"{kernel.Layer} {kernel.Input} {kernel.Output} {kernel.Direction}"));
        Assert.Equal(2 * 25 * 24 * 24 * 24, kernels[0].Flops);
        Assert.All(kernels, kernel => kernel.Run());
    }

    [Fact]
    public void Of_TheSameNetworkTwice_NamesBothAtEachKernel()
    {
        IReadOnlyList<Kernel> kernels = LayerKernels.Of([("a", Quick), ("b", Quick)], batch: 1);

        Assert.Equal(11, kernels.Count);
        Assert.All(kernels, kernel => Assert.Equal("a b", kernel.Networks));
    }

    // Convolutions 691,200 + 1,382,400, dense 409,600 + 5,120 operations, pools beside; the first convolution's gradient to the pictures is left out.
    [Fact]
    public void TrainingFlops_Quick_IsThreeTimesLessTheFirstLayer() =>
        Assert.Equal((3 * Quick.Flops) - 691_200, NetworkBench.TrainingFlops(Quick));
}
