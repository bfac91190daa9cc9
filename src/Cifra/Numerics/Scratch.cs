namespace Cifra.Numerics;

/// <summary>Working memory of one thread, kept from task to task so that a steady state allocates nothing.</summary>
internal sealed class Scratch
{
    private readonly AlignedFloats _picture = new();
    private readonly AlignedFloats _sums = new();
    private readonly AlignedFloats _tiles = new();
    private readonly AlignedFloats _products = new();

    /// <summary>Room for a padded picture; its content is undefined.</summary>
    public Span<float> Picture(int length) => _picture.Take(length);

    /// <summary>Room for partial sums; its content is undefined.</summary>
    public Span<float> Sums(int length) => _sums.Take(length);

    /// <summary>Room for transformed inputs; its content is undefined.</summary>
    public Span<float> Tiles(int length) => _tiles.Take(length);

    /// <summary>Room for products; its content is undefined.</summary>
    public Span<float> Products(int length) => _products.Take(length);
}
