using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>The gradient of a bias: every place of a channel adds to it.</summary>
internal static class ChannelSums
{
    /// <summary>bias.Gradient[c] += Σ over images, rows and columns of dy[c].</summary>
    public static void Add(Tensor dy, Parameter bias, Pass pass) => pass.Workers.For(bias.Length, (channel, scratch) =>
    {
        Span<float> lanes = scratch.Take(ScratchSlot.Sums, Tensor.Lanes);
        for (int block = 0; block < dy.Blocks; block++)
        {
            lanes.Clear();
            Kernels.AddRuns(dy.Plane(block, channel), lanes);
            bias.Gradient[channel] += Kernels.AddLanes(lanes);
        }
    });
}
