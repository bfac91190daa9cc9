using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Brings each channel to mean 0 and deviation 1, then scales and shifts it: y = γ·(x - μ)/√(σ² + ε) + β.</summary>
/// <remarks>
/// μ and σ² are per channel, over the N·H·W values: of the batch in training, running means of those otherwise. x and y are
/// [N, C, H, W]; γ ("scale"), β ("shift"), "mean" and "variance" are [C]. Ioffe and Szegedy 2015, arXiv:1502.03167.
/// The running variance is the unbiased one, as in PyTorch. The lanes beyond the batch's count take no part.
/// </remarks>
public sealed class BatchNorm : Layer, IBlockwise
{
    /// <summary>ε, which keeps a channel that never varies from a division by zero.</summary>
    public const float Epsilon = 1e-5f;

    internal const string Kind = "batchNorm";

    private const int StatisticsSlot = 0;

    private readonly int _channels;
    private readonly float _momentum;
    private readonly Parameter _scale;
    private readonly Parameter _shift;
    private readonly Parameter _mean;
    private readonly Parameter _variance;

    /// <summary>A norm that starts as the identity.</summary>
    /// <param name="channels">C, 1 or more.</param>
    /// <param name="momentum">How far a batch moves the running statistics, above 0 up to 1.</param>
    public BatchNorm(int channels, double momentum = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(momentum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(momentum, 1);
        _channels = channels;
        _momentum = (float)momentum;
        _scale = new Parameter("scale", ParameterRole.Offset, channels);
        _shift = new Parameter("shift", ParameterRole.Offset, channels);
        _mean = new Parameter("mean", ParameterRole.Statistic, channels);
        _variance = new Parameter("variance", ParameterRole.Statistic, channels);
        _scale.Values.Fill(1);
        _variance.Values.Fill(1);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => [_scale, _shift, _mean, _variance];

    /// <inheritdoc/>
    public override LayerDescription Description =>
        new(Kind, new Dictionary<string, double> { ["channels"] = _channels, ["momentum"] = _momentum });

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Channels == _channels
        ? input
        : throw new ArgumentException($"BatchNorm takes {_channels} channels; {input} has {input.Channels}.", nameof(input));

    /// <inheritdoc/>
    public override long Flops(Shape input) => 2L * input.Features;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass)
    {
        AlignedFloats kept = pass.Floats(this, StatisticsSlot, 2 * _channels); // μ and 1/σ, for the way back
        pass.Workers.For(_channels, (c, scratch) =>
        {
            Span<float> statistics = kept.Take(2 * _channels);
            float mean = _mean.Values[c];
            float variance = _variance.Values[c];
            if (pass.Training)
            {
                (mean, variance) = BatchStatistics.Measure(x, c, scratch.Take(ScratchSlot.Sums, 2 * Tensor.Lanes));
                Remember(c, mean, variance, x.Shape.Count * x.Shape.Positions);
            }

            (float factor, float term, float inverse) = Affine(c, mean, variance);
            statistics[c] = mean;
            statistics[_channels + c] = inverse;
            for (int block = 0; block < x.Blocks; block++)
            {
                Kernels.ScaleAndShift(x.Plane(block, c), factor, term, y.Plane(block, c));
            }
        });
    }

    // With n = N·H·W and x̂ = (x - μ)/σ: dβ += Σ dy, dγ += Σ dy·x̂, and, since in training μ and σ depend on every x,
    // dx = γ/σ · (dy - Σdy/n - x̂·Σ(dy·x̂)/n). Outside training μ and σ are constants and dx = γ/σ · dy.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        AlignedFloats kept = pass.Floats(this, StatisticsSlot, 2 * _channels);
        pass.Workers.For(_channels, (c, scratch) =>
        {
            float mean = kept.Take(2 * _channels)[c];
            float inverse = kept.Take(2 * _channels)[_channels + c];
            (float sum, float product) = BatchStatistics.GradientSums(x, dy, c, mean, inverse, scratch.Take(ScratchSlot.Sums, 2 * Tensor.Lanes));
            _shift.Gradient[c] += sum;
            _scale.Gradient[c] += product;
            if (dx is null)
            {
                return;
            }

            (float a, float b, float d) = pass.Training
                ? InputGradient(c, mean, inverse, sum, product, x.Shape.Count * x.Shape.Positions)
                : (_scale.Values[c] * inverse, 0, 0);
            for (int block = 0; block < x.Blocks; block++)
            {
                Kernels.CombineAndShift(a, dy.Plane(block, c), b, x.Plane(block, c), d, dx.Plane(block, c));
                Kernels.ClearLanes(dx.Plane(block, c), from: x.ImagesIn(block));
            }
        });
    }

    internal Parameter Scale => _scale;

    internal Parameter Shift => _shift;

    /// <summary>What the norm is outside training: factor·x + term.</summary>
    internal (float Factor, float Term) Affine(int channel)
    {
        (float factor, float term, _) = Affine(channel, _mean.Values[channel], _variance.Values[channel]);
        return (factor, term);
    }

    /// <summary>What the norm is for a mean and a variance: factor·x + term; and 1/σ.</summary>
    internal (float Factor, float Term, float Inverse) Affine(int channel, float mean, float variance)
    {
        float inverse = 1 / MathF.Sqrt(variance + Epsilon);
        float factor = _scale.Values[channel] * inverse;
        return (factor, _shift.Values[channel] - (mean * factor), inverse);
    }

    /// <summary>The formula of <see cref="Backward"/> multiplied out: dx = ofGradient·dy + ofInput·x + term.</summary>
    internal (float OfGradient, float OfInput, float Term) InputGradient(int channel, float mean, float inverse, float sum, float product, int count)
    {
        float share = 1f / count;
        float a = _scale.Values[channel] * inverse;
        float b = -a * inverse * product * share;
        return (a, b, (-a * sum * share) - (b * mean));
    }

    /// <summary>Moves the running statistics towards a batch's.</summary>
    internal void Remember(int channel, float mean, float variance, int count)
    {
        float unbiased = count > 1 ? variance * count / (count - 1) : variance;
        _mean.Values[channel] += _momentum * (mean - _mean.Values[channel]);
        _variance.Values[channel] += _momentum * (unbiased - _variance.Values[channel]);
    }

    void IBlockwise.ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input)
    {
        int plane = input.Positions * Tensor.Lanes;
        for (int c = 0; c < _channels; c++)
        {
            (float factor, float term) = Affine(c);
            Kernels.ScaleAndShift(x.Slice(c * plane, plane), factor, term, y.Slice(c * plane, plane));
        }
    }

    internal static BatchNorm From(LayerDescription d) => new(d.Whole("channels", 1, LayerLimits.Channels), d.Number("momentum", 1e-6, 1));
}
