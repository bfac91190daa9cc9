namespace Cifra.Numerics;

/// <summary>Working memory of one thread, kept from task to task so that a steady state allocates nothing.</summary>
/// <remarks>It is divided into slots that grow as needed. The content of a slot is undefined until its user has written it.</remarks>
internal sealed class Scratch
{
    private readonly AlignedFloats[] _rooms = [.. Enum.GetValues<ScratchSlot>().Select(_ => new AlignedFloats())];

    /// <summary>The first <paramref name="length"/> floats of a slot.</summary>
    public Span<float> Take(ScratchSlot room, int length) => _rooms[(int)room].Take(length);
}

/// <summary>The slots of <see cref="Scratch"/>. Two uses at the same time have two slots.</summary>
internal enum ScratchSlot
{
    /// <summary>A padded picture.</summary>
    Picture,

    /// <summary>Partial sums, and the few vectors of a transform.</summary>
    Sums,

    /// <summary>Transformed inputs of a convolution.</summary>
    Tiles,

    /// <summary>Products of a convolution before they are transformed back or pooled.</summary>
    Products,

    /// <summary>The gradient to a convolution's sums.</summary>
    Gradient,

    /// <summary>Inputs of a network for a group of blocks.</summary>
    Input,

    /// <summary>Outputs of a network's even layers for one block.</summary>
    EvenLayer,

    /// <summary>Outputs of the odd layers.</summary>
    OddLayer,

    /// <summary>Outputs of even dense layers for a group of blocks.</summary>
    EvenDense,

    /// <summary>Outputs of odd dense layers for a group of blocks.</summary>
    OddDense,
}
