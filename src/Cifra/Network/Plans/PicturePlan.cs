using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A network compiled to classify one picture at a time, channels in the lanes instead of images.</summary>
/// <remarks>
/// It computes the sums of the <see cref="InferencePlan"/> that it is made from in the same order: a picture gets the same bits alone as in a
/// block of sixteen, in less than a sixteenth of the block's time. Immutable, as that plan is.
/// </remarks>
internal sealed class PicturePlan
{
    private readonly PictureStep[] _steps;

    private PicturePlan(PictureStep[] steps) => _steps = steps;

    /// <summary>The same network for one picture at a time; null where a layer has no such form.</summary>
    public static PicturePlan? From(InferencePlan plan)
    {
        var steps = new List<PictureStep>();
        Shape shape = plan.Input;
        int channelStep = InputStep(shape);
        foreach (InferenceStep step in plan.Steps)
        {
            PictureStep? next = step switch
            {
                ConvolutionStep { Convolution: DirectConvolution direct } c => new PictureDirectStep(direct, c.Packed, c.End, channelStep),
                ConvolutionStep { Convolution: WinogradConvolution winograd } c => new PictureWinogradStep(winograd, c.Packed, c.End, channelStep),
                DenseStep dense => new PictureDenseStep(dense, shape, channelStep),
                LayerStep { Layer: GlobalAveragePool } => new PictureMeanStep(shape),
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            steps.Add(next);
            shape = next.Output;
            channelStep = ChannelProduct.Width(shape.Channels);
        }

        return steps.Count > 0 ? new PicturePlan([.. steps]) : null;
    }

    /// <summary>Floats that a position of an input picture takes: one channel stands alone, several are filled up with zeros.</summary>
    public static int InputStep(Shape input) => input.Channels == 1 ? 1 : ChannelProduct.Width(input.Channels);

    /// <summary>Computes the outputs of a picture.</summary>
    /// <param name="x">[H][W][C], mean subtracted and divided by the deviation.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <returns>[K] scores and what fills them up, in the thread's memory.</returns>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> x, Scratch scratch)
    {
        for (int i = 0; i < _steps.Length; i++)
        {
            Span<float> y = scratch.Take(i % 2 == 0 ? Room.EvenLayer : Room.OddLayer, _steps[i].OutputSize);
            _steps[i].Run(x, y, scratch);
            x = y;
        }

        return x;
    }
}
