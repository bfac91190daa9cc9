using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A layer that stands alone, as it is.</summary>
/// <param name="layer">The layer.</param>
/// <param name="output">Size of an output image.</param>
/// <param name="pass">The training pass.</param>
internal sealed class LayerTrainingStep(Layer layer, Shape output, Pass pass) : TrainingStep(output)
{
    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y) => layer.Forward(x, y, pass);

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        foreach (Parameter parameter in layer.Parameters)
        {
            parameter.Gradient.Clear();
        }

        layer.Backward(x, dy, dx, pass);
    }
}
