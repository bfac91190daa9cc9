using System.Collections.Concurrent;
using Cifra.Data;
using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>Says which digit a 28x28 picture shows. Serves any number of threads at once.</summary>
public sealed class DigitClassifier
{
    /// <summary>Number of classes: the digits 0 to 9.</summary>
    public const int Classes = 10;

    // Pictures that a thread takes in one task, about; and how many tasks it takes before the next look at the cancellation.
    private const int PicturesOfTask = 96;
    private const int TasksOfThread = 4;

    private readonly ConcurrentBag<Desk> _idle = [];
    private readonly Workers _workers;
    private readonly InferencePlan _blocks;
    private readonly Lazy<PicturePlan?> _pictures; // many a classifier never has fewer than a block
    private readonly InputLevels _levels;

    /// <summary>A classifier over a trained network. It keeps a copy of the network's numbers: what changes in it later is not seen.</summary>
    /// <param name="network">Takes [1, 28, 28], gives ten scores.</param>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    /// <param name="card">Where the network comes from.</param>
    /// <param name="hash">Its identity: "sha256:…".</param>
    /// <exception cref="ArgumentException">The network has another input or output.</exception>
    public DigitClassifier(NeuralNetwork network, int threads = 1, ModelCard? card = null, string hash = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        InputLevels.Check(network, Classes);
        Network = network;
        Card = card ?? new ModelCard();
        Hash = hash;
        _workers = new Workers(threads);
        _blocks = new InferencePlan(network);
        _pictures = new Lazy<PicturePlan?>(() => PicturePlan.From(_blocks));
        _levels = new InputLevels(network);
    }

    /// <summary>The network under it.</summary>
    public NeuralNetwork Network { get; }

