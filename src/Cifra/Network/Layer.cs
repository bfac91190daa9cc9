using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>One step of a network: what it computes, and how the loss's gradient goes back through it.</summary>
/// <remarks>
/// A layer says what is computed; the kernels in <c>Numerics</c> say how. It holds parameters and nothing else: scratch memory
/// belongs to the caller's <see cref="Pass"/>, so one layer serves any number of threads at once. Only a pass that trains writes
/// to it (running statistics forward, gradients backward), and there may be one such pass at a time.
/// </remarks>
public abstract class Layer
{
    /// <summary>Kind and settings; enough to build the layer again.</summary>
    public abstract LayerDescription Description { get; }

    /// <summary>What it learns and measures; empty for most layers.</summary>
    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>The output's size for an input's size.</summary>
    /// <exception cref="ArgumentException">The layer does not take such an input; the message names both.</exception>
    public abstract Shape OutputShape(Shape input);

    /// <summary>Multiplications, additions and a pool's comparisons for one image, each counted as one.</summary>
    public virtual long Flops(Shape input) => 0;

    /// <summary>Computes y from x.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">Receives the output; its shape is <see cref="OutputShape"/> of x's.</param>
    /// <param name="pass">The caller's threads and memory, and whether it trains.</param>
    public abstract void Forward(Tensor x, Tensor y, Pass pass);

    /// <summary>Adds to the gradients of the parameters, and computes the gradient to the input.</summary>
    /// <param name="x">The input of the forward pass, unchanged.</param>
    /// <param name="dy">The loss's gradient to the output.</param>
    /// <param name="dx">Receives the loss's gradient to the input; null when nobody needs it.</param>
    /// <param name="pass">The pass that went forward.</param>
    public abstract void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass);
}
