using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A batch norm with the rectifier that follows it. A task is one channel of all images.</summary>
internal sealed class NormTrainingStep : TrainingStep
{
    private readonly BatchNorm _norm;
    private readonly bool _rectify;
    private readonly Workers _workers;
    private readonly float[] _means;
    private readonly float[] _inverses;
    private readonly Action<int, Scratch> _forwardChannel;
    private readonly Action<int, Scratch> _backwardChannel;
    private Tensor? _x;
    private Tensor? _y;
    private Tensor? _dy;
    private Tensor? _dx;

    /// <summary>The step.</summary>
    public NormTrainingStep(BatchNorm norm, Shape input, bool rectify, Workers workers)
        : base(input)
    {
        _norm = norm;
        _rectify = rectify;
        _workers = workers;
        _means = new float[input.Channels];
        _inverses = new float[input.Channels];
        _forwardChannel = ForwardChannel;
        _backwardChannel = BackwardChannel;
    }

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y)
    {
        (_x, _y) = (x, y);
        _workers.For(x.Shape.Channels, _forwardChannel);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        (_x, _y, _dy, _dx) = (x, y, dy, dx);
        _workers.For(x.Shape.Channels, _backwardChannel);
    }

    private void ForwardChannel(int channel, Scratch scratch)
    {
        (float mean, float variance) = BatchStatistics.Measure(_x!, channel, scratch.Take(ScratchSlot.Sums, 2 * Tensor.Lanes));
        _norm.Remember(channel, mean, variance, _x!.Shape.Count * _x.Shape.Positions);
        (float factor, float term, float inverse) = _norm.Affine(channel, mean, variance);
        (_means[channel], _inverses[channel]) = (mean, inverse);
        for (int block = 0; block < _x.Blocks; block++)
        {
            Kernels.ScaleAndShift(_x.Plane(block, channel), factor, term, _y!.Plane(block, channel), _rectify);
        }
    }

    // The formula stands with BatchNorm.Backward.
    private void BackwardChannel(int channel, Scratch scratch)
    {
        if (_rectify)
        {
            for (int block = 0; block < _x!.Blocks; block++)
            {
                Kernels.Rectify(_y!.Plane(block, channel), _dy!.Plane(block, channel));
            }
        }

        (float mean, float inverse) = (_means[channel], _inverses[channel]);
        (float sum, float product) = BatchStatistics.GradientSums(_x!, _dy!, channel, mean, inverse, scratch.Take(ScratchSlot.Sums, 2 * Tensor.Lanes));
        _norm.Shift.Gradient[channel] = sum;
        _norm.Scale.Gradient[channel] = product;
        if (_dx is null)
        {
            return;
        }

        (float ofGradient, float ofInput, float term) = _norm.InputGradient(channel, mean, inverse, sum, product, _x!.Shape.Count * _x.Shape.Positions);
        for (int block = 0; block < _x.Blocks; block++)
        {
            Kernels.CombineAndShift(ofGradient, _dy!.Plane(block, channel), ofInput, _x.Plane(block, channel), term, _dx.Plane(block, channel));
            Kernels.ClearLanes(_dx.Plane(block, channel), from: _x.ImagesIn(block));
        }
    }
}
