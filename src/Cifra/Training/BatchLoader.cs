using System.Collections.Concurrent;
using Cifra.Data;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Fills batches with shuffled, augmented pictures. What a batch holds depends on seed, epoch and place alone.</summary>
internal sealed class BatchLoader
{
    private const int ShuffleStream = 1;
    private const int WarpStream = 2;

    private readonly DigitSet _set;
    private readonly InputLevels _levels;
    private readonly Augmentation _augmentation;
    private readonly long _seed;
    private readonly ConcurrentBag<Hand> _idle = [];
    private readonly int[] _order;
    private readonly Action<int, Scratch> _loadBlock;
    private Batch _batch;
    private int _orderedFor = -1;

    public BatchLoader(DigitSet set, NeuralNetwork network, Augmentation augmentation, long seed)
    {
        _set = set;
        _levels = new InputLevels(network);
        _augmentation = augmentation;
        _seed = seed;
        _order = new int[set.Count];
        _loadBlock = LoadBlock;
    }

    /// <summary>Fills a batch.</summary>
    /// <param name="epoch">Number of the epoch, 0 for the first.</param>
    /// <param name="start">Place of the batch's first picture in the epoch's order.</param>
    /// <param name="plain">Whether to leave the pictures unchanged.</param>
    /// <param name="x">[N, 1, 28, 28] receives the pictures.</param>
    /// <param name="labels">[N] receives their labels.</param>
    /// <param name="workers">The threads to use.</param>
    public void Load(int epoch, int start, bool plain, Tensor x, byte[] labels, Workers workers)
    {
        Shuffle(epoch);
        _batch = new Batch(epoch, start, !plain && _augmentation.Changes, x, labels);
        workers.For(x.Blocks, _loadBlock);
    }

    private void LoadBlock(int block, Scratch scratch)
    {
        (int epoch, int start, bool warp, Tensor x, byte[] labels) = _batch;
        if (!_idle.TryTake(out Hand? hand))
        {
            hand = new Hand(new PictureWarp(_augmentation), new float[DigitSet.PictureSize]);
        }

        x.Block(block).Clear(); // the lanes beyond the count
        for (int n = block * Tensor.Lanes; n < Math.Min((block + 1) * Tensor.Lanes, x.Shape.Count); n++)
        {
            int image = _order[start + n];
            labels[n] = _set.Labels[image];
            if (warp)
            {
                hand.Warp.Apply(_set.Pixels(image), hand.Picture, SeedOf(WarpStream), epoch, image);
                _levels.Put(hand.Picture, x, n);
            }
            else
            {
                _levels.Put(_set.Pixels(image), x, n);
            }
        }

        _idle.Add(hand);
    }

    private void Shuffle(int epoch)
    {
        if (_orderedFor == epoch)
        {
            return;
        }

        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        new SeededRandom(SeedOf(ShuffleStream), epoch).Shuffle(_order.AsSpan());
        _orderedFor = epoch;
    }

    private long SeedOf(int stream) => (_seed << 8) + stream;

    // What is being loaded.
    private readonly record struct Batch(int Epoch, int Start, bool Warp, Tensor X, byte[] Labels);

    private sealed record Hand(PictureWarp Warp, float[] Picture);
}
