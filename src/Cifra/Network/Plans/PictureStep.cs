using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>One step of a <see cref="PicturePlan"/>.</summary>
/// <param name="output">Size of the output.</param>
internal abstract class PictureStep(Shape output)
{
    /// <summary>Size of the output.</summary>
    public Shape Output { get; } = output;

    /// <summary>Floats of the output: its channels are filled up to whole runs.</summary>
    public int OutputSize => Output.Positions * ChannelProduct.Width(Output.Channels);

    /// <summary>Computes y from x.</summary>
    /// <param name="x">[H][W][C].</param>
    /// <param name="y">[H'][W'][C'] receives the output.</param>
    /// <param name="scratch">The thread's memory.</param>
    public abstract void Run(ReadOnlySpan<float> x, Span<float> y, Scratch scratch);
}
