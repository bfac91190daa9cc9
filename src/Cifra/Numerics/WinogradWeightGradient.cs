using System.Runtime.CompilerServices;

namespace Cifra.Numerics;

/// <summary>
/// The gradient of a 3x3 convolution of stride 1 to its weights by <see cref="WinogradTransform"/>, turned round:
/// dW = Gᵀ[Σ (A·dy·Aᵀ) ⊙ (Bᵀ·x·B)]G, a quarter of the direct method's multiplications.
/// </summary>
/// <remarks>The sum of a block stays at the 36 points. The result differs from the direct method's by rounding: 1e-5 of Σ|dy·x| is held by a test.</remarks>
internal sealed class WinogradWeightGradient : WeightGradient
{
    // With fewer tiles than these, adding up the lanes of every point costs what the multiplications save.
    private const int LeastTiles = 12;

    // Outputs whose transformed gradients stay in the second-level cache until they are used.
    private const int OutputsAtOnce = 8;

    private const int Points = WinogradTransform.Points;

    private readonly WinogradTiles _tiles;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int[] _channels;
    private readonly int[] _positions;

    /// <summary>The gradient for images of this size; the count of the batch does not matter.</summary>
    public WinogradWeightGradient(Shape input, Shape output, Window window)
    {
        _tiles = new WinogradTiles(input.WithCount(1), output.WithCount(1), window);
        _inputs = input.Channels;
        _outputs = output.Channels;
        _channels = GeometryTables.Grid(1, 1, _inputs, 0, 0, _tiles.Count * Tensor.Lanes);
        _positions = GeometryTables.Grid(1, 1, _tiles.Count, 0, 0, Tensor.Lanes);
    }

    /// <summary>Whether the algorithm supports the window, and its transforms pay off for this number of channels and size of picture.</summary>
    public static bool Fits(Window window, Shape input, Shape output) =>
        WinogradConvolution.Fits(window, input.Channels, output.Channels) && new WinogradTiles(input, output, window).Count >= LeastTiles;

    /// <inheritdoc/>
    public override int SumSize => Points * _outputs * _inputs;

    /// <inheritdoc/>
    public override void Compute(ReadOnlySpan<float> dz, ReadOnlySpan<float> x, Span<float> sum, Scratch scratch)
    {
        int run = _tiles.Count * Tensor.Lanes;
        Span<float> v = scratch.Take(ScratchSlot.Tiles, Points * _inputs * run);
        _tiles.TransformInputs(x, 0, _tiles.Count, _tiles.Count, v, scratch);
        int plane = dz.Length / _outputs;
        for (int first = 0; first < _outputs; first += OutputsAtOnce)
        {
            int outputs = Math.Min(OutputsAtOnce, _outputs - first);
            Span<float> m = scratch.Take(ScratchSlot.Products, Points * outputs * run);
            _tiles.TransformGradients(dz[(first * plane)..], outputs, m, scratch);
            Span<float> sums = scratch.Take(ScratchSlot.Sums, IndirectGradient.ScratchSize(_inputs));
            for (int point = 0; point < Points; point++)
            {
                IndirectGradient.Compute(
                    m.Slice(point * outputs * run, outputs * run),
                    v.Slice(point * _inputs * run, _inputs * run),
                    _channels,
                    _positions,
                    sum.Slice(((point * _outputs) + first) * _inputs, outputs * _inputs),
                    new OutputLayout(outputs, run, Tensor.Lanes),
                    sums);
            }
        }
    }

    /// <inheritdoc/>
    public override void Finish(ReadOnlySpan<float> sum, Span<float> gradient)
    {
        Span<float> four = stackalloc float[9 * Lanes4.Count]; // the same element of four kernels side by side
        Span<float> work = stackalloc float[Points * Lanes4.Count];
        int pairs = _outputs * _inputs;
        int pair = 0;
        for (; pair + Lanes4.Count <= pairs; pair += Lanes4.Count)
        {
            WinogradTransform.KernelGradient<Lanes4>(ref Unsafe.AsRef(in sum[pair]), pairs, ref four[0], Lanes4.Count, ref work[0]);
            for (int i = 0; i < four.Length; i++)
            {
                gradient[((pair + (i % Lanes4.Count)) * 9) + (i / Lanes4.Count)] = four[i];
            }
        }

        for (; pair < pairs; pair++)
        {
            WinogradTransform.KernelGradient<Lanes1>(ref Unsafe.AsRef(in sum[pair]), pairs, ref gradient[pair * 9], 1, ref work[0]);
        }
    }
}
