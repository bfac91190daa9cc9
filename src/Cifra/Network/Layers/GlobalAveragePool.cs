using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>The mean of each plane: [N, C, H, W] becomes [N, C, 1, 1] (Lin, Chen, Yan 2013, arXiv:1312.4400).</summary>
public sealed class GlobalAveragePool : Layer, IBlockwise
{
    internal const string Kind = "globalAveragePool";

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => new(input.Count, input.Channels, 1, 1);

    /// <inheritdoc/>
    public override long Flops(Shape input) => input.Features;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass) =>
        pass.Workers.For(x.Blocks, (block, _) => ForwardBlock(x.Block(block), y.Block(block), x.Shape));

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
            Span<float> run = scratch.Take(Room.Sums, Tensor.Lanes);
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

    void IBlockwise.ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input) => ForwardBlock(x, y, input);

    private static void ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input)
    {
        int plane = input.Positions * Tensor.Lanes;
        for (int c = 0; c < input.Channels; c++)
        {
            Span<float> mean = y.Slice(c * Tensor.Lanes, Tensor.Lanes);
            mean.Clear();
            Kernels.AddRuns(x.Slice(c * plane, plane), mean);
            Kernels.Scale(1f / input.Positions, mean);
        }
    }
}
