using System.Collections.Concurrent;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A layer that knows no faster form than <see cref="Layer.Forward"/>: one that a program adds to the built-in ones.</summary>
/// <param name="layer">The layer.</param>
/// <param name="input">Size of an input image.</param>
/// <param name="output">Size of an output image.</param>
internal sealed class PlainLayerStep(Layer layer, Shape input, Shape output) : InferenceStep(output)
{
    private readonly ConcurrentBag<Memory> _idle = []; // as many as callers at once

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, int blocks, Scratch scratch)
    {
        if (!_idle.TryTake(out Memory? memory))
        {
            memory = new Memory(new Tensor(input), new Tensor(Output), new Pass(new Workers(1)));
        }

        memory.X.Resize(input.WithCount(blocks * Tensor.Lanes));
        memory.Y.Resize(Output.WithCount(blocks * Tensor.Lanes));
        x[..memory.X.Values.Length].CopyTo(memory.X.Values);
        layer.Forward(memory.X, memory.Y, memory.Pass);
        memory.Y.Values.CopyTo(y);
        _idle.Add(memory);
    }

    private sealed record Memory(Tensor X, Tensor Y, Pass Pass);
}
