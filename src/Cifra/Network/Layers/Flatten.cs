using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Reads a picture's planes as one row of features: [N, C, H, W] becomes [N, C·H·W, 1, 1], in the same order.</summary>
public sealed class Flatten : Layer
{
    internal const string Kind = "flatten";

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => new(input.Count, input.Features, 1, 1);

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass) => x.Values.CopyTo(y.Values);

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        if (dx is not null)
        {
            dy.Values.CopyTo(dx.Values);
        }
    }
}
