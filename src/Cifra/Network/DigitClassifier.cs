using System.Collections.Concurrent;
using Cifra.Data;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>Says which digit a 28x28 picture shows. Serves any number of threads at once.</summary>
public sealed class DigitClassifier
{
    /// <summary>Number of classes: the digits 0 to 9.</summary>
    public const int Classes = 10;

    private const int BatchSize = 64;

    private readonly ConcurrentBag<Desk> _idle = [];
    private readonly Workers _workers;

    /// <summary>A classifier over a trained network.</summary>
    /// <param name="network">Takes [1, 28, 28], gives ten scores.</param>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    /// <param name="card">Where the network comes from.</param>
    /// <param name="hash">Its identity: "sha256:…".</param>
    /// <exception cref="ArgumentException">The network has another input or output.</exception>
    public DigitClassifier(NeuralNetwork network, int threads = 1, ModelCard? card = null, string hash = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        DigitBatch.Check(network, Classes);
        Network = network;
        Card = card ?? new ModelCard();
        Hash = hash;
        _workers = new Workers(threads);
    }

    /// <summary>The network under it.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>Where the network comes from.</summary>
    public ModelCard Card { get; }

    /// <summary>"sha256:…" of the network's numbers; empty where they come from no file.</summary>
    public string Hash { get; }

    /// <summary>The probabilities of every digit for every picture.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="probabilities">[N x 10] receives them; a picture's ten sum to 1.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidDataException">The network's numbers are so large that a score is none.</exception>
    public void Probabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation = default)
    {
        int count = pixels.Length / DigitSet.PictureSize;
        if (pixels.Length % DigitSet.PictureSize != 0 || probabilities.Length != count * Classes)
        {
            throw new ArgumentException(
                $"N pictures need N x {DigitSet.PictureSize} pixels and N x {Classes} probabilities; got {pixels.Length} and {probabilities.Length}.",
                nameof(probabilities));
        }

        if (!_idle.TryTake(out Desk? desk))
        {
            desk = new Desk(_workers);
        }

        for (int start = 0; start < count; start += BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int size = Math.Min(BatchSize, count - start);
            desk.Classify(
                Network,
                pixels.Slice(start * DigitSet.PictureSize, size * DigitSet.PictureSize),
                probabilities.Slice(start * Classes, size * Classes));
        }

        _idle.Add(desk);
    }

    /// <summary>The ten digits, likeliest first.</summary>
    /// <param name="pixels">[784] one picture.</param>
    public IReadOnlyList<RankedDigit> Classify(ReadOnlySpan<byte> pixels)
    {
        Span<float> probabilities = stackalloc float[Classes];
        Probabilities(pixels, probabilities);
        return Rank(probabilities);
    }

    /// <summary>Sorts one picture's probabilities, likeliest first, the smaller digit first among equals.</summary>
    public static IReadOnlyList<RankedDigit> Rank(ReadOnlySpan<float> probabilities)
    {
        var ranked = new RankedDigit[probabilities.Length];
        for (int k = 0; k < ranked.Length; k++)
        {
            ranked[k] = new RankedDigit(k, probabilities[k]);
        }

        Array.Sort(ranked, (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : a.Value.CompareTo(b.Value));
        return ranked;
    }

    // What one caller at a time works with.
    private sealed class Desk(Workers workers)
    {
        private readonly Pass _pass = new(workers);
        private readonly Tensor _input = new(new Shape(1, 1, DigitSet.Side, DigitSet.Side));

        public void Classify(NeuralNetwork network, ReadOnlySpan<byte> pixels, Span<float> probabilities)
        {
            int count = pixels.Length / DigitSet.PictureSize;
            _input.Resize(network.Input.WithCount(count));
            for (int n = 0; n < count; n++)
            {
                DigitBatch.Put(pixels.Slice(n * DigitSet.PictureSize, DigitSet.PictureSize), network, _input, n);
            }

            Tensor logits = network.Forward(_input, _pass);
            for (int n = 0; n < count; n++)
            {
                Span<float> row = probabilities.Slice(n * Classes, Classes);
                for (int k = 0; k < Classes; k++)
                {
                    row[k] = logits[n, k, 0, 0];
                    if (!float.IsFinite(row[k]))
                    {
                        throw new InvalidDataException($"The network's score for digit {k}: expected a finite number, found {row[k]}; its weights are too large.");
                    }
                }

                Softmax.Apply(row, row);
            }
        }
    }
}
