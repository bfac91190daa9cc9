using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

// Kernels of a training step's fused passes: each is its twin, lane by lane.
internal static partial class Kernels
{
    /// <summary>dy[i] = y[i] &gt; 0 ? dy[i] : 0: the gradient through a rectifier that gave y, in place.</summary>
    public static void Rectify(ReadOnlySpan<float> y, Span<float> dy)
    {
        WholeRuns(y.Length, dy.Length);
        if (Vector512.IsHardwareAccelerated)
        {
            Rectify<Lanes16>(y, dy);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Rectify<Lanes8>(y, dy);
        }
        else
        {
            Rectify<Lanes4>(y, dy);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rectify<TLanes>(ReadOnlySpan<float> y, Span<float> dy)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float from = ref MemoryMarshal.GetReference(y);
        ref float to = ref MemoryMarshal.GetReference(dy);
        TLanes zero = TLanes.All(0);
        for (nint i = 0; i < y.Length; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Choose(TLanes.Load(ref from, i), zero, TLanes.Load(ref to, i), zero), ref to, i);
        }
    }
}
