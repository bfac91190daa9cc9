using System.Runtime.CompilerServices;

namespace Cifra.Numerics;

/// <summary>The tiles of <see cref="ChannelProduct"/>: some vectors of outputs at some positions, whose sums stay in registers over all taps.</summary>
/// <remarks>
/// Twelve sums, and what they are added from, fill the 16 vector registers of AVX2. The sum of vector i at position j is s‹i›‹j›. Each lane
/// adds its taps in order, each rounded once.
/// </remarks>
internal static class ChannelTiles
{
    /// <summary>Four vectors at three positions: 7 loads feed 12 multiply-adds.</summary>
    /// <param name="w">Biases, then the weights of each tap.</param>
    /// <param name="row">Floats from a tap's weights to the next one's.</param>
    /// <param name="step">Floats from a vector to the next.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="positions">[P] all offsets in floats.</param>
    /// <param name="first">Which of them is the tile's first; beyond the last it is the last again.</param>
    /// <param name="y">Receives the vectors of each position.</param>
    /// <param name="positionStep">Floats from a position's to the next one's.</param>
    /// <param name="rectify">Whether sums below zero become zero.</param>
    public static void FourByThree<TLanes>(
        ref float w, nint row, nint step, ReadOnlySpan<int> taps,
        ref float x, ReadOnlySpan<int> positions, int first, ref float y, nint positionStep, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        int last = positions.Length - 1;
        int second = Math.Min(first + 1, last);
        int third = Math.Min(first + 2, last);
        nint to1 = positions[second] - positions[first];
        nint to2 = positions[third] - positions[first];
        x = ref Unsafe.Add(ref x, positions[first]);

        TLanes s00, s01, s02, s10, s11, s12, s20, s21, s22, s30, s31, s32;
        s00 = s01 = s02 = TLanes.Load(ref w);
        s10 = s11 = s12 = TLanes.Load(ref w, step);
        s20 = s21 = s22 = TLanes.Load(ref w, 2 * step);
        s30 = s31 = s32 = TLanes.Load(ref w, 3 * step);
        foreach (int tap in taps)
        {
            w = ref Unsafe.Add(ref w, row);
            ref float at = ref Unsafe.Add(ref x, tap);
            TLanes x0 = TLanes.All(at);
            TLanes x1 = TLanes.All(Unsafe.Add(ref at, to1));
            TLanes x2 = TLanes.All(Unsafe.Add(ref at, to2));

            TLanes weight = TLanes.Load(ref w);
            s00 = TLanes.MultiplyAdd(weight, x0, s00);
            s01 = TLanes.MultiplyAdd(weight, x1, s01);
            s02 = TLanes.MultiplyAdd(weight, x2, s02);
            weight = TLanes.Load(ref w, step);
            s10 = TLanes.MultiplyAdd(weight, x0, s10);
            s11 = TLanes.MultiplyAdd(weight, x1, s11);
            s12 = TLanes.MultiplyAdd(weight, x2, s12);
            weight = TLanes.Load(ref w, 2 * step);
            s20 = TLanes.MultiplyAdd(weight, x0, s20);
            s21 = TLanes.MultiplyAdd(weight, x1, s21);
            s22 = TLanes.MultiplyAdd(weight, x2, s22);
            weight = TLanes.Load(ref w, 3 * step);
            s30 = TLanes.MultiplyAdd(weight, x0, s30);
            s31 = TLanes.MultiplyAdd(weight, x1, s31);
            s32 = TLanes.MultiplyAdd(weight, x2, s32);
        }

        Store(s00, s10, s20, s30, ref Unsafe.Add(ref y, first * positionStep), step, rectify);
        Store(s01, s11, s21, s31, ref Unsafe.Add(ref y, second * positionStep), step, rectify);
        Store(s02, s12, s22, s32, ref Unsafe.Add(ref y, third * positionStep), step, rectify);
    }

