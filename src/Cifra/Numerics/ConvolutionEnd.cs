namespace Cifra.Numerics;

/// <summary>What happens to a convolution's sums while they are still in the cache.</summary>
/// <param name="Rectify">Whether values below zero become zero.</param>
/// <param name="Pools">Whether the largest of each 2x2 is kept.</param>
internal readonly record struct ConvolutionEnd(bool Rectify, bool Pools)
{
    /// <summary>Size of an output for the size of the sums.</summary>
    public Shape Output(Shape sums) => Pools ? HalvingPool.Of(sums) : sums;
}
