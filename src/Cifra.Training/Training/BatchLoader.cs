using System.Collections.Concurrent;
using Cifra.Data;
using Cifra.Data.NonDigits;
using Cifra.Data.Scenes;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Fills batches with shuffled, augmented pictures, and pictures of no digit. What a batch holds depends on seed, epoch and place alone.</summary>
internal sealed class BatchLoader
{
    private const int ShuffleStream = 1;
    private const int WarpStream = 2;
    private const int NonDigitStream = 3;
    private const int SceneStream = 4;

    private static readonly NonDigitFamily[] Families = [.. NonDigitDrawer.Families.Where(family => family.ForTraining)];

    private readonly DigitSet _set;
    private readonly InputLevels _levels;
    private readonly Recipe _recipe;
    private readonly Augmentation _mild;
    private readonly SceneDrawer _scenes = new(new SceneOptions());
    private readonly long _seed;
    private readonly byte[] _labels;
    private readonly ConcurrentBag<Augmenter> _idle = [];
    private readonly int[] _order;
    private readonly Action<int, Scratch> _loadBlock;
    private Batch _batch;
    private int _orderedFor = -1;

    /// <summary>A loader for one training.</summary>
    /// <param name="set">Labelled pictures.</param>
    /// <param name="network">The network that they are for.</param>
    /// <param name="recipe">Says how many a batch has, and how they are changed.</param>
    /// <param name="seed">Of everything random.</param>
    public BatchLoader(DigitSet set, NeuralNetwork network, Recipe recipe, long seed)
    {
        _set = set;
        _levels = new InputLevels(network);
        _recipe = recipe;
        _mild = recipe.Augmentation.Times(recipe.MildStrength);
        _seed = seed;
        NonDigitsOfBatch = (int)Math.Round(recipe.BatchSize * recipe.NonDigitShare);
        _labels = new byte[recipe.BatchSize + NonDigitsOfBatch];
        _order = new int[set.Count];
        _loadBlock = LoadBlock;
    }

    /// <summary>Pictures of no digit that come after those of a batch.</summary>
    public int NonDigitsOfBatch { get; }

    /// <summary>Fills a batch.</summary>
    /// <param name="epoch">Number of the epoch, 0 for the first.</param>
    /// <param name="start">Place of the batch's first picture in the epoch's order.</param>
    /// <param name="x">Becomes [N, 1, 28, 28], the pictures.</param>
    /// <param name="workers">The threads to use.</param>
    /// <returns>
    /// [N] their labels, good until the next batch; N is the batch's size, less for the last of an epoch, and <see cref="NonDigitsOfBatch"/>.
    /// </returns>
    public ReadOnlySpan<byte> Load(int epoch, int start, Tensor x, Workers workers)
    {
        Shuffle(epoch);
        int digits = Math.Min(_recipe.BatchSize, _set.Count - start);
        bool mild = epoch >= _recipe.Epochs - _recipe.MildEpochs;
        _batch = new Batch(epoch, start, digits, mild, x);
        x.Resize(x.Shape.WithCount(digits + NonDigitsOfBatch));
        workers.For(x.Blocks, _loadBlock);
        return _labels.AsSpan(0, x.Shape.Count);
    }

    private void LoadBlock(int block, Scratch scratch)
    {
        if (!_idle.TryTake(out Augmenter? hand))
        {
            hand = new Augmenter(new PictureWarp(_recipe.Augmentation), new PictureWarp(_mild));
        }

        Tensor x = _batch.X;
        x.Block(block).Clear(); // the lanes beyond the count
        for (int n = block * Tensor.Lanes; n < Math.Min((block + 1) * Tensor.Lanes, x.Shape.Count); n++)
        {
            if (n < _batch.Digits)
            {
                LoadDigit(n, hand);
            }
            else
            {
                LoadNonDigit(n, hand);
            }
        }

        _idle.Add(hand);
    }

    private void LoadDigit(int n, Augmenter hand)
    {
        int image = _order[_batch.Start + n];
        _labels[n] = _set.Labels[image];
        if (_recipe.SceneShare > 0 && new SeededRandom(SeedOf(SceneStream), _batch.Epoch, image).NextDouble() < _recipe.SceneShare)
        {
            _scenes.DrawMixed(_set.Pixels(image), _set.Labels[image], hand.Drawn, SeedOf(SceneStream), _batch.Epoch, image);
            Put(hand.Drawn, n, image, hand);
        }
        else
        {
            Put(_set.Pixels(image), n, image, hand);
        }
    }

    private void LoadNonDigit(int n, Augmenter hand)
    {
        long index = ((long)_batch.Start * (1 + NonDigitsOfBatch)) + n; // another for each place of an epoch
        NonDigitFamily family = Families[index % Families.Length];
        _labels[n] = DigitClassifier.Classes;
        NonDigitDrawer.Draw(family, _set, SeedOf(NonDigitStream) + _batch.Epoch, index, hand.Drawn);
        Put(hand.Drawn, n, _set.Count + index, hand);
    }

    private void Put(ReadOnlySpan<byte> picture, int n, long key, Augmenter hand)
    {
        PictureWarp warp = _batch.Mild ? hand.Mild : hand.Warp;
        if (warp.Changes)
        {
            warp.Apply(picture, hand.Changed, SeedOf(WarpStream), _batch.Epoch, key);
            _levels.Put(hand.Changed, _batch.X, n);
        }
        else
        {
            _levels.Put(picture, _batch.X, n);
        }
    }

    private void Shuffle(int epoch)
    {
        if (_orderedFor == epoch)
        {
            return;
        }

        new SeededRandom(SeedOf(ShuffleStream), epoch).Order(_order);
        _orderedFor = epoch;
    }

    private long SeedOf(int stream) => (_seed << 8) + stream;

    // What is being loaded.
    private readonly record struct Batch(int Epoch, int Start, int Digits, bool Mild, Tensor X);

    // What one thread at a time works with.
    private sealed class Augmenter(PictureWarp warp, PictureWarp mild)
    {
        public PictureWarp Warp => warp;

        public PictureWarp Mild => mild;

        public byte[] Drawn { get; } = new byte[DigitInput.Size];

        public float[] Changed { get; } = new float[DigitInput.Size];
    }
}