    /// <summary>Three vectors at four positions; the parameters are those of <see cref="FourByThree"/>.</summary>
    public static void ThreeByFour<TLanes>(
        ref float w, nint row, nint step, ReadOnlySpan<int> taps,
        ref float x, ReadOnlySpan<int> positions, int first, ref float y, nint positionStep, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        int last = positions.Length - 1;
        int second = Math.Min(first + 1, last);
        int third = Math.Min(first + 2, last);
        int fourth = Math.Min(first + 3, last);
        nint to1 = positions[second] - positions[first];
        nint to2 = positions[third] - positions[first];
        nint to3 = positions[fourth] - positions[first];
        x = ref Unsafe.Add(ref x, positions[first]);

        TLanes s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23;
        s00 = s01 = s02 = s03 = TLanes.Load(ref w);
        s10 = s11 = s12 = s13 = TLanes.Load(ref w, step);
        s20 = s21 = s22 = s23 = TLanes.Load(ref w, 2 * step);
        foreach (int tap in taps)
        {
            w = ref Unsafe.Add(ref w, row);
            ref float at = ref Unsafe.Add(ref x, tap);
            TLanes w0 = TLanes.Load(ref w);
            TLanes w1 = TLanes.Load(ref w, step);
            TLanes w2 = TLanes.Load(ref w, 2 * step);

            TLanes input = TLanes.All(at);
            s00 = TLanes.MultiplyAdd(w0, input, s00);
            s10 = TLanes.MultiplyAdd(w1, input, s10);
            s20 = TLanes.MultiplyAdd(w2, input, s20);
            input = TLanes.All(Unsafe.Add(ref at, to1));
            s01 = TLanes.MultiplyAdd(w0, input, s01);
            s11 = TLanes.MultiplyAdd(w1, input, s11);
            s21 = TLanes.MultiplyAdd(w2, input, s21);
            input = TLanes.All(Unsafe.Add(ref at, to2));
            s02 = TLanes.MultiplyAdd(w0, input, s02);
            s12 = TLanes.MultiplyAdd(w1, input, s12);
            s22 = TLanes.MultiplyAdd(w2, input, s22);
            input = TLanes.All(Unsafe.Add(ref at, to3));
            s03 = TLanes.MultiplyAdd(w0, input, s03);
            s13 = TLanes.MultiplyAdd(w1, input, s13);
            s23 = TLanes.MultiplyAdd(w2, input, s23);
        }

        Store(s00, s10, s20, ref Unsafe.Add(ref y, first * positionStep), step, rectify);
        Store(s01, s11, s21, ref Unsafe.Add(ref y, second * positionStep), step, rectify);
        Store(s02, s12, s22, ref Unsafe.Add(ref y, third * positionStep), step, rectify);
        Store(s03, s13, s23, ref Unsafe.Add(ref y, fourth * positionStep), step, rectify);
    }

    /// <summary>Two vectors at six positions; the parameters are those of <see cref="FourByThree"/>.</summary>
    public static void TwoBySix<TLanes>(
        ref float w, nint row, nint step, ReadOnlySpan<int> taps,
        ref float x, ReadOnlySpan<int> positions, int first, ref float y, nint positionStep, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        int last = positions.Length - 1;
        int second = Math.Min(first + 1, last);
        int third = Math.Min(first + 2, last);
        int fourth = Math.Min(first + 3, last);
        int fifth = Math.Min(first + 4, last);
        int sixth = Math.Min(first + 5, last);
        nint to1 = positions[second] - positions[first];
        nint to2 = positions[third] - positions[first];
        nint to3 = positions[fourth] - positions[first];
        nint to4 = positions[fifth] - positions[first];
        nint to5 = positions[sixth] - positions[first];
        x = ref Unsafe.Add(ref x, positions[first]);

        TLanes s00, s01, s02, s03, s04, s05, s10, s11, s12, s13, s14, s15;
        s00 = s01 = s02 = s03 = s04 = s05 = TLanes.Load(ref w);
        s10 = s11 = s12 = s13 = s14 = s15 = TLanes.Load(ref w, step);
        foreach (int tap in taps)
        {
            w = ref Unsafe.Add(ref w, row);
            ref float at = ref Unsafe.Add(ref x, tap);
            TLanes w0 = TLanes.Load(ref w);
            TLanes w1 = TLanes.Load(ref w, step);

            TLanes input = TLanes.All(at);
            s00 = TLanes.MultiplyAdd(w0, input, s00);
            s10 = TLanes.MultiplyAdd(w1, input, s10);
            input = TLanes.All(Unsafe.Add(ref at, to1));
            s01 = TLanes.MultiplyAdd(w0, input, s01);
            s11 = TLanes.MultiplyAdd(w1, input, s11);
            input = TLanes.All(Unsafe.Add(ref at, to2));
            s02 = TLanes.MultiplyAdd(w0, input, s02);
            s12 = TLanes.MultiplyAdd(w1, input, s12);
            input = TLanes.All(Unsafe.Add(ref at, to3));
            s03 = TLanes.MultiplyAdd(w0, input, s03);
            s13 = TLanes.MultiplyAdd(w1, input, s13);
            input = TLanes.All(Unsafe.Add(ref at, to4));
            s04 = TLanes.MultiplyAdd(w0, input, s04);
            s14 = TLanes.MultiplyAdd(w1, input, s14);
            input = TLanes.All(Unsafe.Add(ref at, to5));
            s05 = TLanes.MultiplyAdd(w0, input, s05);
            s15 = TLanes.MultiplyAdd(w1, input, s15);
        }

        Store(s00, s10, ref Unsafe.Add(ref y, first * positionStep), step, rectify);
        Store(s01, s11, ref Unsafe.Add(ref y, second * positionStep), step, rectify);
        Store(s02, s12, ref Unsafe.Add(ref y, third * positionStep), step, rectify);
        Store(s03, s13, ref Unsafe.Add(ref y, fourth * positionStep), step, rectify);
        Store(s04, s14, ref Unsafe.Add(ref y, fifth * positionStep), step, rectify);
        Store(s05, s15, ref Unsafe.Add(ref y, sixth * positionStep), step, rectify);
    }