    /// <summary>Whether it can tell that a picture shows no digit.</summary>
    public bool KnowsNonDigits => Network.Output.Channels > Classes;

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
            desk = new Desk(this);
        }

        int most = _workers.Threads * TasksOfThread * PicturesOfTask;
        for (int start = 0; start < count; start += most)
        {
            cancellation.ThrowIfCancellationRequested();
            int size = Math.Min(most, count - start);
            desk.Classify(
                pixels.Slice(start * DigitSet.PictureSize, size * DigitSet.PictureSize),
                probabilities.Slice(start * Classes, size * Classes));
        }

        _idle.Add(desk);
    }

    /// <summary>The same, and the probability that a picture shows no digit.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="probabilities">[N x 10] receives those of the digits, given that it is one; a picture's ten sum to 1.</param>
    /// <param name="notADigit">[N] receives the probability that it is none, 0 where the network cannot tell; or empty.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    public void Probabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit, CancellationToken cancellation = default)
    {
        notADigit.Clear();
        Probabilities(pixels, probabilities, cancellation);
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

    private int PicturesOfBlocks => _blocks.MostBlocks * Tensor.Lanes;

    // The pictures of a task, on one thread: whole blocks of sixteen as blocks, what is left over one by one. A picture's bits are the same in both.
    private void ClassifyTask(ReadOnlySpan<byte> pixels, Span<float> probabilities, Scratch scratch)
    {
        int count = pixels.Length / DigitSet.PictureSize;
        for (int start = 0, size; start < count; start += size)
        {
            size = Math.Min(PicturesOfBlocks, count - start);
            if (size > Tensor.Lanes)
            {
                size -= size % Tensor.Lanes;
            }

            PicturePlan? pictures = size < Tensor.Lanes ? _pictures.Value : null;
            if (pictures is not null)
            {
                size = Math.Min(size, PicturePlan.MostPictures);
            }

            ReadOnlySpan<byte> from = pixels.Slice(start * DigitSet.PictureSize, size * DigitSet.PictureSize);
            Span<float> to = probabilities.Slice(start * Classes, size * Classes);
            if (pictures is not null)
            {
                ClassifyPictures(pictures, from, to, scratch);
            }
            else
            {
                ClassifyBlocks(from, to, scratch);
            }
        }
    }

    private void ClassifyPictures(PicturePlan plan, ReadOnlySpan<byte> pixels, Span<float> probabilities, Scratch scratch)
    {
        int count = pixels.Length / DigitSet.PictureSize;
        Span<float> x = scratch.Take(Room.Input, pixels.Length);
        _levels.PutInOrder(pixels, x);
        ReadOnlySpan<float> scores = plan.Run(x, count, scratch);
        for (int n = 0; n < count; n++)
        {
            PutProbabilities(scores[(n * plan.OutputSize)..], 1, probabilities.Slice(n * Classes, Classes));
        }
    }

    private void ClassifyBlocks(ReadOnlySpan<byte> pixels, Span<float> probabilities, Scratch scratch)
    {
        int count = pixels.Length / DigitSet.PictureSize;
        int blocks = Tensor.BlocksOf(count);
        Span<float> x = scratch.Take(Room.Input, blocks * Tensor.Lanes * DigitSet.PictureSize);
        _levels.Put(pixels, x);
        ReadOnlySpan<float> scores = _blocks.Run(x, blocks, scratch);
        for (int n = 0; n < count; n++)
        {
            ReadOnlySpan<float> lane = scores[((n / Tensor.Lanes * Classes * Tensor.Lanes) + (n % Tensor.Lanes))..];
            PutProbabilities(lane, Tensor.Lanes, probabilities.Slice(n * Classes, Classes));
        }
    }

    private static void PutProbabilities(ReadOnlySpan<float> scores, int step, Span<float> probabilities)
    {
        for (int k = 0; k < Classes; k++)
        {
            probabilities[k] = scores[k * step];
            if (!float.IsFinite(probabilities[k]))
            {
                throw new InvalidDataException(
                    $"The network's score for digit {k}: expected a finite number, found {probabilities[k]}; its weights are too large.");
            }
        }

        Softmax.Apply(probabilities, probabilities);
    }

    // What one caller at a time works with. Spans cannot cross threads, so several threads work on copies.
    private sealed class Desk
    {
        private readonly DigitClassifier _owner;
        private readonly Action<int, Scratch> _classifyShare;
        private readonly Scratch _scratch = new();
        private byte[] _pixels = [];
        private float[] _probabilities = [];
        private int _count;
        private int _share;

        public Desk(DigitClassifier owner)
        {
            _owner = owner;
            _classifyShare = ClassifyShare;
        }

        public void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities)
        {
            _count = pixels.Length / DigitSet.PictureSize;
            int blocksOfThread = (Tensor.BlocksOf(_count) + _owner._workers.Threads - 1) / _owner._workers.Threads;
            _share = Math.Min(PicturesOfTask, blocksOfThread * Tensor.Lanes);
            int shares = (_count + _share - 1) / _share;
            if (_owner._workers.Threads == 1 || shares == 1)
            {
                for (int share = 0; share < shares; share++)
                {
                    ClassifyShare(share, pixels, probabilities, _scratch);
                }

                return;
            }

            if (_pixels.Length < pixels.Length)
            {
                _pixels = new byte[pixels.Length];
                _probabilities = new float[probabilities.Length];
            }

            pixels.CopyTo(_pixels);
            _owner._workers.For(shares, _classifyShare);
            _probabilities.AsSpan(0, probabilities.Length).CopyTo(probabilities);
        }

        private void ClassifyShare(int share, Scratch scratch) => ClassifyShare(share, _pixels, _probabilities, scratch);

        private void ClassifyShare(int share, ReadOnlySpan<byte> pixels, Span<float> probabilities, Scratch scratch)
        {
            int start = share * _share;
            int size = Math.Min(_share, _count - start);
            _owner.ClassifyTask(
                pixels.Slice(start * DigitSet.PictureSize, size * DigitSet.PictureSize), probabilities.Slice(start * Classes, size * Classes), scratch);
        }
    }
}
