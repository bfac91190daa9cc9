using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Cli.Benchmarking;

/// <summary>A classifier that reads the same pictures over and over.</summary>
internal sealed class InferenceRun
{
    private readonly DigitClassifier _classifier;
    private readonly byte[] _pixels;
    private readonly float[] _probabilities;
    private readonly int _batch;

    /// <param name="network">Which network.</param>
    /// <param name="threads">Threads of a call.</param>
    /// <param name="batch">Pictures of a call.</param>
    public InferenceRun(NeuralNetwork network, int threads, int batch)
        : this([network], threads, batch)
    {
    }

    /// <param name="networks">One network, or those of an ensemble.</param>
    /// <param name="threads">Threads of a call.</param>
    /// <param name="batch">Pictures of a call.</param>
    public InferenceRun(IReadOnlyList<NeuralNetwork> networks, int threads, int batch)
    {
        _classifier = new DigitClassifier(networks, threads);
        _pixels = BenchPictures.Create(batch).AllPixels.ToArray();
        _probabilities = new float[batch * DigitClassifier.Classes];
        _batch = batch;
    }

    /// <summary>Reads for about that long.</summary>
    /// <returns>Pictures and seconds.</returns>
    public Pace Run(TimeSpan time)
    {
        Pace calls = Pace.Of(Read, time);
        return calls with { Count = calls.Count * _batch };
    }

    /// <summary>One call.</summary>
    public void Read() => _classifier.Probabilities(_pixels, _probabilities);

    /// <summary>Bytes that all threads allocate for a picture, once all buffers are there.</summary>
    public double BytesPerImage(int calls)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < calls; i++)
        {
            Read();
        }

        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / calls / _batch;
    }
}
