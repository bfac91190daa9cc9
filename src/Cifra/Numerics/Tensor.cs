using System.Diagnostics;

namespace Cifra.Numerics;

/// <summary>A batch of images in memory, sixteen images side by side.</summary>
/// <remarks>
/// <para>
/// Images lie in blocks of <see cref="Lanes"/>; a block is [C][H][W][16]: the same value of sixteen images is one run of 64
/// bytes. A kernel gives each vector lane an image of its own, so no picture's edge leaves a lane idle, and a
/// result does not depend on how wide the machine's vectors are.
/// </para>
/// <para>
/// The last block may have lanes beyond the count. They are computed with the rest and ignored: a loss gives them
/// no gradient, and batch statistics leave them out.
/// </para>
/// </remarks>
public sealed class Tensor
{
    /// <summary>Images in a block.</summary>
    public const int Lanes = 16;

    private readonly AlignedFloats _memory = new();

    /// <summary>A batch of zeros.</summary>
    public Tensor(Shape shape) => Resize(shape);

    /// <summary>Size of the batch.</summary>
    public Shape Shape { get; private set; }

    /// <summary>Number of blocks of <see cref="Lanes"/> images.</summary>
    public int Blocks => BlocksOf(Shape.Count);

    /// <summary>Floats in a block.</summary>
    public int BlockSize => Shape.Features * Lanes;

    /// <summary>[Blocks][C][H][W][16] all the memory.</summary>
    public Span<float> Values => _memory.Take(Blocks * BlockSize);

    /// <summary>One value of one image.</summary>
    public float this[int image, int channel, int row, int column]
    {
        get => Values[Index(image, channel, row, column)];
        set => Values[Index(image, channel, row, column)] = value;
    }

    /// <summary>Blocks that hold <paramref name="count"/> images.</summary>
    public static int BlocksOf(int count) => (count + Lanes - 1) / Lanes;

    /// <summary>[C][H][W][16] one block.</summary>
    public Span<float> Block(int block) => Values.Slice(block * BlockSize, BlockSize);

    /// <summary>[H][W][16] one channel of one block.</summary>
    public Span<float> Plane(int block, int channel) =>
        Values.Slice((block * BlockSize) + (channel * Shape.Positions * Lanes), Shape.Positions * Lanes);

    /// <summary>Images in a block: <see cref="Lanes"/>, but fewer in the last.</summary>
    public int ImagesIn(int block) => Math.Min(Lanes, Shape.Count - (block * Lanes));

    /// <summary>Changes the size and discards the content. Allocates only when it grows beyond every earlier size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is not positive.</exception>
    public void Resize(Shape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Width);
        Shape = shape;
        _memory.Take(checked(Blocks * BlockSize));
    }

    private int Index(int image, int channel, int row, int column)
    {
        Debug.Assert(
            image < Shape.Count && channel < Shape.Channels && row < Shape.Height && column < Shape.Width, "the index lies inside");
        int block = image / Lanes;
        int position = (((channel * Shape.Height) + row) * Shape.Width) + column;
        return (block * BlockSize) + (position * Lanes) + (image % Lanes);
    }
}
