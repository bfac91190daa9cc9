using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>Times each kernel on one thread.</summary>
internal static class KernelBench
{
    // Differences of two times are noise where the work beside is nearly all of it.
    private const double LeastShare = 0.01;

    public static IReadOnlyList<KernelResult> Run(Meter meter)
    {
        (string, NeuralNetwork)[] networks =
        [
            .. meter.Settings.Networks.Select(name => (name, NeuralNetwork.Build(Architectures.All[name], seed: 1))),
            .. meter.Settings.WithShipped ? [("shipped", Pretrained.Load(Pretrained.MnistName).Network)] : Array.Empty<(string, NeuralNetwork)>(),
        ];
        IReadOnlyList<Kernel> kernels = LayerKernels.Of(networks, meter.Settings.KernelBatch);
        meter.Begin("warming up the kernels");
        meter.WarmUp(_ => RunEach(kernels, meter.Settings.Window / 16));
        return [.. kernels.Select((kernel, i) =>
        {
            meter.Begin($"kernel {i + 1} of {kernels.Count}: {kernel.Layer} {kernel.Input} {kernel.Direction}");
            Speed speed = meter.Measure(time => Images(kernel, time), meter.Settings.Kernel, threads: 1, kernel.Flops);
            return new KernelResult(
                kernel.Networks,
                kernel.Layer,
                kernel.Input,
                kernel.Output,
                kernel.Direction,
                kernel.Method,
                Significant.Round(kernel.Flops / 1e6),
                speed.GigaFlops,
                speed.PercentOfPeak);
        })];
    }

    private static Pace RunEach(IReadOnlyList<Kernel> kernels, TimeSpan time)
    {
        double perSecond = kernels.Sum(kernel => Math.Log(Pace.Of(kernel.Run, time).PerSecond)); // so that each kernel counts alike
        return new Pace(Math.Exp(perSecond / kernels.Count), 1);
    }

    private static Pace Images(Kernel kernel, TimeSpan time)
    {
        Pace runs = Pace.Of(kernel.Run, time);
        double seconds = runs.Seconds;
        if (kernel.Besides is { } besides)
        {
            seconds -= runs.Count / Pace.Of(besides, time).PerSecond;
        }

        return new Pace(runs.Count * kernel.Batch, Math.Max(seconds, LeastShare * runs.Seconds));
    }
}
