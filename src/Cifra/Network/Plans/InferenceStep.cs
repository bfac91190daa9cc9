using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>One step of an <see cref="InferencePlan"/>: one or several layers, computed together.</summary>
/// <param name="output">Size of an output image.</param>
internal abstract class InferenceStep(Shape output)
{
    /// <summary>Size of an output image.</summary>
    public Shape Output { get; } = output;

    /// <summary>Computes y from x.</summary>
    /// <param name="x">[blocks][C][H][W][16].</param>
    /// <param name="y">[blocks] of outputs; receives them.</param>
    /// <param name="blocks">Blocks of sixteen images.</param>
    /// <param name="scratch">The thread's memory.</param>
    public abstract void Run(ReadOnlySpan<float> x, Span<float> y, int blocks, Scratch scratch);
}
