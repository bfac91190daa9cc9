using System.Collections.Concurrent;
using Cifra.Numerics;

namespace Cifra.Network.Digits;

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
    private readonly DigitNetwork[] _members;

    /// <summary>A classifier over a trained network. It keeps a copy of the network's numbers: what changes in it later is not seen.</summary>
    /// <param name="network">Takes [1, 28, 28]; gives a score for each digit and, optionally one for "not a digit" after them.</param>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    /// <param name="card">Where the network comes from.</param>
    /// <param name="hash">Its identity: "sha256:…".</param>
    /// <exception cref="ArgumentException">The network has another input or output.</exception>
    public DigitClassifier(NeuralNetwork network, int threads = 1, ModelCard? card = null, string hash = "")
        : this([network], threads, card, hash)
    {
    }

    /// <summary>A classifier over an ensemble: a picture's probabilities are the mean of what its networks say.</summary>
    /// <param name="networks">One or more, each as the other constructor takes it.</param>
    /// <param name="threads">Threads for one call, 1 or more.</param>
    /// <param name="card">Where the networks come from.</param>
    /// <param name="hash">Their identity: "sha256:…".</param>
    /// <exception cref="ArgumentException">There is no network, or one has another input or output.</exception>
    public DigitClassifier(IReadOnlyList<NeuralNetwork> networks, int threads = 1, ModelCard? card = null, string hash = "")
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentOutOfRangeException.ThrowIfZero(networks.Count, nameof(networks));
        Networks = networks;
        Card = card ?? new ModelCard();
        Hash = hash;
        _workers = new Workers(threads);
        _members = [.. networks.Select(network => new DigitNetwork(network))];
    }

    /// <summary>The networks under it: one, or those of an ensemble.</summary>
    public IReadOnlyList<NeuralNetwork> Networks { get; }

    /// <summary>The network under it; an ensemble's first.</summary>
    public NeuralNetwork Network => Networks[0];

    /// <summary>Whether it has an output for "not a digit"; an ensemble does if one of its networks does.</summary>
    public bool KnowsNonDigits => Networks.Any(network => network.Output.Channels > Classes);

    /// <summary>Where the network comes from.</summary>
    public ModelCard Card { get; }

    /// <summary>"sha256:…" of the network's numbers; empty where they come from no file.</summary>
    public string Hash { get; }

    /// <summary>Bytes of the file that it was loaded from; 0 where it comes from no file.</summary>
    public long FileBytes { get; init; }

    /// <summary>The probabilities of every digit for every picture, given that it shows one.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="probabilities">[N x 10] receives them; a picture's ten sum to 1.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidDataException">The network's weights are so large that a score is not finite.</exception>
    public void Probabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, CancellationToken cancellation = default) =>
        Probabilities(pixels, probabilities, notADigit: [], cancellation);

    /// <summary>The same, and the probability that a picture shows no digit.</summary>
    /// <param name="pixels">[N x 784] bright ink on black, normalised as MNIST's.</param>
    /// <param name="probabilities">[N x 10] receives those of the digits, given that it is one; a picture's ten sum to 1.</param>
    /// <param name="notADigit">[N] receives the probability that it is none, 0 where the network cannot tell; or empty.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidDataException">The network's weights are so large that a score is not finite.</exception>
    public void Probabilities(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit, CancellationToken cancellation = default)
    {
        int count = pixels.Length / DigitInput.Size;
        if (pixels.Length % DigitInput.Size != 0 || probabilities.Length != count * Classes || (notADigit.Length != 0 && notADigit.Length != count))
        {
            throw new ArgumentException(
                $"N pictures need N x {DigitInput.Size} pixels and N x {Classes} probabilities, with N more for what is no digit or none;"
                + $" got {pixels.Length}, {probabilities.Length} and {notADigit.Length}.",
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
                pixels.Slice(start * DigitInput.Size, size * DigitInput.Size),
                probabilities.Slice(start * Classes, size * Classes),
                notADigit.IsEmpty ? [] : notADigit.Slice(start, size));
        }

        _idle.Add(desk);
    }

    /// <summary>The probabilities of every digit for every picture, given that it shows one, from grey levels as floats.</summary>
    /// <param name="pixels">
    /// [N x 784] from 0 (paper) to 1 (ink), normalised as MNIST's. Each is rounded to the nearest of the 256 levels k/255, half-way values to an even k:
    /// pictures that
    /// were bytes divided by 255 give the same bits as the bytes.
    /// </param>
    /// <param name="probabilities">[N x 10] receives them; a picture's ten sum to 1.</param>
    /// <param name="notADigit">[N] receives the probability that it is none, 0 where the network cannot tell; or empty.</param>
    /// <param name="cancellation">Stops between two batches of pictures.</param>
    /// <exception cref="ArgumentException">A value is NaN or not from 0 to 1 (the message names its index), or the lengths do not fit together.</exception>
    /// <exception cref="InvalidDataException">The network's weights are so large that a score is not finite.</exception>
    public void Probabilities(ReadOnlySpan<float> pixels, Span<float> probabilities, Span<float> notADigit = default, CancellationToken cancellation = default)
    {
        byte[] levels = new byte[pixels.Length];
        GrayLevels.FromFloats(pixels, levels, nameof(pixels));
        Probabilities(levels, probabilities, notADigit, cancellation);
    }

    /// <summary>The ten digits, likeliest first.</summary>
    /// <param name="pixels">[784] one picture, from 0 (paper) to 1 (ink); rounded to 256 levels as <c>Probabilities</c> does.</param>
    /// <exception cref="ArgumentException">A value is NaN or not from 0 to 1 (the message names its index), or there are not 784.</exception>
    public IReadOnlyList<RankedDigit> Classify(ReadOnlySpan<float> pixels)
    {
        Span<float> probabilities = stackalloc float[Classes];
        Probabilities(pixels, probabilities);
        return Rank(probabilities);
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

    // The pictures of a task, on one thread: the mean of what the networks say.
    private void ClassifyTask(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit, Scratch scratch)
    {
        probabilities.Clear();
        notADigit.Clear();
        float share = 1f / _members.Length;
        foreach (DigitNetwork member in _members)
        {
            member.AddProbabilities(pixels, share, probabilities, notADigit, scratch);
        }
    }

    // What one caller at a time works with. Spans cannot cross threads, so threads work on copies; the copies also spare empty spans a special case.
    private sealed class Desk
    {
        private readonly DigitClassifier _owner;
        private readonly Action<int, Scratch> _classifyShare;
        private readonly Scratch _scratch = new();
        private byte[] _pixels = [];
        private float[] _probabilities = [];
        private float[] _notADigit = [];
        private int _count;
        private int _share;

        public Desk(DigitClassifier owner)
        {
            _owner = owner;
            _classifyShare = ClassifyShare;
        }

        public void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit)
        {
            _count = pixels.Length / DigitInput.Size;
            if (_notADigit.Length < _count)
            {
                _pixels = new byte[pixels.Length];
                _probabilities = new float[probabilities.Length];
                _notADigit = new float[_count];
            }

            int blocksOfThread = (Tensor.BlocksOf(_count) + _owner._workers.Threads - 1) / _owner._workers.Threads;
            _share = Math.Min(PicturesOfTask, blocksOfThread * Tensor.Lanes);
            int shares = (_count + _share - 1) / _share;
            pixels.CopyTo(_pixels);
            if (_owner._workers.Threads == 1 || shares == 1)
            {
                for (int share = 0; share < shares; share++)
                {
                    ClassifyShare(share, _scratch);
                }
            }
            else
            {
                _owner._workers.For(shares, _classifyShare);
            }

            _probabilities.AsSpan(0, probabilities.Length).CopyTo(probabilities);
            _notADigit.AsSpan(0, notADigit.Length).CopyTo(notADigit);
        }

        private void ClassifyShare(int share, Scratch scratch)
        {
            int start = share * _share;
            int size = Math.Min(_share, _count - start);
            _owner.ClassifyTask(
                _pixels.AsSpan(start * DigitInput.Size, size * DigitInput.Size),
                _probabilities.AsSpan(start * Classes, size * Classes),
                _notADigit.AsSpan(start, size),
                scratch);
        }
    }
}
