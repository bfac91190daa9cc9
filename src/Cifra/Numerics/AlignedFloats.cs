using System.Runtime.InteropServices;

namespace Cifra.Numerics;

/// <summary>Floats that start on a cache line (64 bytes), so that no vector of a kernel straddles two.</summary>
/// <remarks>An ordinary array that the collector may not move; it is freed like any other object.</remarks>
internal sealed class AlignedFloats
{
    private const int LineBytes = 64;
    private const int LineFloats = LineBytes / sizeof(float);

    private float[] _array = [];
    private int _start;

    /// <summary>The first <paramref name="length"/> floats. If it must grow, its content is lost.</summary>
    public Span<float> Take(int length)
    {
        if (_array.Length - _start < length)
        {
            _array = GC.AllocateArray<float>(length + LineFloats - 1, pinned: true);
            int misaligned = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % LineBytes);
            _start = misaligned == 0 ? 0 : (LineBytes - misaligned) / sizeof(float);
        }

        return _array.AsSpan(_start, length);
    }
}
