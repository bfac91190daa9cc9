using Cifra.Cli.Onnx.Format;

namespace Cifra.Cli.Tests.Onnx;

/// <summary>The operators that an export may use, as ONNX's operator reference (opset 17) defines them: one loop an index, in double.</summary>
internal static class OnnxOperators
{
    public static OnnxValue Run(NodeProto node, OnnxValue[] inputs) => node.OpType switch
    {
        "Mul" => Each(inputs[0], x => x * Single(inputs[1])),
        "Add" => Each(inputs[0], x => x + Single(inputs[1])),
        "Identity" => inputs[0],
        "Relu" => Each(inputs[0], x => Math.Max(x, 0)),
        "Conv" => Conv(node, inputs),
        "MaxPool" => MaxPool(node, inputs[0]),
        "GlobalAveragePool" => GlobalAveragePool(inputs[0]),
        "BatchNormalization" => BatchNormalization(inputs, node.Attribute.Single(a => a.Name == "epsilon").F),
        "Flatten" => Flatten(inputs[0], Whole(node, "axis")),
        "Reshape" => Reshape(inputs[0], inputs[1]),
        "Gemm" => Gemm(inputs, Whole(node, "transB")),
        "Softmax" => Softmax(inputs[0], Whole(node, "axis")),
        _ => throw new NotSupportedException(node.OpType),
    };

    private static OnnxValue Conv(NodeProto node, OnnxValue[] inputs)
    {
        (OnnxValue x, OnnxValue w) = (inputs[0], inputs[1]);
        Assert.Equal([w.Sizes[2], w.Sizes[3]], Wholes(node, "kernel_shape"));
        Assert.Equal(x.Sizes[1], w.Sizes[1]);
        return Slide(node, x, outputs: w.Sizes[0], (n, o, top, left) =>
        {
            double sum = inputs.Length > 2 ? inputs[2].Numbers[o] : 0;
            for (int c = 0; c < w.Sizes[1]; c++)
            {
                for (int i = 0; i < w.Sizes[2]; i++)
                {
                    for (int j = 0; j < w.Sizes[3]; j++)
                    {
                        sum += x.Inside(top + i, left + j) ? w[o, c, i, j] * x[n, c, top + i, left + j] : 0;
                    }
                }
            }

            return sum;
        });
    }

    private static OnnxValue MaxPool(NodeProto node, OnnxValue x)
    {
        int[] kernel = Wholes(node, "kernel_shape");
        int[] pads = Wholes(node, "pads");
        Assert.True(pads[0] < kernel[0] && pads[2] < kernel[0] && pads[1] < kernel[1] && pads[3] < kernel[1]); // else runtimes refuse
        return Slide(node, x, outputs: x.Sizes[1], (n, c, top, left) =>
        {
            double largest = double.NegativeInfinity;
            for (int i = 0; i < kernel[0]; i++)
            {
                for (int j = 0; j < kernel[1]; j++)
                {
                    largest = x.Inside(top + i, left + j) ? Math.Max(largest, x[n, c, top + i, left + j]) : largest;
                }
            }

            return largest;
        });
    }

    // Output size: floor((size + pads - kernel) / stride) + 1. Pads are above, left, below, right.
    private static OnnxValue Slide(NodeProto node, OnnxValue x, int outputs, Func<int, int, int, int, double> value)
    {
        int[] kernel = Wholes(node, "kernel_shape");
        int[] strides = Wholes(node, "strides");
        int[] pads = Wholes(node, "pads");
        Assert.Equal((2, 2, 4, 4), (kernel.Length, strides.Length, pads.Length, x.Sizes.Length));
        int height = ((x.Sizes[2] + pads[0] + pads[2] - kernel[0]) / strides[0]) + 1;
        int width = ((x.Sizes[3] + pads[1] + pads[3] - kernel[1]) / strides[1]) + 1;
        OnnxValue y = OnnxValue.Zeros(x.Sizes[0], outputs, height, width);
        for (int n = 0; n < x.Sizes[0]; n++)
        {
            for (int o = 0; o < outputs; o++)
            {
                for (int r = 0; r < height; r++)
                {
                    for (int c = 0; c < width; c++)
                    {
                        y[n, o, r, c] = value(n, o, (r * strides[0]) - pads[0], (c * strides[1]) - pads[1]);
                    }
                }
            }
        }

        return y;
    }

