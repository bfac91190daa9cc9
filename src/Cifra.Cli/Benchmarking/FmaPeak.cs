using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cifra.Cli.Benchmarking;

/// <summary>The speed limit of the machine at this moment: fused multiply-adds in registers and nothing else.</summary>
/// <remarks>
/// Twelve sums that do not wait for each other keep two units busy whose result takes four cycles (and up to six), and fit
/// the sixteen registers of AVX2. A multiply-add counts as two operations.
/// </remarks>
internal static class FmaPeak
{
    private const int Sums = 12;
    private const int Iterations = 16_000;
    private const float Factor = 0.999f;
    private const float Addend = 0.001f; // the sums stay near 1: no overflow, and nothing so small that it slows the unit down

    /// <summary>Bits of the widest vector that the hardware multiplies, which the kernels use too.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector<float>.Count * 32;

    /// <summary>Operations a second of that many threads at once, for about that long; the better of the machine's vector widths.</summary>
    public static double Measure(int threads, TimeSpan time) => Vector512.IsHardwareAccelerated
        ? Math.Max(Measure(threads, time, Vector<float>.Count, Multiply), Measure(threads, time, Vector512<float>.Count, MultiplyWide))
        : Measure(threads, time, Vector<float>.Count, Multiply);

    private static double Measure(int threads, TimeSpan time, int lanes, Func<float> multiply)
    {
        double[] speeds = new double[threads];
        using var start = new Barrier(threads);
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(i => new Thread(() => Work(i)) { IsBackground = true })];
        foreach (Thread other in others)
        {
            other.Start();
        }

        Work(0);
        foreach (Thread other in others)
        {
            other.Join();
        }

        return speeds.Sum();

        void Work(int thread)
        {
            start.SignalAndWait();
            long from = Stopwatch.GetTimestamp();
            double operations = 0;
            double seconds;
            do
            {
                if (multiply() < 0)
                {
                    throw new InvalidOperationException("The sums stay near 1.");
                }

                operations += 2.0 * Iterations * Sums * lanes;
                seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
            }
            while (seconds < time.TotalSeconds);

            speeds[thread] = operations / seconds;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Multiply()
    {
        var m = new Vector<float>(Factor);
        var a = new Vector<float>(Addend);
        Vector<float> s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int i = 0; i < Iterations; i++)
        {
            s0 = Vector.FusedMultiplyAdd(s0, m, a);
            s1 = Vector.FusedMultiplyAdd(s1, m, a);
            s2 = Vector.FusedMultiplyAdd(s2, m, a);
            s3 = Vector.FusedMultiplyAdd(s3, m, a);
            s4 = Vector.FusedMultiplyAdd(s4, m, a);
            s5 = Vector.FusedMultiplyAdd(s5, m, a);
            s6 = Vector.FusedMultiplyAdd(s6, m, a);
            s7 = Vector.FusedMultiplyAdd(s7, m, a);
            s8 = Vector.FusedMultiplyAdd(s8, m, a);
            s9 = Vector.FusedMultiplyAdd(s9, m, a);
            s10 = Vector.FusedMultiplyAdd(s10, m, a);
            s11 = Vector.FusedMultiplyAdd(s11, m, a);
        }

        return Vector.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyWide()
    {
        Vector512<float> m = Vector512.Create(Factor);
        Vector512<float> a = Vector512.Create(Addend);
        Vector512<float> s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int i = 0; i < Iterations; i++)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, m, a);
            s1 = Vector512.FusedMultiplyAdd(s1, m, a);
            s2 = Vector512.FusedMultiplyAdd(s2, m, a);
            s3 = Vector512.FusedMultiplyAdd(s3, m, a);
            s4 = Vector512.FusedMultiplyAdd(s4, m, a);
            s5 = Vector512.FusedMultiplyAdd(s5, m, a);
            s6 = Vector512.FusedMultiplyAdd(s6, m, a);
            s7 = Vector512.FusedMultiplyAdd(s7, m, a);
            s8 = Vector512.FusedMultiplyAdd(s8, m, a);
            s9 = Vector512.FusedMultiplyAdd(s9, m, a);
            s10 = Vector512.FusedMultiplyAdd(s10, m, a);
            s11 = Vector512.FusedMultiplyAdd(s11, m, a);
        }

        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }
}
