using Cifra.Network.Plans;
using Cifra.Numerics;

namespace Cifra.Network.Digits;

/// <summary>One network of a classifier, compiled: from pictures to probabilities. Serves any number of threads at once.</summary>
internal sealed class DigitNetwork
{
    private const int Digits = DigitClassifier.Classes;

    private readonly int _outputs;
    private readonly InferencePlan _blocks;
    private readonly Lazy<PicturePlan?> _pictures; // many a classifier never has fewer than a block
    private readonly InputLevels _levels;

    /// <summary>Compiles a network; what changes in it later is not seen.</summary>
    public DigitNetwork(NeuralNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        InputLevels.Check(network);
        _outputs = network.Output.Channels;
        _blocks = new InferencePlan(network);
        _pictures = new Lazy<PicturePlan?>(() => PicturePlan.From(_blocks));
        _levels = new InputLevels(network);
    }

    /// <summary>
    /// Adds a share of what the network says: whole blocks of sixteen go as blocks, what is left over one by one. A picture's bits are the same in both.
    /// </summary>
    /// <param name="pixels">[N x 784].</param>
    /// <param name="share">Part of the whole that this network speaks for, 0..1.</param>
    /// <param name="probabilities">[N x 10] is added to.</param>
    /// <param name="notADigit">[N] is added to.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void AddProbabilities(ReadOnlySpan<byte> pixels, float share, Span<float> probabilities, Span<float> notADigit, Scratch scratch)
    {
        for (int start = 0, size; start < notADigit.Length; start += size)
        {
            size = Math.Min(_blocks.MostBlocks * Tensor.Lanes, notADigit.Length - start);
            if (size > Tensor.Lanes)
            {
                size -= size % Tensor.Lanes;
            }

            PicturePlan? pictures = size < Tensor.Lanes ? _pictures.Value : null;
            if (pictures is not null)
            {
                size = Math.Min(size, PicturePlan.MostPictures);
            }

            ReadOnlySpan<byte> from = pixels.Slice(start * DigitInput.Size, size * DigitInput.Size);
            Span<float> digits = probabilities.Slice(start * Digits, size * Digits);
            Span<float> none = notADigit.Slice(start, size);
            if (pictures is not null)
            {
                AddPictures(pictures, from, share, digits, none, scratch);
            }
            else
            {
                AddBlocks(from, share, digits, none, scratch);
            }
        }
    }

    private void AddPictures(PicturePlan plan, ReadOnlySpan<byte> pixels, float share, Span<float> probabilities, Span<float> notADigit, Scratch scratch)
    {
        Span<float> x = scratch.Take(ScratchSlot.Input, pixels.Length);
        _levels.PutInOrder(pixels, x);
        ReadOnlySpan<float> scores = plan.Run(x, notADigit.Length, scratch);
        for (int n = 0; n < notADigit.Length; n++)
        {
            Add(scores[(n * plan.OutputSize)..], 1, share, probabilities.Slice(n * Digits, Digits), ref notADigit[n]);
        }
    }

    private void AddBlocks(ReadOnlySpan<byte> pixels, float share, Span<float> probabilities, Span<float> notADigit, Scratch scratch)
    {
        int blocks = Tensor.BlocksOf(notADigit.Length);
        Span<float> x = scratch.Take(ScratchSlot.Input, blocks * Tensor.Lanes * DigitInput.Size);
        _levels.Put(pixels, x);
        ReadOnlySpan<float> scores = _blocks.Run(x, blocks, scratch);
        for (int n = 0; n < notADigit.Length; n++)
        {
            ReadOnlySpan<float> lane = scores[((n / Tensor.Lanes * _outputs * Tensor.Lanes) + (n % Tensor.Lanes))..];
            Add(lane, Tensor.Lanes, share, probabilities.Slice(n * Digits, Digits), ref notADigit[n]);
        }
    }

    private void Add(ReadOnlySpan<float> scores, int step, float share, Span<float> probabilities, ref float notADigit)
    {
        Span<float> row = stackalloc float[Digits + 1];
        row = row[.._outputs];
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = scores[k * step];
            if (!float.IsFinite(row[k]))
            {
                throw new InvalidDataException($"The network's score {k}: expected a finite number, found {row[k]}; its weights are too large.");
            }
        }

        if (row.Length > Digits)
        {
            Span<float> all = stackalloc float[Digits + 1];
            Softmax.Apply(row, all);
            notADigit += share * all[Digits];
        }

        row = row[..Digits];
        Softmax.Apply(row, row);
        for (int k = 0; k < row.Length; k++)
        {
            probabilities[k] += share * row[k];
        }
    }
}
