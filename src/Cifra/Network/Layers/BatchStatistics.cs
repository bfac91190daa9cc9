using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Sums over one channel of a batch, for <see cref="BatchNorm"/>.</summary>
/// <remarks>Each lane adds one block's positions in single precision; blocks are added in double, in order.</remarks>
internal static class BatchStatistics
{
    /// <summary>Mean and (biased) variance of a channel, in two sweeps, so that a large mean costs no precision.</summary>
    public static (float Mean, float Variance) Measure(Tensor x, int channel, Span<float> lanes)
    {
        double count = (double)x.Shape.Count * x.Shape.Positions;
        double sum = 0;
        Span<float> sums = lanes[..Tensor.Lanes];
        for (int block = 0; block < x.Blocks; block++)
        {
            sums.Clear();
            Kernels.AddRuns(x.Plane(block, channel), sums);
            sum += Total(sums, x.ImagesIn(block));
        }

        float mean = (float)(sum / count);
        double squares = 0;
        for (int block = 0; block < x.Blocks; block++)
        {
            sums.Clear();
            Kernels.AddSquaredDeviations(x.Plane(block, channel), mean, sums);
            squares += Total(sums, x.ImagesIn(block));
        }

        return (mean, (float)(squares / count));
    }

    /// <summary>Σ dy and Σ dy·x̂ of a channel, with x̂ = (x - mean)·inverse.</summary>
    public static (float Sum, float Product) GradientSums(Tensor x, Tensor dy, int channel, float mean, float inverse, Span<float> lanes)
    {
        Span<float> sums = lanes[..Tensor.Lanes];
        Span<float> products = lanes[Tensor.Lanes..];
        double sum = 0;
        double product = 0;
        for (int block = 0; block < x.Blocks; block++)
        {
            lanes.Clear();
            Kernels.AddRuns(dy.Plane(block, channel), sums);
            Kernels.AddDeviationProducts(x.Plane(block, channel), mean, dy.Plane(block, channel), products);
            sum += Total(sums, x.ImagesIn(block));
            product += Total(products, x.ImagesIn(block));
        }

        return ((float)sum, (float)(product * inverse));
    }

    private static double Total(ReadOnlySpan<float> lanes, int images)
    {
        double total = 0;
        foreach (float lane in lanes[..images])
        {
            total += lane;
        }

        return total;
    }
}
