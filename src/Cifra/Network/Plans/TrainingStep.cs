using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>One step of a <see cref="TrainingPlan"/>: one or several layers, computed together, and the way of the gradient back through them.</summary>
/// <param name="output">Size of an output image.</param>
internal abstract class TrainingStep(Shape output)
{
    /// <summary>Size of an output image.</summary>
    public Shape Output { get; } = output;

    /// <summary>Lays the present weights out for this pass; the plan calls it before <see cref="Forward"/>, on any thread.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Computes y from x.</summary>
    public abstract void Forward(Tensor x, Tensor y);

    /// <summary>Sets the parameters' gradients, and computes the gradient to the input.</summary>
    /// <param name="x">The input of the forward pass, unchanged.</param>
    /// <param name="y">The output of the forward pass, unchanged.</param>
    /// <param name="dy">The loss's gradient to the output; the step may use its memory.</param>
    /// <param name="dx">Receives the loss's gradient to the input; null when nobody needs it.</param>
    public abstract void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx);
}
