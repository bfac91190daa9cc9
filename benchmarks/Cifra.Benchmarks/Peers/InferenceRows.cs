using Cifra.Cli.Benchmarking;
using Cifra.Network;
using Cifra.Onnx;
using Cifra.Training;

namespace Cifra.Benchmarks.Peers;

/// <summary>Inference against ONNX Runtime: batches, and one picture at a time. Both sides run the same weights.</summary>
internal static class InferenceRows
{
    private const double BatchTarget = 1.5;

    // At most half of the other's time for `quick`, 0.7 of it for `example`.
    private static readonly (string Net, double LatencyTarget)[] Networks = [("quick", 2), ("example", 1 / 0.7)];
    private static readonly int[] Batches = [64, 512];
    private static readonly int[] Threads = [1, 2];

    /// <param name="peer">ONNX Runtime.</param>
    /// <param name="folder">Where the networks are exported to.</param>
    /// <param name="seconds">Length of a round.</param>
    public static IEnumerable<Comparison> Of(Peer peer, string folder, double seconds)
    {
        foreach ((string net, double latencyTarget) in Networks)
        {
            NeuralNetwork network = NeuralNetwork.Build(Architectures.All[net], seed: 1);
            string model = Path.Combine(folder, net + ".onnx");
            OnnxExporter.Export(network, model, new OnnxOptions { TakesGreyLevels = false });
            foreach (int threads in Threads)
            {
                peer.Load(net, model, threads);
                foreach (int batch in Batches)
                {
                    yield return Row(
                        $"inference {net}, batches of {batch}", net, network, threads, batch, Comparison.ImagesPerSecond, BatchTarget, peer, seconds);
                }
            }

            yield return Row($"latency {net}, one picture", net, network, threads: 1, batch: 1, Comparison.Microseconds, latencyTarget, peer, seconds);
        }
    }

    private static Comparison Row(
        string work, string net, NeuralNetwork network, int threads, int batch, string unit, double target, Peer peer, double seconds)
    {
        InferenceRun? run = null;
        return new Comparison(work, threads, unit, target, () => Figure(Ours().Run(TimeSpan.FromSeconds(seconds))), () => Figure(peer.Infer(net, threads, batch, seconds)));

        double Figure(Pace pace) => unit == Comparison.ImagesPerSecond ? pace.PerSecond : 1e6 / pace.PerSecond;

        InferenceRun Ours()
        {
            if (run is null)
            {
                run = new InferenceRun(network, threads, batch);
                WarmUp.Run(time => run.Run(time).PerSecond, new BenchSettings(), CancellationToken.None);
            }

            return run;
        }
    }
}
