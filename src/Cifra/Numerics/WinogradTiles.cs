using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>The tiles of a picture that <see cref="WinogradTransform"/> works on, for blocks of sixteen images.</summary>
/// <param name="input">Size of a picture that the 6x6 tiles are taken from.</param>
/// <param name="output">Size of the 4x4 tiles' picture.</param>
/// <param name="window">Kernel and padding.</param>
internal sealed class WinogradTiles(Shape input, Shape output, Window window)
{
    private const int Points = WinogradTransform.Points;

    private readonly int _columns = (output.Width + WinogradTransform.Outputs - 1) / WinogradTransform.Outputs;

    /// <summary>Tiles of a picture.</summary>
    public int Count => _columns * ((output.Height + WinogradTransform.Outputs - 1) / WinogradTransform.Outputs);

    /// <summary>Row of a tile's first output.</summary>
    public int Top(int tile) => tile / _columns * WinogradTransform.Outputs;

    /// <summary>Column of a tile's first output.</summary>
    public int Left(int tile) => tile % _columns * WinogradTransform.Outputs;

    /// <summary>Transforms some tiles of the inputs.</summary>
    /// <param name="x">[C][H][W][16].</param>
    /// <param name="first">The first tile.</param>
    /// <param name="count">Number of tiles.</param>
    /// <param name="group">Tiles that v has room for, <paramref name="count"/> or more.</param>
    /// <param name="v">[36][C][<paramref name="group"/>][16] receives the points.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void TransformInputs(ReadOnlySpan<float> x, int first, int count, int group, Span<float> v, Scratch scratch)
    {
        Span<float> work = scratch.Take(ScratchSlot.Sums, 2 * Points * Tensor.Lanes);
        Span<float> edge = work[(Points * Tensor.Lanes)..];
        int toPoint = input.Channels * group * Tensor.Lanes;
        for (int t = 0; t < count; t++)
        {
            int top = Top(first + t) - window.PaddingHeight;
            int left = Left(first + t) - window.PaddingWidth;
            bool inside = top >= 0 && left >= 0 && top + WinogradTransform.Inputs <= input.Height && left + WinogradTransform.Inputs <= input.Width;
            for (int c = 0; c < input.Channels; c++)
            {
                ReadOnlySpan<float> plane = x.Slice(c * input.Positions * Tensor.Lanes, input.Positions * Tensor.Lanes);
                Span<float> to = v[(((c * group) + t) * Tensor.Lanes)..];
                if (inside)
                {
                    Transform(plane[(((top * input.Width) + left) * Tensor.Lanes)..], input.Width * Tensor.Lanes, to, toPoint, work, gradient: false);
                }
                else
                {
                    CopyTile(plane, input, top, left, WinogradTransform.Inputs, edge);
                    Transform(edge, WinogradTransform.Inputs * Tensor.Lanes, to, toPoint, work, gradient: false);
                }
            }
        }
    }

    /// <summary>Transforms all tiles of a gradient to some outputs.</summary>
    /// <param name="dz">[outputs][H'][W'][16].</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="m">[36][outputs][<see cref="Count"/>][16] receives the points.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void TransformGradients(ReadOnlySpan<float> dz, int outputs, Span<float> m, Scratch scratch)
    {
        Span<float> work = scratch.Take(ScratchSlot.Sums, 2 * Points * Tensor.Lanes);
        Span<float> edge = work[(Points * Tensor.Lanes)..][..(WinogradTransform.Outputs * WinogradTransform.Outputs * Tensor.Lanes)];
        int toPoint = outputs * Count * Tensor.Lanes;
        for (int o = 0; o < outputs; o++)
        {
            ReadOnlySpan<float> plane = dz.Slice(o * output.Positions * Tensor.Lanes, output.Positions * Tensor.Lanes);
            for (int t = 0; t < Count; t++)
            {
                int top = Top(t);
                int left = Left(t);
                Span<float> to = m[(((o * Count) + t) * Tensor.Lanes)..];
                if (top + WinogradTransform.Outputs <= output.Height && left + WinogradTransform.Outputs <= output.Width)
                {
                    Transform(plane[(((top * output.Width) + left) * Tensor.Lanes)..], output.Width * Tensor.Lanes, to, toPoint, work, gradient: true);
                }
                else
                {
                    CopyTile(plane, output, top, left, WinogradTransform.Outputs, edge);
                    Transform(edge, WinogradTransform.Outputs * Tensor.Lanes, to, toPoint, work, gradient: true);
                }
            }
        }
    }

    // A tile that lies partly outside the picture has zeros there.
    private static void CopyTile(ReadOnlySpan<float> plane, Shape size, int top, int left, int side, Span<float> tile)
    {
        tile.Clear();
        int from = Math.Max(left, 0);
        int length = (Math.Min(left + side, size.Width) - from) * Tensor.Lanes;
        for (int row = Math.Max(top, 0); row < Math.Min(top + side, size.Height) && length > 0; row++)
        {
            plane.Slice(((row * size.Width) + from) * Tensor.Lanes, length).CopyTo(tile[((((row - top) * side) + from - left) * Tensor.Lanes)..]);
        }
    }

    private static void Transform(ReadOnlySpan<float> d, int toRow, Span<float> v, int toPoint, Span<float> work, bool gradient)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Transform<Lanes16>(d, toRow, v, toPoint, work, gradient);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Transform<Lanes8>(d, toRow, v, toPoint, work, gradient);
        }
        else
        {
            Transform<Lanes4>(d, toRow, v, toPoint, work, gradient);
        }
    }

    private static void Transform<TLanes>(ReadOnlySpan<float> d, int toRow, Span<float> v, int toPoint, Span<float> work, bool gradient)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float scratch = ref MemoryMarshal.GetReference(work);
        for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
        {
            ref float from = ref Unsafe.Add(ref MemoryMarshal.GetReference(d), lane);
            ref float to = ref Unsafe.Add(ref MemoryMarshal.GetReference(v), lane);
            if (gradient)
            {
                WinogradTransform.Gradient<TLanes>(ref from, toRow, Tensor.Lanes, ref to, toPoint, ref scratch);
            }
            else
            {
                WinogradTransform.Input<TLanes>(ref from, toRow, Tensor.Lanes, ref to, toPoint, ref scratch);
            }
        }
    }
}
