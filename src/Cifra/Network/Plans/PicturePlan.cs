using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A network compiled to classify pictures one by one, channels in the lanes instead of images.</summary>
/// <remarks>
/// It computes the sums of the <see cref="InferencePlan"/> that it is made from in the same order: a picture gets the same bits alone as in a
/// block of sixteen, in a sixteenth of the block's time or less. Immutable, as that plan is. Each picture goes through all steps before the
/// first dense one while it is in the cache; dense steps, whose weights are larger than a picture, take some pictures at once.
/// </remarks>
internal sealed class PicturePlan
{
    /// <summary>Pictures that a caller best runs together: two times the three that share a tile of dense weights.</summary>
    public const int MostPictures = 6;

    private readonly Shape _input;
    private readonly PictureStep[] _steps;
    private readonly PictureDenseStep[] _denseSteps;

    private PicturePlan(Shape input, List<PictureStep> steps, List<PictureDenseStep> denseSteps)
    {
        _input = input;
        _steps = [.. steps];
        _denseSteps = [.. denseSteps];
        OutputSize = denseSteps.Count > 0 ? denseSteps[^1].OutputSize : steps[^1].OutputSize;
    }

    /// <summary>Floats of a picture's scores: what lies beyond the last fills them up.</summary>
    public int OutputSize { get; }

    // What goes into the first dense step.
    private int FeaturesSize => _steps.Length == 0 ? InputSize(_input) : _steps[^1].OutputSize;

    /// <summary>The same network for single pictures; null where a layer has no such form.</summary>
    public static PicturePlan? From(InferencePlan plan)
    {
        var steps = new List<PictureStep>();
        var denseSteps = new List<PictureDenseStep>();
        Shape shape = plan.Input;
        int channelStep = ChannelStep(shape);
        foreach (InferenceStep step in plan.Steps)
        {
            if (step is DenseStep dense)
            {
                denseSteps.Add(new PictureDenseStep(dense, shape, channelStep));
            }
            else if (denseSteps.Count == 0 && Step(step, shape, channelStep) is PictureStep next)
            {
                steps.Add(next);
            }
            else
            {
                return null;
            }

            shape = step.Output;
            channelStep = ChannelProduct.Width(shape.Channels);
        }

        return steps.Count + denseSteps.Count > 0 ? new PicturePlan(plan.Input, steps, denseSteps) : null;
    }

    /// <summary>Floats that an input picture takes.</summary>
    public static int InputSize(Shape input) => input.Positions * ChannelStep(input);

    /// <summary>Floats that a position of an input picture takes: one channel stands alone, several are filled up with zeros.</summary>
    public static int ChannelStep(Shape input) => input.Channels == 1 ? 1 : ChannelProduct.Width(input.Channels);

    /// <summary>Computes the scores of some pictures.</summary>
    /// <param name="x">[pictures][H][W][C], mean subtracted and divided by the deviation.</param>
    /// <param name="pictures">1 or more.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <returns>[pictures] of <see cref="OutputSize"/>, in the thread's memory.</returns>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> x, int pictures, Scratch scratch)
    {
        int from = InputSize(_input);
        int to = FeaturesSize;
        Span<float> features = scratch.Take(ScratchSlot.OddDense, pictures * to);
        for (int n = 0; n < pictures; n++)
        {
            ReadOnlySpan<float> current = x.Slice(n * from, from);
            Span<float> last = features.Slice(n * to, to);
            for (int i = 0; i < _steps.Length; i++)
            {
                Span<float> next = i == _steps.Length - 1
                    ? last
                    : scratch.Take(i % 2 == 0 ? ScratchSlot.EvenLayer : ScratchSlot.OddLayer, _steps[i].OutputSize);
                _steps[i].Run(current, next, scratch);
                current = next;
            }

            if (_steps.Length == 0)
            {
                current.CopyTo(last);
            }
        }

        ReadOnlySpan<float> values = features;
        for (int i = 0; i < _denseSteps.Length; i++)
        {
            Span<float> next = scratch.Take(i % 2 == 0 ? ScratchSlot.EvenDense : ScratchSlot.OddDense, pictures * _denseSteps[i].OutputSize);
            _denseSteps[i].Run(values, next, pictures, scratch);
            values = next;
        }

        return values;
    }

    private static PictureStep? Step(InferenceStep step, Shape input, int channelStep) => step switch
    {
        ConvolutionStep { Convolution: DirectConvolution direct } c => new PictureDirectStep(direct, c.Packed, c.End, channelStep),
        ConvolutionStep { Convolution: WinogradConvolution winograd } c => new PictureWinogradStep(winograd, c.Packed, c.End, channelStep),
        LayerStep { Layer: GlobalAveragePool } => new PictureMeanStep(input),
        _ => null,
    };
}