    private static OnnxValue GlobalAveragePool(OnnxValue x)
    {
        Assert.Equal(4, x.Sizes.Length);
        int positions = x.Sizes[2] * x.Sizes[3];
        return new OnnxValue([x.Sizes[0], x.Sizes[1], 1, 1], [.. x.Numbers.Chunk(positions).Select(plane => plane.Average())]);
    }

    private static OnnxValue BatchNormalization(OnnxValue[] inputs, double epsilon)
    {
        (OnnxValue x, double[] scale, double[] shift) = (inputs[0], inputs[1].Numbers, inputs[2].Numbers);
        (double[] mean, double[] variance) = (inputs[3].Numbers, inputs[4].Numbers);
        int channels = x.Sizes[1];
        int positions = x.Sizes.Skip(2).Aggregate(1, (product, size) => product * size);
        Assert.Equal([channels, channels, channels, channels], inputs.Skip(1).Select(input => input.Numbers.Length));
        return x with
        {
            Numbers = [.. x.Numbers.Select((value, i) =>
            {
                int c = i / positions % channels;
                return (scale[c] * (value - mean[c]) / Math.Sqrt(variance[c] + epsilon)) + shift[c];
            })],
        };
    }

    private static OnnxValue Flatten(OnnxValue x, int axis)
    {
        Assert.Equal(1, axis);
        return x with { Sizes = [x.Sizes[0], x.Numbers.Length / x.Sizes[0]] };
    }

    private static OnnxValue Reshape(OnnxValue x, OnnxValue sizes)
    {
        OnnxValue y = x with { Sizes = [.. sizes.Numbers.Select((size, i) => size == 0 ? x.Sizes[i] : (int)size)] };
        Assert.Equal(x.Numbers.Length, y.Sizes.Aggregate(1, (product, size) => product * size));
        return y;
    }

    private static OnnxValue Gemm(OnnxValue[] inputs, int transposed)
    {
        (OnnxValue a, OnnxValue b, OnnxValue c) = (inputs[0], inputs[1], inputs[2]);
        (int rows, int taps, int outputs) = (a.Sizes[0], a.Sizes[1], b.Sizes[0]);
        Assert.Equal((1, 2, taps), (transposed, a.Sizes.Length, b.Sizes[1]));
        OnnxValue y = OnnxValue.Zeros(rows, outputs);
        for (int n = 0; n < rows; n++)
        {
            for (int o = 0; o < outputs; o++)
            {
                y.Numbers[(n * outputs) + o] = c.Numbers[o] + Enumerable.Range(0, taps).Sum(i => a.Numbers[(n * taps) + i] * b.Numbers[(o * taps) + i]);
            }
        }

        return y;
    }

    private static OnnxValue Softmax(OnnxValue x, int axis)
    {
        Assert.Equal((1, 2), (axis, x.Sizes.Length));
        return x with
        {
            Numbers = [.. x.Numbers.Chunk(x.Sizes[1]).SelectMany(row =>
            {
                double largest = row.Max();
                double sum = row.Sum(score => Math.Exp(score - largest));
                return row.Select(score => Math.Exp(score - largest) / sum);
            })],
        };
    }

    private static OnnxValue Each(OnnxValue x, Func<double, double> function) => x with { Numbers = [.. x.Numbers.Select(function)] };

    private static double Single(OnnxValue value) => Assert.Single(value.Numbers);

    private static int Whole(NodeProto node, string name)
    {
        AttributeProto attribute = node.Attribute.Single(a => a.Name == name);
        Assert.Equal(AttributeProto.Types.AttributeType.Int, attribute.Type);
        return (int)attribute.I;
    }

    private static int[] Wholes(NodeProto node, string name)
    {
        AttributeProto attribute = node.Attribute.Single(a => a.Name == name);
        Assert.Equal(AttributeProto.Types.AttributeType.Ints, attribute.Type);
        return [.. attribute.Ints.Select(i => (int)i)];
    }
}
