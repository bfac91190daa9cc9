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

        pass.Workers.For(x.Blocks, (block, _) => BackwardBlock(dy.Block(block), dx.Block(block), x.Shape));
    }

    /// <summary>Spreads a block's gradient.</summary>
    internal static void BackwardBlock(ReadOnlySpan<float> dy, Span<float> dx, Shape input)
    {
        Span<float> run = stackalloc float[Tensor.Lanes];
        int plane = input.Positions * Tensor.Lanes;
        for (int c = 0; c < input.Channels; c++)
        {
            dy.Slice(c * Tensor.Lanes, Tensor.Lanes).CopyTo(run);
            Kernels.Scale(1f / input.Positions, run);
            for (int p = 0; p < plane; p += Tensor.Lanes)
            {
                run.CopyTo(dx[((c * plane) + p)..]);
            }
        }
    }

    void IBlockwise.ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input) => ForwardBlock(x, y, input);

    /// <summary>Averages a block's planes.</summary>
    internal static void ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input)
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
