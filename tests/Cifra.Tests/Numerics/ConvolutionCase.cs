using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>A random convolution of one block, and what it gives by definition.</summary>
internal sealed class ConvolutionCase
{
    private readonly float[] _weight;
    private readonly float[] _bias;
    private readonly float[] _x;
    private readonly int _outputs;

    public ConvolutionCase(int inputs, int outputs, int height, int width, Window window)
    {
        var random = new SeededRandom(71, inputs, outputs, height, width);
        Input = new Shape(1, inputs, height, width);
        Window = window;
        (int h, int w) = window.Output(height, width);
        Output = new Shape(1, outputs, h, w);
        _outputs = outputs;
        _weight = Samples.Uniform(outputs * inputs * window.Height * window.Width, random);
        _bias = Samples.Uniform(outputs, random);
        _x = Samples.Uniform(Input.Features * Tensor.Lanes, random);
    }

    public Shape Input { get; }

    public Shape Output { get; }

    public Window Window { get; }

    public float[] Run(BlockConvolution convolution, ConvolutionEnd end)
    {
        float[] packed = new float[convolution.PackedSize];
        Array.Fill(packed, float.NaN);
        convolution.Pack(KernelView.Forward(_weight, Input.Channels, Window.Height * Window.Width), _bias, packed);
        float[] y = new float[end.Output(Output).Features * Tensor.Lanes];
        convolution.Run(packed, _x, y, end, [], new Scratch());
        return y;
    }

    /// <summary>The sums by the scalar twin, and Σ|w·x| + |b| of each.</summary>
    public (float[] Sums, float[] Magnitudes) Twin() => (Twin(value => value), Twin(Math.Abs));

    /// <summary>The largest of each 2x2 of rectified outputs.</summary>
    public float[] Pooled(float[] plain)
    {
        Shape pooled = HalvingPool.Of(Output);
        float[] y = new float[pooled.Features * Tensor.Lanes];
        for (int i = 0; i < y.Length; i++)
        {
            int lane = i % Tensor.Lanes;
            int column = i / Tensor.Lanes % pooled.Width;
            int row = i / Tensor.Lanes / pooled.Width % pooled.Height;
            int channel = i / Tensor.Lanes / pooled.Positions;
            for (int place = 0; place < 4; place++)
            {
                int from = (((channel * Output.Height) + (2 * row) + (place / 2)) * Output.Width) + (2 * column) + (place % 2);
                y[i] = Math.Max(y[i], plain[(from * Tensor.Lanes) + lane]);
            }
        }

        return y;
    }

    private float[] Twin(Func<float, float> change)
    {
        var geometry = new ConvolutionGeometry(Input, Window);
        float[] padded = new float[geometry.PaddedSize];
        geometry.Pad(_x, padded);
        float[] y = new float[Output.Features * Tensor.Lanes];
        Reference.Multiply(
            [.. _weight.Select(change)],
            [.. _bias.Select(change)],
            [.. padded.Select(change)],
            geometry.Taps,
            geometry.Positions,
            y,
            new OutputLayout(_outputs, Output.Positions * Tensor.Lanes, Tensor.Lanes));
        return y;
    }
}
