namespace Cifra.Imaging.Formats.Jpeg;

/// <summary>From 64 quantised coefficients to 8x8 samples, in integers (ITU-T T.81, A.3.3 and A.3.4).</summary>
/// <remarks>
/// The factorisation is that of Loeffler, Ligtenberg and Moschytz, "Practical fast 1-D DCT algorithms with 11 multiplications"
/// (ICASSP 1989), with constants of 13 bits and 2 more bits kept between the two passes: the arithmetic of the accurate decoders, so that
/// their pictures and these agree to the last bit. Coefficients far beyond those of any picture, which only damaged files hold, wrap around.
/// </remarks>
internal static class JpegInverseDct
{
    private const int ConstantBits = 13;
    private const int ExtraBits = 2;

    // 1.0 in the fixed point of the constants is 1 << 13.
    private const int C0298 = 2446;   // 0.298631336
    private const int C0390 = 3196;   // 0.390180644
    private const int C0541 = 4433;   // 0.541196100
    private const int C0765 = 6270;   // 0.765366865
    private const int C0899 = 7373;   // 0.899976223
    private const int C1175 = 9633;   // 1.175875602
    private const int C1501 = 12299;  // 1.501321110
    private const int C1847 = 15137;  // 1.847759065
    private const int C1961 = 16069;  // 1.961570560
    private const int C2053 = 16819;  // 2.053119869
    private const int C2562 = 20995;  // 2.562915447
    private const int C3072 = 25172;  // 3.072711026

    /// <summary>Writes eight rows of eight samples, <paramref name="stride"/> apart.</summary>
    /// <param name="coefficients">[64] in natural order.</param>
    /// <param name="quantizer">[64] step of each coefficient, in natural order.</param>
    /// <param name="samples">Receives the block; 128 is the middle grey.</param>
    /// <param name="stride">From one row to the next in <paramref name="samples"/>.</param>
    public static void Transform(ReadOnlySpan<short> coefficients, ReadOnlySpan<int> quantizer, Span<byte> samples, int stride)
    {
        if (coefficients[1..64].IndexOfAnyExcept((short)0) < 0)
        {
            FillFlat(coefficients[0] * quantizer[0], samples, stride);
            return;
        }

        Span<int> work = stackalloc int[64];
        for (int x = 0; x < 8; x++)
        {
            Column(coefficients[x..], quantizer[x..], work[x..]);
        }

        for (int y = 0; y < 8; y++)
        {
            Row(work.Slice(8 * y, 8), samples.Slice(y * stride, 8));
        }
    }

    private static void FillFlat(int dc, Span<byte> samples, int stride)
    {
        const int Shift = ExtraBits + 3;
        byte level = ToSample(((dc << ExtraBits) + (1 << (Shift - 1))) >> Shift);
        for (int y = 0; y < 8; y++)
        {
            samples.Slice(y * stride, 8).Fill(level);
        }
    }

    private static void Column(ReadOnlySpan<short> c, ReadOnlySpan<int> q, Span<int> to)
    {
        if (c[8] == 0 && c[16] == 0 && c[24] == 0 && c[32] == 0 && c[40] == 0 && c[48] == 0 && c[56] == 0)
        {
            int flat = (c[0] * q[0]) << ExtraBits;
            for (int y = 0; y < 64; y += 8)
            {
                to[y] = flat;
            }

            return;
        }

        const int Shift = ConstantBits - ExtraBits;
        const int Half = 1 << (Shift - 1);
        (int e0, int e1, int e2, int e3) = Even(c[0] * q[0], c[16] * q[16], c[32] * q[32], c[48] * q[48]);
        (int o0, int o1, int o2, int o3) = Odd(c[8] * q[8], c[24] * q[24], c[40] * q[40], c[56] * q[56]);
        to[0] = (e0 + o0 + Half) >> Shift;
        to[56] = (e0 - o0 + Half) >> Shift;
        to[8] = (e1 + o1 + Half) >> Shift;
        to[48] = (e1 - o1 + Half) >> Shift;
        to[16] = (e2 + o2 + Half) >> Shift;
        to[40] = (e2 - o2 + Half) >> Shift;
        to[24] = (e3 + o3 + Half) >> Shift;
        to[32] = (e3 - o3 + Half) >> Shift;
    }

    private static void Row(ReadOnlySpan<int> c, Span<byte> to)
    {
        const int Shift = ConstantBits + ExtraBits + 3; // the 3 divides by eight, the scale of the two passes together
        const int Half = 1 << (Shift - 1);
        (int e0, int e1, int e2, int e3) = Even(c[0], c[2], c[4], c[6]);
        (int o0, int o1, int o2, int o3) = Odd(c[1], c[3], c[5], c[7]);
        to[7] = ToSample((e0 - o0 + Half) >> Shift);
        to[0] = ToSample((e0 + o0 + Half) >> Shift);
        to[1] = ToSample((e1 + o1 + Half) >> Shift);
        to[6] = ToSample((e1 - o1 + Half) >> Shift);
        to[2] = ToSample((e2 + o2 + Half) >> Shift);
        to[5] = ToSample((e2 - o2 + Half) >> Shift);
        to[3] = ToSample((e3 + o3 + Half) >> Shift);
        to[4] = ToSample((e3 - o3 + Half) >> Shift);
    }

    /// <summary>The share of coefficients 0, 2, 4 and 6 in the outputs 0 to 3; outputs 7 to 4 have the same.</summary>
    private static (int E0, int E1, int E2, int E3) Even(int c0, int c2, int c4, int c6)
    {
        int turn = (c2 + c6) * C0541;
        int low = turn - (c6 * C1847);
        int high = turn + (c2 * C0765);
        int sum = (c0 + c4) << ConstantBits;
        int difference = (c0 - c4) << ConstantBits;
        return (sum + high, difference + low, difference - low, sum - high);
    }

    /// <summary>The share of coefficients 1, 3, 5 and 7 in the outputs 0 to 3; outputs 7 to 4 have its negative.</summary>
    private static (int O0, int O1, int O2, int O3) Odd(int c1, int c3, int c5, int c7)
    {
        int turn = (c7 + c3 + c5 + c1) * C1175;
        int z1 = (c7 + c1) * -C0899;
        int z2 = (c5 + c3) * -C2562;
        int z3 = turn - ((c7 + c3) * C1961);
        int z4 = turn - ((c5 + c1) * C0390);
        return (
            (c1 * C1501) + z1 + z4,
            (c3 * C3072) + z2 + z3,
            (c5 * C2053) + z2 + z4,
            (c7 * C0298) + z1 + z3);
    }

    private static byte ToSample(int value) => (byte)Math.Clamp(value + 128, 0, 255);
}
