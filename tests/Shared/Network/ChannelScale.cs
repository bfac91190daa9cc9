using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Network;

/// <summary>A layer as a program might add it, by public API alone: y = factor·x, with a learned factor for each channel.</summary>
internal sealed class ChannelScale : Layer
{
    private readonly Parameter _factor;

    public ChannelScale(int channels, bool ones)
    {
        _factor = new Parameter("factor", ParameterRole.Weight, channels);
        if (ones)
        {
            _factor.Values.Fill(1);
        }
    }

    public static LayerKind Kind { get; } = new(
        "channel-scale",
        (description, random) => new ChannelScale(description.Whole("channels", 1, 1000), ones: random is not null),
        description => description.Whole("channels", 1, 1000));

    public override LayerDescription Description => new(Kind.Name, new Dictionary<string, double> { ["channels"] = _factor.Length });

    public override IReadOnlyList<Parameter> Parameters => [_factor];

    public override Shape OutputShape(Shape input) => input.Channels == _factor.Length
        ? input
        : throw new ArgumentException($"It takes {_factor.Length} channels; {input} has {input.Channels}.");

    public override void Forward(Tensor x, Tensor y, Pass pass)
    {
        for (int block = 0; block < x.Blocks; block++)
        {
            for (int channel = 0; channel < _factor.Length; channel++)
            {
                Scale(x.Plane(block, channel), _factor.Values[channel], y.Plane(block, channel));
            }
        }
    }

    // dL/dfactor = Σ dy·x over all pictures and places of the channel; dL/dx = factor·dy.
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        Tensor products = pass.Tensor(this, 0, x.Shape);
        for (int block = 0; block < x.Blocks; block++)
        {
            for (int channel = 0; channel < _factor.Length; channel++)
            {
                Span<float> product = products.Plane(block, channel);
                double sum = 0;
                for (int i = 0; i < product.Length; i++)
                {
                    product[i] = dy.Plane(block, channel)[i] * x.Plane(block, channel)[i];
                    sum += product[i];
                }

                _factor.Gradient[channel] += (float)sum;
                if (dx is not null)
                {
                    Scale(dy.Plane(block, channel), _factor.Values[channel], dx.Plane(block, channel));
                }
            }
        }
    }

    private static void Scale(ReadOnlySpan<float> from, float factor, Span<float> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = factor * from[i];
        }
    }
}
