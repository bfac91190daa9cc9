using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A dense layer with the rectifier that follows it.</summary>
internal sealed class DenseStep : InferenceStep
{
    private readonly int _inputs;
    private readonly bool _rectify;
    private readonly int[] _taps;
    private readonly AlignedFloats _packed = new();
    private readonly int _packedSize;

    /// <summary>The step.</summary>
    /// <param name="weight">[O, I].</param>
    /// <param name="bias">[O].</param>
    /// <param name="rectify">Whether values below zero become zero.</param>
    public DenseStep(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, bool rectify)
        : base(new Shape(1, bias.Length, 1, 1))
    {
        _inputs = weight.Length / bias.Length;
        _rectify = rectify;
        _taps = GeometryTables.Grid(1, 1, _inputs, 0, 0, Tensor.Lanes);
        _packedSize = IndirectProduct.PackedSize(bias.Length, _inputs);
        IndirectProduct.Pack(KernelView.Forward(weight, _inputs, area: 1), _inputs, 1, bias, _packed.Take(_packedSize), bias.Length);
    }

    /// <summary>Whether values below zero become zero.</summary>
    public bool Rectifies => _rectify;

    /// <summary>The weights, laid out for <see cref="IndirectProduct"/>.</summary>
    public ReadOnlySpan<float> Packed => _packed.Take(_packedSize);

    // The positions of this product are the blocks, so that a tile of weights serves three of them at once.
    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, int blocks, Scratch scratch)
    {
        Span<int> positions = stackalloc int[blocks];
        for (int block = 0; block < blocks; block++)
        {
            positions[block] = block * _inputs * Tensor.Lanes;
        }

        var layout = new OutputLayout(Output.Channels, Tensor.Lanes, Output.Channels * Tensor.Lanes);
        IndirectProduct.Multiply(Packed, 0..IndirectProduct.Tiles(Output.Channels), x, _taps, positions, y, layout, _rectify);
    }
}
