using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>State of one caller of a network: threads, scratch memory, and whether it trains.</summary>
/// <remarks>Not for two threads at once; each caller has its own. Kept from batch to batch, it allocates nothing new.</remarks>
public sealed class Pass
{
    private readonly Dictionary<(object Owner, int Slot), Tensor> _tensors = [];
    private readonly Dictionary<(object Owner, int Slot), AlignedFloats> _floats = [];
    private readonly Dictionary<Layer, int> _numbers = [];

    /// <summary>A pass that only reads the network.</summary>
    /// <param name="workers">The threads to use.</param>
    public Pass(Workers workers)
    {
        ArgumentNullException.ThrowIfNull(workers);
        Workers = workers;
    }

    /// <summary>The threads to use.</summary>
    public Workers Workers { get; }

    /// <summary>Whether the layers behave as in training: batch statistics are the batch's own, dropout drops.</summary>
    public bool Training { get; init; }

    /// <summary>Seed of what is random within a pass (dropout).</summary>
    public long Seed { get; init; }

    /// <summary>Number of the training step; dropout drops other values in each.</summary>
    public long Step { get; set; }

    /// <summary>Scratch memory of a layer: a tensor that lives as long as the pass. Its content stays until the owner asks with another shape.</summary>
    /// <param name="owner">Who uses it: the layer itself.</param>
    /// <param name="slot">Tells several tensors of one owner apart.</param>
    /// <param name="shape">The size that it takes.</param>
    public Tensor Tensor(object owner, int slot, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (!_tensors.TryGetValue((owner, slot), out Tensor? tensor))
        {
            _tensors[(owner, slot)] = tensor = new Tensor(shape);
        }
        else if (tensor.Shape != shape)
        {
            tensor.Resize(shape);
        }

        return tensor;
    }

    /// <summary>Floats that live as long as the pass. Spans cannot cross threads: a task takes its span itself, by <see cref="AlignedFloats.Take"/>.</summary>
    internal AlignedFloats Floats(object owner, int slot, int length)
    {
        if (!_floats.TryGetValue((owner, slot), out AlignedFloats? floats))
        {
            _floats[(owner, slot)] = floats = new AlignedFloats();
        }

        floats.Take(length); // grows here, on one thread, so that the tasks only read it
        return floats;
    }

    /// <summary>0 for the first layer that asks, 1 for the second, and so on: tells layers of one kind and size apart.</summary>
    internal int NumberOf(Layer layer)
    {
        if (!_numbers.TryGetValue(layer, out int number))
        {
            _numbers[layer] = number = _numbers.Count;
        }

        return number;
    }
}
