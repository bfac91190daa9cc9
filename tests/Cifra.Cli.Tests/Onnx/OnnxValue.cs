namespace Cifra.Cli.Tests.Onnx;

/// <summary>A tensor as ONNX means it: sizes, slowest first, and the numbers.</summary>
internal sealed record OnnxValue(int[] Sizes, double[] Numbers)
{
    public double this[int n, int c, int row, int column]
    {
        get => Numbers[At(n, c, row, column)];
        set => Numbers[At(n, c, row, column)] = value;
    }

    public static OnnxValue Zeros(params int[] sizes) => new(sizes, new double[sizes.Aggregate(1, (product, size) => product * size)]);

    public bool Inside(int row, int column) => row >= 0 && row < Sizes[2] && column >= 0 && column < Sizes[3];

    private int At(int n, int c, int row, int column) => (((((n * Sizes[1]) + c) * Sizes[2]) + row) * Sizes[3]) + column;
}