    /// <summary>Two neighbouring tiles of four vectors at one position, for some of the inputs: two streams of weights, each read once.</summary>
    /// <param name="w">Biases and weights of the first tile.</param>
    /// <param name="v">Those of the second.</param>
    /// <param name="row">Floats from an input's weights to the next one's.</param>
    /// <param name="step">Floats from a vector to the next.</param>
    /// <param name="inputs">Which inputs, ascending.</param>
    /// <param name="x">All inputs.</param>
    /// <param name="y">Receives the vectors of both tiles, one tile after the other.</param>
    /// <param name="rectify">Whether sums below zero become zero.</param>
    public static void EightByOne<TLanes>(ref float w, ref float v, nint row, nint step, ReadOnlySpan<int> inputs, ref float x, ref float y, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes s0 = TLanes.Load(ref w);
        TLanes s1 = TLanes.Load(ref w, step);
        TLanes s2 = TLanes.Load(ref w, 2 * step);
        TLanes s3 = TLanes.Load(ref w, 3 * step);
        TLanes s4 = TLanes.Load(ref v);
        TLanes s5 = TLanes.Load(ref v, step);
        TLanes s6 = TLanes.Load(ref v, 2 * step);
        TLanes s7 = TLanes.Load(ref v, 3 * step);
        foreach (int index in inputs)
        {
            nint at = (index + 1) * row;
            ref float ofFirst = ref Unsafe.Add(ref w, at);
            ref float ofSecond = ref Unsafe.Add(ref v, at);
            TLanes input = TLanes.All(Unsafe.Add(ref x, index));
            s0 = TLanes.MultiplyAdd(TLanes.Load(ref ofFirst), input, s0);
            s1 = TLanes.MultiplyAdd(TLanes.Load(ref ofFirst, step), input, s1);
            s2 = TLanes.MultiplyAdd(TLanes.Load(ref ofFirst, 2 * step), input, s2);
            s3 = TLanes.MultiplyAdd(TLanes.Load(ref ofFirst, 3 * step), input, s3);
            s4 = TLanes.MultiplyAdd(TLanes.Load(ref ofSecond), input, s4);
            s5 = TLanes.MultiplyAdd(TLanes.Load(ref ofSecond, step), input, s5);
            s6 = TLanes.MultiplyAdd(TLanes.Load(ref ofSecond, 2 * step), input, s6);
            s7 = TLanes.MultiplyAdd(TLanes.Load(ref ofSecond, 3 * step), input, s7);
        }

        Store(s0, s1, s2, s3, ref y, step, rectify);
        Store(s4, s5, s6, s7, ref Unsafe.Add(ref y, row), step, rectify);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes>(TLanes a, TLanes b, TLanes c, TLanes d, ref float y, nint step, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        Store(a, b, ref y, step, rectify);
        Store(c, d, ref Unsafe.Add(ref y, 2 * step), step, rectify);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes>(TLanes a, TLanes b, TLanes c, ref float y, nint step, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        Store(a, b, ref y, step, rectify);
        TLanes.Store(rectify ? TLanes.Larger(c, TLanes.All(0)) : c, ref y, 2 * step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes>(TLanes a, TLanes b, ref float y, nint step, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        if (rectify)
        {
            (a, b) = (TLanes.Larger(a, TLanes.All(0)), TLanes.Larger(b, TLanes.All(0)));
        }

        TLanes.Store(a, ref y);
        TLanes.Store(b, ref y, step);
    }
}
