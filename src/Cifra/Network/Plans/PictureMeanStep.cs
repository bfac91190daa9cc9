using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>The mean of each channel of one picture.</summary>
/// <param name="input">Size of the picture.</param>
internal sealed class PictureMeanStep(Shape input) : PictureStep(input with { Height = 1, Width = 1 })
{
    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, Scratch scratch) => ChannelPool.Mean(x, 1f / input.Positions, y);
}
