using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>The mean of each plane: [N, C, H, W] becomes [N, C, 1, 1] (Lin, Chen, Yan 2013, arXiv:1312.4400).</summary>
public sealed class GlobalAveragePool : Layer
{
    internal const string Kind = "globalAveragePool";

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => new(input.Count, input.Channels, 1, 1);

    /// <inheritdoc/>
    public override long Flops(Shape input) => input.Features;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass) => pass.Workers.For(x.Blocks, (block, _) =>
    {
        float share = 1f / x.Shape.Positions;
        for (int c = 0; c < x.Shape.Channels; c++)
        {
            Span<float> mean = y.Plane(block, c);
            mean.Clear();
            Kernels.AddRuns(x.Plane(block, c), mean);
            Kernels.Scale(share, mean);
        }
    });

    // y = Σ x / P, hence dx = dy / P at every position.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        if (dx is null)
        {
            return;
        }

        pass.Workers.For(x.Blocks, (block, scratch) =>
        {
            Span<float> run = scratch.Sums(Tensor.Lanes);
            for (int c = 0; c < x.Shape.Channels; c++)
            {
                dy.Plane(block, c).CopyTo(run);
                Kernels.Scale(1f / x.Shape.Positions, run);
                Span<float> plane = dx.Plane(block, c);
                for (int p = 0; p < plane.Length; p += Tensor.Lanes)
                {
                    run.CopyTo(plane[p..]);
                }
            }
        });
    }
}
