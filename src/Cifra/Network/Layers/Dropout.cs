using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>In training, sets each value to zero with some probability and scales the others up to keep the mean; else does nothing.</summary>
/// <remarks>
/// Srivastava et al. 2014, JMLR 15. What is dropped depends on the pass's seed and step, which dropout of the network this is, and the place alone, so that a
/// resumed training drops the same values.
/// </remarks>
public sealed class Dropout : Layer
{
    internal const string Kind = "dropout";

    private const int MaskSlot = 0;

    private readonly float _rate;

    /// <summary>A layer that drops that share of the values.</summary>
    /// <param name="rate">0 (nothing) up to, not including, 1.</param>
    public Dropout(double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        _rate = (float)rate;
    }

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind, new Dictionary<string, double> { ["rate"] = _rate });

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass)
    {
        if (!pass.Training)
        {
            x.Values.CopyTo(y.Values);
            return;
        }

        Tensor mask = pass.Tensor(this, MaskSlot, x.Shape);
        int number = pass.NumberOf(this);
        pass.Workers.For(x.Blocks, (block, _) =>
        {
            Span<float> kept = mask.Block(block);
            var random = new SeededRandom(pass.Seed, pass.Step, number, block);
            float scale = 1 / (1 - _rate);
            foreach (ref float k in kept)
            {
                k = random.NextSingle() < _rate ? 0 : scale;
            }

            Kernels.Multiply(x.Block(block), kept, y.Block(block));
        });
    }

    // y = x·mask, hence dx = dy·mask.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        if (dx is null)
        {
            return;
        }

        if (!pass.Training)
        {
            dy.Values.CopyTo(dx.Values);
            return;
        }

        Tensor mask = pass.Tensor(this, MaskSlot, x.Shape);
        pass.Workers.For(x.Blocks, (block, _) => Kernels.Multiply(dy.Block(block), mask.Block(block), dx.Block(block)));
    }

    internal static Dropout From(LayerDescription d) => new(d.Number("rate", 0, 0.99));
}
