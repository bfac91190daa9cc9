using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A network compiled to classify: weights packed, norms folded into convolutions, rectifiers and pools computed with what is before them.</summary>
/// <remarks>
/// Immutable, and a copy of the network's numbers: any number of threads run it at once, each with a <see cref="Scratch"/> of its own.
/// What it computes is what the layers compute one by one (<see cref="NeuralNetwork.Forward"/>), but for rounding.
/// A block of sixteen images goes through all steps before the first dense one while it is in the cache; dense steps, whose
/// weights are larger than a block, take a group of blocks at once.
/// </remarks>
internal sealed class InferencePlan
{
    // Two times the three that share a tile of dense weights; fewer where their features would fill the memory.
    private const int UsualBlocks = 6;
    private const int UsualFeatures = 1 << 17;

    private readonly Shape _input;
    private readonly InferenceStep[] _blockSteps;
    private readonly InferenceStep[] _groupSteps;

    /// <summary>Compiles a network.</summary>
    public InferencePlan(NeuralNetwork network)
    {
        _input = network.Input;
        List<InferenceStep> steps = InferenceCompiler.Compile(network);
        int dense = steps.FindIndex(step => step is DenseStep);
        _blockSteps = dense < 0 ? [.. steps] : [.. steps[..dense]];
        _groupSteps = dense < 0 ? [] : [.. steps[dense..]];
        MostBlocks = Math.Clamp(UsualFeatures / Features.Features, 1, UsualBlocks);
    }

    /// <summary>Size of an input image.</summary>
    public Shape Input => _input;

    /// <summary>The steps, first to last.</summary>
    public IEnumerable<InferenceStep> Steps => [.. _blockSteps, .. _groupSteps];

    /// <summary>Blocks of sixteen images that may be run together.</summary>
    public int MostBlocks { get; }

    // What goes into the first dense step.
    private Shape Features => _blockSteps.Length == 0 ? _input : _blockSteps[^1].Output;

    /// <summary>Computes the outputs of some blocks.</summary>
    /// <param name="x">[blocks][C][H][W][16] pictures, mean subtracted and divided by the deviation.</param>
    /// <param name="blocks">1 to <see cref="MostBlocks"/>.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <returns>[blocks][K][16] scores, in the thread's memory.</returns>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> x, int blocks, Scratch scratch)
    {
        int from = _input.Features * Tensor.Lanes;
        int to = Features.Features * Tensor.Lanes;
        Span<float> group = scratch.Take(ScratchSlot.OddDense, blocks * to);
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<float> current = x.Slice(block * from, from);
            Span<float> last = group.Slice(block * to, to);
            for (int i = 0; i < _blockSteps.Length; i++)
            {
                ScratchSlot room = i % 2 == 0 ? ScratchSlot.EvenLayer : ScratchSlot.OddLayer;
                Span<float> next = i == _blockSteps.Length - 1 ? last : scratch.Take(room, _blockSteps[i].Output.Features * Tensor.Lanes);
                _blockSteps[i].Run(current, next, 1, scratch);
                current = next;
            }

            if (_blockSteps.Length == 0)
            {
                current.CopyTo(last);
            }
        }

        ReadOnlySpan<float> values = group;
        for (int i = 0; i < _groupSteps.Length; i++)
        {
            Span<float> next = scratch.Take(i % 2 == 0 ? ScratchSlot.EvenDense : ScratchSlot.OddDense, blocks * _groupSteps[i].Output.Features * Tensor.Lanes);
            _groupSteps[i].Run(values, next, blocks, scratch);
            values = next;
        }

        return values;
    }
}
